#include "protocol/api_login.hpp"

#include "protocol/reader.hpp"

namespace rejoinder::protocol {

template Result<api::Login> read(std::string_view json);

}  // namespace rejoinder::protocol
