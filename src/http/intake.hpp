#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "http/body_sink.hpp"
#include "http/request.hpp"

namespace rejoinder::http {

// Turns a connection's bytes into requests, one after the other. Large, so a connection has one
// only while it has bytes; pooled in between.
//
//     read into `space()`, then `commit` the bytes read;
//     while `parse()` says `complete`: use `request()`, then `next_request()`.
//
// Where a body is streamed `parse()` says `head` first: use `request()`, then `stream_to()`; once
// the request is complete, `take_sink()`.
class Intake {
public:
    struct Limits {
        std::size_t header_bytes;      // 431 beyond
        std::size_t body_bytes;        // 413 beyond
        std::size_t stream_bytes = 0;  // 413 beyond, where the body is streamed
    };
    enum class Progress { needs_more, head, complete };

    // Tells from a request's first line whether its body is streamed.
    using Streams = std::function<bool(Method, std::string_view path)>;

    explicit Intake(Limits limits, Streams streams = {})
        : limits_(limits), streams_(std::move(streams)) {}

    // Where the next bytes go. Empty when as many bytes wait as one request's headers may have.
    std::span<char> space();
    void commit(std::size_t bytes);

    // Bytes are here that no request has used yet.
    bool has_bytes() const { return begin_ < end_; }

    // Reads on in the bytes that are here. Fails with `bad_request`, `headers_too_large` or
    // `body_too_large`; nothing but the questions below may be asked then.
    Result<Progress> parse();

    // The headers of the current request are whole.
    bool has_headers() const { return headers_done_; }

    // The current request's client waits for a `100 Continue` before it sends the body.
    bool wants_continue() const;

    // Where the current request's body goes, once for each `head`.
    void stream_to(std::unique_ptr<BodySink> sink) { sink_ = std::move(sink); }
    bool has_sink() const { return sink_ != nullptr; }
    std::unique_ptr<BodySink> take_sink() { return std::move(sink_); }
    // The sink has enough for now.
    bool is_paused() const { return is_paused_; }
    void resume() { is_paused_ = false; }

    // A complete request, or its head; its views last until `next_request`.
    Request request(const boost::asio::ip::address& peer, bool is_tls);
    bool is_http_10() const;
    bool keeps_alive() const;

    // The current request's Origin, when its headers got that far.
    std::optional<std::string_view> origin() const;

    // Forgets the current request; bytes behind it stay.
    void next_request();

    // Forgets everything, to be used for another connection.
    void reset();

private:
    struct Piece {
        std::size_t begin;
        std::size_t size;
    };
    struct Field {
        Piece name;
        Piece value;
    };
    using ErrorCode = boost::system::error_code;

    // A Beast parser that copies what it finds into the intake.
    class Parser final : public boost::beast::http::basic_parser<true> {
    public:
        explicit Parser(Intake& intake) : intake_(intake) {}

    private:
        using View = boost::beast::string_view;
        using Verb = boost::beast::http::verb;
        using FieldName = boost::beast::http::field;
        using ChunkSize = std::uint64_t;

        void on_request_impl(Verb, View method, View target, int version, ErrorCode&) override;
        void on_response_impl(int, View, int, ErrorCode&) override {}
        void on_field_impl(FieldName, View name, View value, ErrorCode&) override;
        void on_header_impl(ErrorCode& error) override;
        void on_body_init_impl(const boost::optional<ChunkSize>&, ErrorCode&) override {}
        std::size_t on_body_impl(View bytes, ErrorCode&) override;
        void on_chunk_header_impl(ChunkSize, View, ErrorCode&) override {}
        std::size_t on_chunk_body_impl(ChunkSize, View bytes, ErrorCode&) override;
        void on_finish_impl(ErrorCode&) override {}

        Intake& intake_;
        int hosts_ = 0;
        bool is_coded_ = false;
    };

    void take_body(std::string_view bytes);
    Piece keep(std::string_view text);
    std::string_view view(Piece piece) const;
    std::optional<std::string_view> header(std::string_view name) const;

    Limits limits_;
    Streams streams_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;  // of the bytes not used yet
    std::size_t end_ = 0;
    std::optional<Parser> parser_;
    Method method_ = Method::other;
    int version_ = 11;
    std::size_t header_bytes_ = 0;  // of the current request, used so far
    bool headers_done_ = false;
    std::string text_;  // target, names and values, one behind the other
    Piece target_ = {};
    std::vector<Field> fields_;
    std::vector<HeaderField> views_;
    std::string body_;
    std::unique_ptr<BodySink> sink_;
    bool is_streamed_ = false;
    bool is_paused_ = false;
    bool has_body_begun_ = false;
};

}  // namespace rejoinder::http
