#include "app/version.hpp"

#include <sodium/version.h>

#include <algorithm>
#include <boost/version.hpp>

// Set by src/app/CMakeLists.txt.
#ifndef REJOINDER_VERSION
#define REJOINDER_VERSION "0.1.0"
#endif
#ifndef REJOINDER_SQLITE_VERSION
#define REJOINDER_SQLITE_VERSION "unknown"
#endif
#ifndef REJOINDER_OPENSSL_VERSION
#define REJOINDER_OPENSSL_VERSION "unknown"
#endif

namespace rejoinder::app {

std::string_view version() { return REJOINDER_VERSION; }

std::string version_text() {
    std::string boost = BOOST_LIB_VERSION;
    std::ranges::replace(boost, '_', '.');
#ifdef __clang__
    const std::string compiler = "clang " __clang_version__;
#else
    const std::string compiler = "g++ " __VERSION__;
#endif
    return "rejoinder " + std::string(version()) + "\ncompiler  " + compiler +
           "\nsqlite    " REJOINDER_SQLITE_VERSION "\nopenssl   " REJOINDER_OPENSSL_VERSION
           "\nsodium    " SODIUM_VERSION_STRING "\nboost     " +
           boost + "\n";
}

}  // namespace rejoinder::app
