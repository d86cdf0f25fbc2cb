#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::app {

// One POST below a chat of the agents' API: `messages`, `typing` or `end`.
struct EchoCall {
    std::string action;
    std::string body;

    bool operator==(const EchoCall&) const = default;
};

// What the echo agent says and does in its chats. Decides only; sends nothing.
class EchoScript {
public:
    static constexpr std::string_view greeting = "Hello from agent";
    static constexpr std::string_view echo_prefix = "echo: ";
    // A message with this in it ends the chat.
    static constexpr std::string_view parting_word = "bye";

    bool knows(const std::string& chat) const { return chats_.contains(chat); }

    // For a chat as `ChatDetails` shows it, just accepted or found after an interruption: greets
    // unless that was done, and answers every message that has no answer.
    std::vector<EchoCall> resume(const boost::json::object& details);

    // For the `data` of a `chat.message` frame: answers what a visitor says, once.
    std::vector<EchoCall> hear(const boost::json::object& data);

    void forget(const std::string& chat) { chats_.erase(chat); }

private:
    static void answer(std::string_view text, std::vector<EchoCall>& calls);

    // The position of the first entry not looked at yet, by chat key.
    std::map<std::string, std::int64_t> chats_;
};

}  // namespace rejoinder::app
