#include "protocol/api_handover.hpp"

#include "protocol/reader.hpp"
#include "protocol/types.hpp"

namespace rejoinder::protocol {

template Result<api::Transfer> read(std::string_view json);
template Result<api::Conference> read(std::string_view json);
template Result<api::SetFlag> read(std::string_view json);
template Result<api::SetWatching> read(std::string_view json);
template Result<api::Accept> read(std::string_view json);
template Result<api::End> read(std::string_view json);
template Result<api::SendRichMessage> read(std::string_view json);
template Result<api::RoutingReason> read(std::string_view json);
template Result<std::vector<FooterMenuItem>> read(std::string_view json);

}  // namespace rejoinder::protocol
