#include "app/files/file_name.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "http/query.hpp"

namespace rejoinder::app::files {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";  // U+FFFD
constexpr std::size_t extension_max = 16;

// Control characters, marks without width, and what changes the direction of reading.
bool is_invisible(char32_t code) {
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) ||
           code == 0xfeff;
}

// Not in file names somewhere.
bool is_reserved(char32_t code) {
    return code < 0x80 && std::string_view("<>:\"|?*").contains(static_cast<char>(code));
}

}  // namespace

std::string clean_file_name(std::string_view name) {
    const std::size_t path = name.find_last_of("/\\");
    if (path != std::string_view::npos) name.remove_prefix(path + 1);
    std::string clean;
    while (!name.empty()) {
        const auto character = utf8::first(name);
        const std::size_t bytes = character ? character->bytes : 1;
        if (!character)
            clean += replacement;
        else if (is_reserved(character->code))
            clean += '_';
        else if (!is_invisible(character->code))
            clean += name.substr(0, bytes);
        name.remove_prefix(bytes);
    }
    const std::size_t begin = clean.find_first_not_of(" .");
    if (begin == std::string::npos) return "file";
    clean.erase(0, begin);
    clean.erase(clean.find_last_not_of(" .") + 1);
    if (clean.size() <= file_name_bytes_max) return clean;
    const std::size_t dot = clean.rfind('.');
    const bool has_ending = dot != std::string::npos && clean.size() - dot <= extension_max;
    const std::string ending = has_ending ? clean.substr(dot) : std::string();
    utf8::truncate(clean, file_name_bytes_max - ending.size());
    return clean + ending;
}

std::string file_extension(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return {};
    return lower(std::string(name.substr(dot + 1)));
}

std::string attachment(std::string_view name) {
    std::string plain;
    for (const char c : name)
        plain += c >= ' ' && c < '\x7f' && c != '"' && c != '\\' && c != '%' ? c : '_';
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + http::percent_encode(name);
}

}  // namespace rejoinder::app::files
