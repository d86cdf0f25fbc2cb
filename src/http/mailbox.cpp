#include "http/mailbox.hpp"

#include <iterator>
#include <utility>

namespace rejoinder::http {

thread_local const Mailbox* Mailbox::awake = nullptr;

void Mailbox::push(Answer answer) {
    std::unique_lock lock(mutex_);
    if (is_closed_) return;
    mail_.answers.push_back(std::move(answer));
    wake(lock);
}

void Mailbox::push(std::vector<Answer> answers) {
    std::unique_lock lock(mutex_);
    if (is_closed_ || answers.empty()) return;
    if (mail_.answers.empty()) {
        mail_.answers.swap(answers);
    } else {
        mail_.answers.insert(mail_.answers.end(), std::make_move_iterator(answers.begin()),
                             std::make_move_iterator(answers.end()));
    }
    wake(lock);
}

void Mailbox::push(BodyPiece piece) {
    std::unique_lock lock(mutex_);
    if (is_closed_) return;
    mail_.pieces.push_back(std::move(piece));
    wake(lock);
}

void Mailbox::push(std::shared_ptr<WebSocketOutbox> outbox) {
    std::unique_lock lock(mutex_);
    if (is_closed_) return;
    mail_.outboxes.push_back(std::move(outbox));
    wake(lock);
}

void Mailbox::push(Ticket resumed) {
    std::unique_lock lock(mutex_);
    if (is_closed_) return;
    mail_.resumed.push_back(resumed);
    wake(lock);
}

bool Mailbox::take(Mail& mail) {
    const std::lock_guard lock(mutex_);
    is_waking_ = false;
    mail_.answers.swap(mail.answers);
    mail_.pieces.swap(mail.pieces);
    mail_.outboxes.swap(mail.outboxes);
    mail_.resumed.swap(mail.resumed);
    return !mail.answers.empty() || !mail.pieces.empty() || !mail.outboxes.empty() ||
           !mail.resumed.empty();
}

void Mailbox::close() {
    Mail dropped;
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    mail_.answers.swap(dropped.answers);
    mail_.pieces.swap(dropped.pieces);
    mail_.outboxes.swap(dropped.outboxes);
    mail_.resumed.swap(dropped.resumed);
}

void Mailbox::wake(std::unique_lock<std::mutex>& lock) {
    static_cast<void>(lock);  // held: a closed mailbox's worker must not be woken
    if (awake == this || std::exchange(is_waking_, true)) return;
    wake_();
}

}  // namespace rejoinder::http
