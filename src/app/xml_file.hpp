#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "app/problems.hpp"

namespace rejoinder::app {

// An element of an XML file: its text without the blanks around it, or its children. Attributes,
// comments and namespaces are passed over.
struct XmlElement {
    std::string name;
    std::string text;
    std::uint32_t line = 0;
    std::vector<XmlElement> children;
};

// Elements within elements, at the most.
inline constexpr std::size_t xml_nesting_max = 16;

// The root of the file's text, which must be UTF-8; `name` stands for the file. Document types are
// not read, so no text can grow by its entities. Fails with the first problem there is.
std::expected<XmlElement, Problems> parse_xml(std::string_view text, std::string_view name);

}  // namespace rejoinder::app
