#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "http/response.hpp"
#include "http/web_socket_outbox.hpp"

namespace rejoinder::http {

// What other threads hand to one worker. Any thread may push, also when the worker has ended: then
// it is dropped. However much is pushed, the worker is woken once until it has looked.
class Mailbox {
public:
    struct Mail {
        std::vector<Answer> answers;
        std::vector<BodyPiece> pieces;
        std::vector<std::shared_ptr<WebSocketOutbox>> outboxes;  // that have something to send
        std::vector<Ticket> resumed;                             // whose bodies are wanted again
    };

    // `wake` makes the worker call `take` soon; it is called on the pushing thread.
    explicit Mailbox(std::function<void()> wake) : wake_(std::move(wake)) {}

    void push(Answer answer);
    void push(std::vector<Answer> answers);
    void push(BodyPiece piece);
    void push(std::shared_ptr<WebSocketOutbox> outbox);
    void push(Ticket resumed);

    // Moves everything into `mail`, whose vectors are empty. False when there was nothing.
    bool take(Mail& mail);

    // Drops what is there and what will come.
    void close();

    // Says that this thread is the worker's and will call `take` without being woken, until the
    // mark is destroyed.
    class Awake {
    public:
        explicit Awake(const Mailbox& mailbox) { awake = &mailbox; }
        ~Awake() { awake = nullptr; }
        Awake(const Awake&) = delete;
        Awake& operator=(const Awake&) = delete;
    };

private:
    void wake(std::unique_lock<std::mutex>& lock);

    static thread_local const Mailbox* awake;

    std::mutex mutex_;
    std::function<void()> wake_;
    bool is_waking_ = false;
    bool is_closed_ = false;
    Mail mail_;
};

}  // namespace rejoinder::http
