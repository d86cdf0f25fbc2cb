#include "http/intake.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <cstring>

#include "base/check.hpp"

namespace rejoinder::http {
namespace {

namespace beast_http = boost::beast::http;

constexpr std::size_t first_buffer_bytes = 2048;

// A pooled intake keeps no more than this of a body.
constexpr std::size_t kept_body_bytes = 16384;

Method method_of(beast_http::verb verb) {
    switch (verb) {
        case beast_http::verb::get:
            return Method::get;
        case beast_http::verb::head:
            return Method::head;
        case beast_http::verb::post:
            return Method::post;
        case beast_http::verb::put:
            return Method::put;
        case beast_http::verb::patch:
            return Method::patch;
        case beast_http::verb::delete_:
            return Method::del;
        case beast_http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

Error error_of(const boost::system::error_code& code) {
    if (code == beast_http::error::header_limit) return Error{Errc::headers_too_large};
    if (code == beast_http::error::body_limit) return Error{Errc::body_too_large};
    return Error{Errc::bad_request};
}

// The target without `http://host`, which clients send to proxies.
std::string_view without_authority(std::string_view target) {
    if (target.starts_with('/')) return target;
    const std::size_t scheme = target.find("://");
    if (scheme == std::string_view::npos || scheme > target.find('?')) return target;
    const std::size_t path = target.find_first_of("/?", scheme + 3);
    return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
}

std::string_view path_of(std::string_view target) {
    const std::string_view local = without_authority(target);
    const std::string_view path = local.substr(0, local.find('?'));
    return path.empty() ? std::string_view("/") : path;
}

}  // namespace

void Intake::Parser::on_request_impl(Verb verb, View, View target, int version, ErrorCode&) {
    intake_.version_ = version;
    intake_.method_ = method_of(verb);
    intake_.target_ = intake_.keep(target);
    if (!intake_.streams_) return;
    intake_.is_streamed_ = intake_.streams_(intake_.method_, path_of(target));
    if (intake_.is_streamed_) body_limit(intake_.limits_.stream_bytes);
}

void Intake::Parser::on_field_impl(FieldName field, View name, View value, ErrorCode&) {
    if (intake_.headers_done_) return;  // a trailer
    if (field == FieldName::host) ++hosts_;
    if (field == FieldName::transfer_encoding) is_coded_ = true;
    const Piece kept_name = intake_.keep(name);
    intake_.fields_.push_back({kept_name, intake_.keep(value)});
}

void Intake::Parser::on_header_impl(ErrorCode& error) {
    intake_.headers_done_ = true;
    // Where a body ends must be beyond doubt, or two readers see two different requests.
    if (is_coded_ && !chunked()) error = beast_http::error::bad_transfer_encoding;
    if (hosts_ > 1 || (hosts_ == 0 && intake_.version_ >= 11)) error = beast_http::error::bad_field;
}

std::size_t Intake::Parser::on_body_impl(View bytes, ErrorCode&) {
    intake_.take_body({bytes.data(), bytes.size()});
    return bytes.size();
}

std::size_t Intake::Parser::on_chunk_body_impl(ChunkSize, View bytes, ErrorCode& error) {
    return on_body_impl(bytes, error);
}

std::span<char> Intake::space() {
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == buffer_.size() && begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ == buffer_.size()) {
        const std::size_t grown = std::max(first_buffer_bytes, buffer_.size() * 2);
        buffer_.resize(std::min(grown, limits_.header_bytes));
    }
    return std::span(buffer_).subspan(end_);
}

void Intake::commit(std::size_t bytes) {
    CHECK(bytes <= buffer_.size() - end_);
    end_ += bytes;
}

Result<Intake::Progress> Intake::parse() {
    if (!parser_) {
        // Some clients end a body with a line break that belongs to no request.
        while (has_bytes() && (buffer_[begin_] == '\r' || buffer_[begin_] == '\n')) ++begin_;
        if (!has_bytes()) return Progress::needs_more;
        parser_.emplace(*this);
        parser_->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
        parser_->body_limit(limits_.body_bytes);
    }
    while (has_bytes()) {
        ErrorCode error;
        const bool is_head = !headers_done_;
        const std::size_t used = parser_->put({buffer_.data() + begin_, end_ - begin_}, error);
        begin_ += used;
        if (is_head) header_bytes_ += used;
        if (header_bytes_ > limits_.header_bytes) return fail(Errc::headers_too_large);
        if (error == beast_http::error::need_more) {
            // Of what is no body yet there is more to come, but no room for it.
            const std::size_t head = (headers_done_ ? 0 : header_bytes_) + end_ - begin_;
            if (head >= limits_.header_bytes) return fail(Errc::headers_too_large);
            return Progress::needs_more;
        }
        if (error) return std::unexpected(error_of(error));
        if (parser_->is_done()) return Progress::complete;
        if (is_head && headers_done_ && is_streamed_) return Progress::head;
    }
    return Progress::needs_more;
}

bool Intake::wants_continue() const {
    if (!headers_done_ || is_http_10() || has_body_begun_ || has_bytes()) return false;
    const auto expect = header("Expect");
    return expect && is_same_word(*expect, "100-continue");
}

Request Intake::request(const boost::asio::ip::address& peer, bool is_tls) {
    CHECK(parser_ && headers_done_);
    views_.clear();
    for (const Field& field : fields_) views_.push_back({view(field.name), view(field.value)});
    Request request;
    request.method = method_;
    request.target = view(target_);
    const std::string_view local = without_authority(request.target);
    const std::size_t question = std::min(local.find('?'), local.size());
    request.path = path_of(request.target);
    request.query = local.substr(std::min(question + 1, local.size()));
    request.body = body_;
    request.headers = views_;
    request.peer = peer;
    request.is_tls = is_tls;
    request.is_upgrade = parser_->upgrade();
    return request;
}

bool Intake::is_http_10() const { return version_ < 11; }

bool Intake::keeps_alive() const { return parser_->keep_alive(); }

std::optional<std::string_view> Intake::origin() const { return header("Origin"); }

void Intake::next_request() {
    parser_.reset();
    method_ = Method::other;
    version_ = 11;
    header_bytes_ = 0;
    headers_done_ = false;
    text_.clear();
    target_ = {};
    fields_.clear();
    views_.clear();
    sink_.reset();
    is_streamed_ = is_paused_ = has_body_begun_ = false;
    body_.clear();
    if (body_.capacity() > kept_body_bytes) std::string().swap(body_);
}

void Intake::reset() {
    next_request();
    begin_ = end_ = 0;
}

void Intake::take_body(std::string_view bytes) {
    has_body_begun_ = true;
    if (!sink_)
        body_.append(bytes);
    else if (!bytes.empty() && sink_->write(bytes) == BodySink::Flow::paused)
        is_paused_ = true;
}

Intake::Piece Intake::keep(std::string_view text) {
    const Piece piece{text_.size(), text.size()};
    text_.append(text);
    return piece;
}

std::string_view Intake::view(Piece piece) const {
    return std::string_view(text_).substr(piece.begin, piece.size);
}

std::optional<std::string_view> Intake::header(std::string_view name) const {
    for (const Field& field : fields_) {
        if (is_same_word(view(field.name), name)) return view(field.value);
    }
    return std::nullopt;
}

}  // namespace rejoinder::http
