#include "app/files/upload.hpp"

#include <algorithm>
#include <utility>

#include "app/files/file_name.hpp"
#include "app/logging.hpp"

namespace rejoinder::app::files {
namespace {

constexpr std::string_view no_room = "The file cannot be stored at the moment";

}  // namespace

Upload::Upload(std::uint64_t number, http::Ticket ticket, std::optional<std::string> boundary,
               std::unique_ptr<UploadPurpose> purpose, const Means& means)
    : number_(number), ticket_(ticket), purpose_(std::move(purpose)), means_(means) {
    http::MultipartReader::Receiver& receiver = *this;
    if (boundary) reader_.emplace(*boundary, receiver);
}

template <class Change>
bool Upload::post(Change&& change) {
    const std::lock_guard lock(mutex_);
    change(mail_);
    return !std::exchange(is_working_, true);
}

bool Upload::take(std::string_view piece, http::BodySink::Flow& flow) {
    return post([&](Mail& mail) {
        mail.bytes += piece;
        mail.is_held_up = mail.bytes.size() >= waiting_max;
        flow = mail.is_held_up ? http::BodySink::Flow::paused : http::BodySink::Flow::goes_on;
    });
}

bool Upload::end() {
    return post([](Mail& mail) { mail.is_ended = true; });
}

bool Upload::abort() {
    return post([](Mail& mail) { mail.is_aborted = true; });
}

bool Upload::take_answer(Result<domain::Reply> answer) {
    return post([&](Mail& mail) { mail.answer = std::move(answer); });
}

bool Upload::work() {
    while (true) {
        Mail mail;
        {
            const std::lock_guard lock(mutex_);
            const bool is_new = !mail_.bytes.empty() || mail_.is_ended || mail_.is_aborted ||
                                mail_.answer.has_value();
            if (!is_new || stage_ == Stage::over) {
                is_working_ = stage_ == Stage::over;
                return stage_ == Stage::over;
            }
            mail = std::exchange(mail_, {});
        }
        if (mail.is_held_up) means_.resume(ticket_);
        is_ended_ = is_ended_ || mail.is_ended;
        is_aborted_ = is_aborted_ || mail.is_aborted;
        if (mail.answer) hear(*std::move(mail.answer));
        // Before the bytes, so that of two uploads the one that was first has the token.
        if (claim_ == Claim::not_asked && !is_aborted_) ask();
        if (!mail.bytes.empty()) read(mail.bytes);
        step();
    }
}

void Upload::read(std::string_view bytes) {
    if (!reader_ || is_aborted_) return;
    if (const auto read = reader_->read(bytes); !read) {
        give_up_file(read.error());
        reader_.reset();
    }
}

void Upload::begin_part(const http::MultipartReader::Part& part) {
    is_in_file_ = !has_file_ && (part.name == "file" || part.filename);
    field_ = part.name;
    value_.clear();
    if (is_in_file_) begin_file(part);
}

void Upload::begin_file(const http::MultipartReader::Part& part) {
    has_file_ = true;
    if (part.filename) name_ = *part.filename;
    claimed_type_ = part.content_type;
    if (claim_ == Claim::refused || !purpose_->wants_file()) return;
    auto draft = means_.store.begin();
    if (draft) {
        draft_ = *std::move(draft);
    } else {
        log_error("file_not_stored", {{"error", draft.error().text()}});
        give_up_file({Errc::store_unavailable, std::string(no_room)});
    }
}

void Upload::add_content(std::string_view piece) {
    if (!is_in_file_) {
        value_ += piece.substr(0, field_bytes_max - std::min(field_bytes_max, value_.size()));
        return;
    }
    content_.read(piece);
    if (!draft_) return;
    if (content_.size() > means_.size_max)
        return give_up_file({Errc::body_too_large, "The file is too large"});
    if (const auto written = draft_->write(piece); !written) {
        log_error("file_not_stored", {{"error", written.error().text()}});
        give_up_file({Errc::store_unavailable, std::string(no_room)});
    }
}

void Upload::end_part() {
    if (std::exchange(is_in_file_, false)) return;
    if (field_ == "filename" && name_.empty()) name_ = value_;
    purpose_->take_field(field_, std::move(value_));
}

void Upload::give_up_file(Error error) {
    draft_.reset();
    if (!problem_) problem_ = std::move(error);
}

void Upload::hear(Result<domain::Reply> answer) {
    if (claim_ == Claim::asked) {
        if (answer) {
            claim_ = Claim::granted;
            id_ = purpose_->granted(*answer);
        } else {
            claim_ = Claim::refused;
            refusal_ = answer.error();
            draft_.reset();
        }
        return;
    }
    if (stage_ != Stage::completing) return;
    if (!answer) {
        // Of what may still be stored when the store is back, the file has to be there.
        const bool may_count = answer.error().code == Errc::store_unavailable;
        if (outcome_ && !may_count) means_.store.remove(id_);
        release();
        return refuse(answer.error());
    }
    // A repeated request is answered as before, about the file that was sent then.
    const bool is_other = !answer->body.empty() && !answer->body.contains(id_.str());
    if (outcome_ && is_other) means_.store.remove(id_);
    respond(purpose_->accepted(*std::move(answer), outcome_));
}

void Upload::step() {
    if (stage_ != Stage::reading) return;
    if (claim_ == Claim::not_asked && !is_aborted_) ask();
    if (is_aborted_) {
        draft_.reset();
        if (claim_ == Claim::asked) return;
        if (claim_ == Claim::granted) release();
        stage_ = Stage::over;
    } else if (is_ended_) {
        conclude();
    }
}

void Upload::ask() {
    auto claim = purpose_->claim();
    if (!claim) return;
    claim_ = Claim::asked;
    if (means_.submit(*std::move(claim), number_)) return;
    claim_ = Claim::refused;
    refusal_ = Error{Errc::overloaded};
    draft_.reset();
}

void Upload::conclude() {
    if (claim_ == Claim::asked) return;
    if (claim_ == Claim::not_asked)
        return refuse({Errc::bad_request, "The upload does not say what it is for"});
    if (claim_ == Claim::refused) return refuse(*refusal_);

    Result<domain::StoredFile> stored = judge();
    if (stored) {
        if (const auto published = draft_->publish(id_); !published) {
            log_error("file_not_stored", {{"error", published.error().text()}});
            means_.store.remove(id_);
            stored = fail(Errc::store_unavailable, std::string(no_room));
        }
    }
    draft_.reset();
    outcome_ = stored ? Result<void>() : std::unexpected(stored.error());
    auto complete = purpose_->complete(id_, std::move(stored));
    if (!complete) {
        release();
        return refuse(outcome_ ? Error{Errc::internal} : outcome_.error());
    }
    stage_ = Stage::completing;
    if (means_.submit(*std::move(complete), number_)) return;
    if (outcome_) means_.store.remove(id_);
    release();
    refuse(Error{Errc::overloaded});
}

Result<domain::StoredFile> Upload::judge() const {
    if (!purpose_->wants_file()) return fail(Errc::bad_request);
    if (problem_) return std::unexpected(*problem_);
    if (!reader_) return fail(Errc::bad_request, "The upload is no form");
    TRY_VOID(reader_->finish());
    if (!draft_ || content_.size() == 0)
        return fail(Errc::bad_request, "There is no file in the form, or it is empty");
    std::string name = clean_file_name(name_);
    TRY(const std::string_view type, content_.type(name, claimed_type_));
    if (std::ranges::find(means_.types, type) == means_.types.end())
        return fail(Errc::bad_request, "Files of this type are not taken here");
    return domain::StoredFile{std::move(name), std::string(type),
                              static_cast<std::int64_t>(content_.size())};
}

void Upload::respond(http::Response response) {
    stage_ = Stage::over;
    draft_.reset();
    means_.answer(ticket_, std::move(response));
}

void Upload::refuse(const Error& error) {
    log_debug("upload_refused", {{"status", error.status()}, {"error", error.text()}});
    respond(purpose_->refused(error));
}

void Upload::release() {
    if (auto release = purpose_->release(id_))
        static_cast<void>(means_.submit(*std::move(release), number_));
}

}  // namespace rejoinder::app::files
