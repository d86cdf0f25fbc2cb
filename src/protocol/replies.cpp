#include "protocol/replies.hpp"

#include <utility>

namespace rejoinder::protocol {
namespace {

// `{"messages":[` … `],"sequence":…,"offset":…}` around the messages.
constexpr std::size_t envelope_size = 80;

}  // namespace

MessagesWriter::MessagesWriter(std::size_t size) {
    out_.reserve(size + envelope_size);
    out_ += R"({"messages":[)";
}

void MessagesWriter::add(std::string_view message) {
    if (!std::exchange(is_first_, false)) out_ += ',';
    out_ += message;
}

std::string MessagesWriter::finish(std::int64_t sequence, std::int64_t offset) {
    out_ += R"(],"sequence":)";
    write_number(out_, sequence);
    out_ += R"(,"offset":)";
    write_number(out_, offset);
    out_ += '}';
    return std::move(out_);
}

std::string messages_text(const std::vector<std::string>& messages) {
    std::string out = R"({"messages":[)";
    bool is_first = true;
    for (const std::string& message : messages) {
        if (!std::exchange(is_first, false)) out += ',';
        out += message;
    }
    return out += "]}";
}

std::string reconnect_reply(std::string affinity_token) {
    std::string out = R"({"messages":[{"type":"ReconnectSession","affinityToken":)";
    write_text(out, affinity_token);
    out += R"(,"message":)";
    write(out, ReconnectSession{true, std::move(affinity_token)});
    return out += "}]}";
}

std::string jsonp_error(std::string text) {
    return messages_text({message_text(JsonpError{std::move(text)})});
}

}  // namespace rejoinder::protocol
