#include "protocol/api_files.hpp"

#include "protocol/reader.hpp"

namespace rejoinder::protocol {

template Result<api::File> read(std::string_view json);

}  // namespace rejoinder::protocol
