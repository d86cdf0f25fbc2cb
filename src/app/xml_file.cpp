#include "app/xml_file.hpp"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>
#include <utility>

#include "base/utf8.hpp"

namespace rejoinder::app {
namespace {

constexpr std::string_view blanks = " \t\r\n";

class Reader {
public:
    Reader(std::string_view text, std::string_view name) : text_(text), name_(name) {}

    std::expected<XmlElement, Problems> read() {
        if (!utf8::is_valid(text_) || text_.contains('\0'))
            return fail_at(0, "is not XML in UTF-8");
        pugi::xml_document document;
        const pugi::xml_parse_result result = document.load_buffer(
            text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
        if (!result) return fail_at(line_at(result.offset), result.description());
        const pugi::xml_node root = document.document_element();
        for (const pugi::xml_node node : document.children())
            if (node.type() == pugi::node_element && node != root)
                return fail_at(line_of(node), "has a second root element");
        XmlElement element;
        if (const auto line = convert(root, element, 1))
            return fail_at(*line, "elements are nested too deeply");
        return element;
    }

private:
    std::unexpected<Problems> fail_at(std::uint32_t line, std::string_view what) const {
        const Place place{std::string(name_), line, 1};
        return std::unexpected(Problems{place.text() + ": " + std::string(what)});
    }

    std::uint32_t line_at(std::ptrdiff_t offset) {
        const auto end =
            std::min(text_.size(),
                     static_cast<std::size_t>(std::max(offset, static_cast<std::ptrdiff_t>(0))));
        // Elements come in the file's order: counting goes on where it stopped.
        if (end < counted_) {
            counted_ = 0;
            lines_ = 1;
        }
        lines_ += static_cast<std::uint32_t>(
            std::ranges::count(text_.substr(counted_, end - counted_), '\n'));
        counted_ = end;
        return lines_;
    }

    std::uint32_t line_of(const pugi::xml_node& node) { return line_at(node.offset_debug()); }

    // Returns the line of what is nested too deeply.
    std::optional<std::uint32_t> convert(const pugi::xml_node& node, XmlElement& element,
                                         std::size_t depth) {
        element.name = node.name();
        if (const auto colon = element.name.find(':'); colon != std::string::npos)
            element.name.erase(0, colon + 1);
        element.line = line_of(node);
        if (depth > xml_nesting_max) return element.line;
        for (const pugi::xml_node child : node.children()) {
            if (child.type() == pugi::node_element) {
                if (const auto line = convert(child, element.children.emplace_back(), depth + 1))
                    return line;
            } else {
                element.text += child.value();
            }
        }
        const auto first = std::min(element.text.find_first_not_of(blanks), element.text.size());
        element.text.erase(0, first);
        element.text.erase(element.text.find_last_not_of(blanks) + 1);
        return std::nullopt;
    }

    std::string_view text_;
    std::string_view name_;
    std::size_t counted_ = 0;
    std::uint32_t lines_ = 1;
};

}  // namespace

std::expected<XmlElement, Problems> parse_xml(std::string_view text, std::string_view name) {
    return Reader(text, name).read();
}

}  // namespace rejoinder::app
