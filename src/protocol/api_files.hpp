#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "protocol/wire.hpp"

// The agents' API: the files of a chat.
namespace rejoinder::protocol::api {

// A file that was asked for or sent in a chat, as it is now. Also the stream's frame for each of
// its changes.
struct File {
    static constexpr std::string_view frame_type = "file";
    std::string chat_key = {};
    std::string file_id = {};
    std::string direction = {};  // "fromVisitor" or "toVisitor"
    std::string state = {};      // "requested", "stored", "failed" or "canceled"
    std::string name = {};       // these three are empty and 0 until it is stored
    std::string content_type = {};
    std::int64_t size = 0;
};
WIRE(File, chat_key, file_id, direction, state, name, content_type, size);

}  // namespace rejoinder::protocol::api
