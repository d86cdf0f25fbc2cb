#include "protocol/events.hpp"

namespace rejoinder::protocol {

void write_event(std::string& out, const Event& event) {
    std::visit([&out](const auto& shape) { write_message(out, shape); }, event);
}

std::string event_text(const Event& event) {
    std::string out;
    write_event(out, event);
    return out;
}

}  // namespace rejoinder::protocol
