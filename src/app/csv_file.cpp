#include "app/csv_file.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace rejoinder::app {
namespace {

struct Record {
    std::uint32_t number = 0;
    std::vector<std::string> fields;
};

std::unexpected<Problems> fail_at(std::string_view name, std::uint32_t line, std::string what) {
    const Place place{std::string(name), line, 1};
    return std::unexpected(Problems{place.text() + ": " + std::move(what)});
}

// Takes one record off the text, and counts its lines.
std::expected<Record, std::string> take_record(std::string_view& text, std::uint32_t& line) {
    Record record{line, {""}};
    bool is_quoted = false;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c == '\n') ++line;
        std::string& field = record.fields.back();
        if (is_quoted) {
            if (c != '"') {
                field += c;
            } else if (text.starts_with('"')) {
                text.remove_prefix(1);
                field += '"';
            } else {
                is_quoted = false;
            }
        } else if (c == '"' && field.empty()) {
            is_quoted = true;
        } else if (c == ',') {
            record.fields.emplace_back();
        } else if (c == '\n') {
            return record;
        } else if (c != '\r') {
            field += c;
        }
    }
    if (is_quoted) return std::unexpected("a quotation mark is not closed");
    return record;
}

}  // namespace

bool CsvFile::has(std::string_view column) const {
    return std::ranges::find(columns, column) != columns.end();
}

std::expected<CsvFile, Problems> CsvFile::parse(std::string_view text, std::string_view name) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (!utf8::is_valid(text)) return fail_at(name, 0, "is not UTF-8");
    CsvFile file;
    std::uint32_t line = 1;
    while (!text.empty()) {
        const std::uint32_t begin = line;
        auto record = take_record(text, line);
        if (!record) return fail_at(name, begin, record.error());
        if (record->fields.size() == 1 && record->fields.front().empty()) continue;
        if (file.columns.empty()) {
            for (std::string& column : record->fields)
                file.columns.push_back(lower(std::move(column)));
            continue;
        }
        if (record->fields.size() > file.columns.size())
            return fail_at(name, begin, "has more values than there are columns");
        Line& made = file.lines.emplace_back(Line{begin, {}});
        for (std::size_t i = 0; i < file.columns.size(); ++i)
            made.values[file.columns[i]] =
                i < record->fields.size() ? std::move(record->fields[i]) : std::string();
    }
    return file;
}

}  // namespace rejoinder::app
