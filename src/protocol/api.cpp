#include "protocol/api.hpp"

#include "protocol/reader.hpp"

namespace rejoinder::protocol {

template Result<api::SetPresence> read(std::string_view json);
template Result<api::SendMessage> read(std::string_view json);
template Result<api::SetTyping> read(std::string_view json);
template Result<api::SendCustomEvent> read(std::string_view json);
template Result<api::AttachRecord> read(std::string_view json);
template Result<api::BlockVisitor> read(std::string_view json);
template Result<api::Resume> read(std::string_view json);
template Result<api::Ping> read(std::string_view json);

}  // namespace rejoinder::protocol
