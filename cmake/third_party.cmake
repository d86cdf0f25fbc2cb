# Everything we build on, from Debian packages (installed by `./dev setup`), and which room may use
# what. `tools/tidy` checks the includes against the same table.

set(CMAKE_FIND_PACKAGE_PREFER_CONFIG ON)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(date REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(pugixml REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(simdjson REQUIRED)
find_package(CLI11 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
if(WITH_TESTS)
    find_package(GTest REQUIRED)
endif()

set(third_party_base Boost::headers date::date-tz)
set(third_party_protocol Boost::json simdjson::simdjson)
set(third_party_domain PkgConfig::re2)
set(third_party_store SQLite::SQLite3)
set(third_party_http Threads::Threads OpenSSL::SSL OpenSSL::Crypto)
set(third_party_app PkgConfig::sodium tomlplusplus::tomlplusplus pugixml::pugixml CLI11::CLI11
    spdlog::spdlog fmt::fmt Boost::json)
