#include "app/api/csv.hpp"

namespace rejoinder::app::api::csv {

void append_cell(std::string& line, std::string_view text, bool is_first) {
    constexpr std::string_view formula_marks = "=+-@\t\r";
    if (!is_first) line += ',';
    const bool is_formula = !text.empty() && formula_marks.contains(text.front());
    if (!is_formula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += text;
        return;
    }
    line += '"';
    if (is_formula) line += '\'';
    for (const char letter : text) {
        if (letter == '"') line += '"';
        line += letter;
    }
    line += '"';
}

}  // namespace rejoinder::app::api::csv
