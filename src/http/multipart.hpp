#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace rejoinder::http {

// Splits the body of a form, `multipart/form-data`, into its parts, in pieces of any size: what is
// in memory does not grow with the body.
//
// Takes what clients are known to send: lines that end with CRLF or LF, names with and without
// quotes, text before the first part and behind the last one.
class MultipartReader {
public:
    struct Limits {
        std::size_t header_bytes = 4'096;  // of one part
        std::size_t parts = 32;
    };
    struct Part {
        std::string name;                     // of the form's field
        std::optional<std::string> filename;  // as sent, a path perhaps; absent for plain fields
        std::string content_type;             // as claimed; empty when it was not
    };

    // Is told what is found, in order; a part's content in any number of pieces.
    class Receiver {
    public:
        virtual ~Receiver() = default;
        virtual void begin_part(const Part& part) = 0;
        virtual void add_content(std::string_view piece) = 0;
        virtual void end_part() = 0;
    };

    // The boundary that a Content-Type header names. Fails with `bad_request` when it is not that
    // of a form.
    static Result<std::string> boundary_of(std::string_view content_type);

    // `receiver` outlives the reader.
    MultipartReader(std::string_view boundary, Receiver& receiver)
        : MultipartReader(boundary, receiver, Limits{}) {}
    MultipartReader(std::string_view boundary, Receiver& receiver, Limits limits);

    // Reads on. Fails with `bad_request` at a limit; then it reads no more.
    Result<void> read(std::string_view bytes);

    // The body has ended. Fails with `bad_request` when it was not whole.
    Result<void> finish() const;

private:
    enum class State : std::uint8_t { preamble, headers, content, epilogue };
    enum class Tail : std::uint8_t { opens, closes, is_none, needs_more };

    // Each takes what it can use away from the buffer; false when more bytes are needed.
    Result<bool> read_content();
    Result<bool> read_header();
    Tail tail_at(std::size_t place, std::size_t& end) const;
    void give(std::size_t bytes);
    void take_header(std::string_view line);

    const std::string delimiter_;  // a line break, two dashes, the boundary
    Receiver& receiver_;
    const Limits limits_;
    State state_ = State::preamble;
    std::string buffer_ = "\n";    // as if a line ended before the body
    bool is_at_line_end_ = false;  // the buffer begins with the line break behind the headers
    Part part_;
    std::size_t header_bytes_ = 0;
    std::size_t parts_ = 0;
};

}  // namespace rejoinder::http
