#include "app/files/uploads.hpp"

#include <utility>
#include <variant>

#include "app/caller.hpp"

namespace rejoinder::app::files {

// Hands a body over to its upload.
class Uploads::Sink final : public http::BodySink {
public:
    Sink(Uploads& uploads, std::shared_ptr<Upload> upload)
        : uploads_(uploads), upload_(std::move(upload)) {}

    ~Sink() override {
        if (!is_finished_ && upload_->abort()) uploads_.schedule(upload_);
    }

    Flow write(std::string_view piece) override {
        Flow flow = Flow::goes_on;
        if (upload_->take(piece, flow)) uploads_.schedule(upload_);
        return flow;
    }

    void finish() override {
        is_finished_ = true;
        if (upload_->end()) uploads_.schedule(upload_);
    }

private:
    Uploads& uploads_;
    const std::shared_ptr<Upload> upload_;
    bool is_finished_ = false;
};

Uploads::Uploads(Config config, FileStore& store, Links links)
    : config_(std::move(config)),
      links_(std::move(links)),
      means_{.size_max = config_.size_max,
             .types = config_.types,
             .store = store,
             .submit =
                 [this](domain::Request request, std::uint64_t upload) {
                     return links_.submit(std::move(request),
                                          make_caller(CallerKind::upload, upload));
                 },
             .answer = links_.answer,
             .resume = links_.resume} {
    for (std::size_t i = 0; i < config_.workers; ++i) workers_.emplace_back([this] { work(); });
}

std::unique_ptr<http::BodySink> Uploads::open(const http::Request& head, http::Ticket ticket,
                                              const MakePurpose& make_purpose) {
    std::optional<std::string> boundary;
    if (auto named = http::MultipartReader::boundary_of(head.header("Content-Type").value_or("")))
        boundary = *std::move(named);
    std::shared_ptr<Upload> upload;
    {
        const std::lock_guard lock(mutex_);
        auto purpose = make_purpose(next_number_);
        if (is_stopping_ || uploads_.size() >= config_.uploads_max) {
            links_.answer(ticket, purpose->refused(Error{Errc::overloaded}));
            return nullptr;
        }
        upload = std::make_shared<Upload>(next_number_, ticket, std::move(boundary),
                                          std::move(purpose), means_);
        uploads_.emplace(next_number_++, upload);
    }
    return std::make_unique<Sink>(*this, std::move(upload));
}

void Uploads::release(domain::Outgoing outgoing) {
    const auto deliver = [this](domain::Caller caller, Result<domain::Reply> answer) {
        std::shared_ptr<Upload> upload;
        {
            const std::lock_guard lock(mutex_);
            const auto found = uploads_.find(value_of(caller));
            if (found == uploads_.end()) return;
            upload = found->second;
        }
        if (upload->take_answer(std::move(answer))) schedule(std::move(upload));
    };
    if (auto* reply = std::get_if<domain::Reply>(&outgoing.what)) {
        const domain::Caller caller = reply->caller;
        deliver(caller, std::move(*reply));
    } else if (auto* refusal = std::get_if<domain::Refusal>(&outgoing.what)) {
        deliver(refusal->caller, std::unexpected(std::move(refusal->error)));
    }
}

void Uploads::schedule(std::shared_ptr<Upload> upload) {
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return;
        ready_.push_back(std::move(upload));
    }
    wake_.notify_one();
}

void Uploads::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return is_stopping_ || !ready_.empty(); });
        if (is_stopping_) return;
        const std::shared_ptr<Upload> upload = std::move(ready_.front());
        ready_.pop_front();
        lock.unlock();
        const bool is_over = upload->work();
        lock.lock();
        if (is_over) uploads_.erase(upload->number());
    }
}

void Uploads::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
    const std::lock_guard lock(mutex_);
    ready_.clear();
    uploads_.clear();
}

}  // namespace rejoinder::app::files
