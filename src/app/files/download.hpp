#pragma once

#include <string_view>

#include "app/files/file_store.hpp"
#include "base/error.hpp"
#include "http/response.hpp"

namespace rejoinder::app::files {

// The answer that holds a file; `described` is what the core said of it (`Outcome::file`). A
// browser saves it and never shows it in the page's place. Fails with `not_found` when nothing lies
// there.
Result<http::Response> download(const FileStore& store, std::string_view described);

}  // namespace rejoinder::app::files
