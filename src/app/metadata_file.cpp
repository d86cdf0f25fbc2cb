#include "app/metadata_file.hpp"

#include <algorithm>
#include <charconv>

namespace rejoinder::app {
namespace {

constexpr std::int64_t count_max = 1'000'000'000;
constexpr std::size_t text_bytes_max = 65'536;

}  // namespace

std::optional<std::string> read_text(const std::string& text, std::string& value) {
    if (text.size() > text_bytes_max) return "is too long";
    value = text;
    return std::nullopt;
}

std::optional<std::string> read_text(const std::string& text, bool& value) {
    if (text != "true" && text != "false") return "must be true or false";
    value = text == "true";
    return std::nullopt;
}

std::optional<std::string> read_text(const std::string& text, std::int64_t& value) {
    std::int64_t read = -1;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, read);
    if (error != std::errc() || rest != end || read < 0 || read > count_max)
        return "must be a whole number from 0 to " + std::to_string(count_max);
    value = read;
    return std::nullopt;
}

std::optional<std::string> read_text(const std::string& text, Duration& value) {
    std::int64_t seconds = 0;
    if (auto problem = read_text(text, seconds)) return problem;
    value = std::chrono::seconds(seconds);
    return std::nullopt;
}

void MetadataFile::ignore(std::string_view element, std::string_view why) {
    known_.emplace(element);
    for (const XmlElement& found : root_.children)
        if (found.name == element && !(found.text.empty() && found.children.empty()))
            note(found, std::string(why));
}

void MetadataFile::finish() {
    for (const XmlElement& element : root_.children)
        if (!known_.contains(element.name)) note(element, "is not known");
    std::ranges::stable_sort(report_.notes, {}, &FileReport::Note::line);
}

void MetadataFile::note(const XmlElement& element, std::string why) {
    report_.notes.push_back({element.line, element.name, std::move(why)});
}

void MetadataFile::report_problem(const XmlElement& element, std::string_view what) {
    problems_.add({report_.file, element.line, 1}, element.name + " " + std::string(what));
}

}  // namespace rejoinder::app
