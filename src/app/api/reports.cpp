#include "app/api/reports.hpp"

#include <atomic>
#include <utility>
#include <variant>

#include "app/api/render.hpp"
#include "app/api/report_answers.hpp"
#include "app/caller.hpp"

namespace rejoinder::app::api {

// An export as the source of its answer's body. Each piece that is wanted is a job of its own.
class Reports::Export final : public http::BodySource,
                              public std::enable_shared_from_this<Reports::Export> {
public:
    Export(Reports& reports, ExportWriter writer) : reports_(reports), writer_(std::move(writer)) {}
    // Nobody holds it any more: neither a connection nor a piece on its way.
    ~Export() override {
        const std::scoped_lock lock(reports_.mutex_);
        --reports_.exports_;
    }
    Export(const Export&) = delete;
    Export& operator=(const Export&) = delete;

    http::Response response() {
        http::Response response = writer_.head();
        response.source = shared_from_this();
        return response;
    }

    void next(http::Ticket ticket) override {
        reports_.push([self = shared_from_this(), ticket](store::Archive& archive) {
            self->make_piece(archive, ticket);
        });
    }

    void over() override { is_over_ = true; }

private:
    void make_piece(store::Archive& archive, http::Ticket ticket) {
        if (is_over_) return;
        auto piece = writer_.next(archive);
        if (!piece) piece = http::BodyPiece{.ticket = {}, .end = http::BodyEnd::broken};
        piece->ticket = ticket;
        reports_.links_.send(*std::move(piece));
    }

    Reports& reports_;
    ExportWriter writer_;  // the worker's, but for `head`
    std::atomic<bool> is_over_{false};
};

void Reports::start(std::unique_ptr<store::Archive> archive, const files::FileStore& files) {
    archive_ = std::move(archive);
    files_ = &files;
    worker_ = std::thread([this] { run(); });
}

Result<void> Reports::begin(std::string token_hash, Result<Report> report, http::Ticket ticket) {
    const domain::Caller caller = make_caller(CallerKind::report, ticket);
    {
        const std::scoped_lock lock(mutex_);
        if (!archive_ || is_stopping_ || pending_.size() >= pending_max)
            return fail(Errc::overloaded);
        pending_.insert_or_assign(caller.id, std::move(report));
    }
    domain::AgentRequest asked{std::move(token_hash), {}, domain::agent::Authorize{}};
    if (links_.submit(std::move(asked), caller)) return {};
    take(caller);
    return fail(Errc::overloaded);
}

std::optional<Result<Report>> Reports::take(domain::Caller caller) {
    const std::scoped_lock lock(mutex_);
    const auto found = pending_.find(caller.id);
    if (found == pending_.end()) return std::nullopt;
    auto report = std::move(found->second);
    pending_.erase(found);
    return report;
}

std::optional<http::Response> Reports::release(const domain::Reply& reply) {
    auto report = take(reply.caller);
    if (!report || !reply.access) return render(Error{Errc::internal});
    if (!*report) return render(report->error());
    const http::Ticket ticket = ticket_of(reply.caller);
    auto* const wanted = std::get_if<report::ExportTranscripts>(&**report);
    const bool is_taken = wanted ? queue_export(std::move(*wanted), *reply.access, ticket)
                                 : queue(std::move(**report), reply.access, ticket);
    if (!is_taken) return render(Error{Errc::overloaded});
    return std::nullopt;
}

std::optional<http::Response> Reports::release(const domain::Refusal& refusal) {
    take(refusal.caller);
    return render(refusal.error);
}

bool Reports::queue(Report report, std::shared_ptr<const domain::Access> access,
                    http::Ticket ticket) {
    {
        const std::scoped_lock lock(mutex_);
        if (is_stopping_ || jobs_.size() >= waiting_max) return false;
    }
    push([this, report = std::move(report), access = std::move(access),
          ticket](store::Archive& archive) {
        auto response = answer_report(archive, *files_, *access, report);
        links_.answer(ticket, response ? *std::move(response) : render(response.error()));
    });
    return true;
}

bool Reports::queue_export(report::ExportTranscripts wanted, const domain::Access& access,
                           http::Ticket ticket) {
    {
        const std::scoped_lock lock(mutex_);
        if (is_stopping_ || exports_ >= exports_max) return false;
        ++exports_;
    }
    const auto exporting = std::make_shared<Export>(*this, ExportWriter(access, std::move(wanted)));
    links_.answer(ticket, exporting->response());
    return true;
}

void Reports::push(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        if (is_stopping_) return;
        jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
}

void Reports::run() {
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return is_stopping_ || !jobs_.empty(); });
            if (is_stopping_) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job(*archive_);
    }
}

void Reports::stop() {
    {
        const std::scoped_lock lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_one();
    if (worker_.joinable()) worker_.join();
    jobs_.clear();
}

}  // namespace rejoinder::app::api
