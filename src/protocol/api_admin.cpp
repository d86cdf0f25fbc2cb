#include "protocol/api_admin.hpp"

#include "protocol/reader.hpp"

namespace rejoinder::protocol {

template Result<api::SetPassword> read(std::string_view json);

}  // namespace rejoinder::protocol
