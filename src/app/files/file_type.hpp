#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace rejoinder::app::files {

// The content types that can be told apart, all of them: what `files.types` may list.
std::vector<std::string> known_types();

// `content_type` as a text that lives for ever; `application/octet-stream` when it is not known.
std::string_view lasting_type(std::string_view content_type);

// What a file is, told from its bytes. Pages, drawings and programs that a browser or a system
// would run are nothing we know, whatever they are called.
class FileContent {
public:
    // The next bytes of it.
    void read(std::string_view piece);

    std::uint64_t size() const { return size_; }

    // Its type, when its first bytes, its name and what its sender claims (empty for nothing)
    // agree. Fails with `bad_request`.
    Result<std::string_view> type(std::string_view name, std::string_view claimed) const;

private:
    std::string head_;
    std::uint64_t size_ = 0;
    bool is_text_ = true;
};

}  // namespace rejoinder::app::files
