#include "app/toml_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

namespace rejoinder::app {

std::expected<std::string, std::string> read_text_file(const std::filesystem::path& file) {
    std::error_code error;
    const bool is_directory = std::filesystem::is_directory(file, error);
    if (is_directory) return std::unexpected(file.string() + ": is a directory");
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::unexpected(file.string() + ": " + std::strerror(errno));
    std::string text;
    constexpr std::size_t chunk = 65'536;
    while (stream && text.size() <= text_file_bytes_max) {
        const std::size_t before = text.size();
        text.resize(before + chunk);
        stream.read(text.data() + before, chunk);
        text.resize(before + static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) return std::unexpected(file.string() + ": cannot be read");
    if (text.size() > text_file_bytes_max) return std::unexpected(file.string() + ": is too large");
    return text;
}

toml::table parse_toml(std::string_view text, std::string_view file, ProblemList& problems) {
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        problems.add(place_of(file, error.source()), error.description());
        return {};
    }
}

Place place_of(std::string_view file, const toml::source_region& source) {
    return {std::string(file), source.begin.line, source.begin.column};
}

}  // namespace rejoinder::app
