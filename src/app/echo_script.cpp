#include "app/echo_script.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cstddef>

namespace rejoinder::app {
namespace {

namespace json = boost::json;

// The text of a member; empty when there is none.
std::string_view text_of(const json::object& object, std::string_view name) {
    const json::value* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string_view(value->get_string())
                                                  : std::string_view();
}

std::int64_t number_of(const json::object& object, std::string_view name) {
    const json::value* const value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

EchoCall message(std::string_view text) {
    return {"messages", json::serialize(json::object{{"text", text}})};
}

}  // namespace

std::vector<EchoCall> EchoScript::resume(const json::object& details) {
    std::vector<std::string_view> said;
    std::size_t answered = 0;
    bool is_greeted = false;
    std::int64_t& next = chats_[std::string(text_of(details, "chatKey"))];
    const json::value* const entries = details.if_contains("entries");
    if (entries != nullptr && entries->is_array()) {
        for (const json::value& value : entries->get_array()) {
            if (!value.is_object()) continue;
            const json::object& entry = value.get_object();
            const std::string_view type = text_of(entry, "type");
            const std::string_view text = text_of(entry, "text");
            next = std::max(next, number_of(entry, "position") + 1);
            if (type == "VisitorMessage") said.push_back(text);
            if (type != "AgentMessage" && type != "BotMessage") continue;
            if (text == greeting) is_greeted = true;
            if (text.starts_with(echo_prefix)) ++answered;
        }
    }
    std::vector<EchoCall> calls;
    if (!is_greeted) calls.push_back(message(greeting));
    // Every message gets one answer, in order.
    for (std::size_t i = answered; i < said.size(); ++i) answer(said[i], calls);
    return calls;
}

std::vector<EchoCall> EchoScript::hear(const json::object& data) {
    if (text_of(data, "from") != "visitor") return {};
    const auto chat = chats_.find(std::string(text_of(data, "chatKey")));
    // A chat that is not known yet is being accepted: its details will have this message.
    if (chat == chats_.end()) return {};
    const std::int64_t position = number_of(data, "position");
    if (position < chat->second) return {};
    chat->second = position + 1;
    std::vector<EchoCall> calls;
    answer(text_of(data, "text"), calls);
    return calls;
}

void EchoScript::answer(std::string_view text, std::vector<EchoCall>& calls) {
    calls.push_back({"typing", R"({"isTyping":true})"});
    calls.push_back(message(std::string(echo_prefix) + std::string(text)));
    if (text.find(parting_word) != std::string_view::npos) calls.push_back({"end", ""});
}

}  // namespace rejoinder::app
