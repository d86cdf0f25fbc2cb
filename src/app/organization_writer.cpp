#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <type_traits>

#include "app/duration.hpp"
#include "app/organization_file.hpp"
#include "app/row_names.hpp"

namespace rejoinder::app {
namespace {

constexpr std::size_t line_columns_max = 100;

std::string two(unsigned number, std::size_t digits = 2) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string text_of(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append(1, '\\').append(1, c);
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (byte < 0x20 || byte == 0x7F)
            out.append("\\u00").append(1, hex[byte >> 4U]).append(1, hex[byte & 0xFU]);
        else
            out += c;
    }
    return out + "\"";
}

std::string instant_text(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    const auto number = [](auto count) { return static_cast<unsigned>(count); };
    return two(number(static_cast<int>(date.year())), 4) + "-" +
           two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day())) +
           "T" + two(number(time.hours().count())) + ":" + two(number(time.minutes().count())) +
           ":" + two(number(time.seconds().count())) + "." +
           two(number(time.subseconds().count()), 3) + "Z";
}

// Writes members as `organization_file.cpp` reads them.
class MemberWriter {
public:
    explicit MemberWriter(const RowNames& names) : names_(names) {}

    std::string text(const std::string& value) const { return text_of(value); }
    std::string text(bool value) const { return value ? "true" : "false"; }
    std::string text(std::int64_t value) const { return std::to_string(value); }
    std::string text(Duration value) const { return text_of(duration_text(value)); }
    std::string text(Instant value) const { return instant_text(value); }
    template <class Enum>
        requires std::is_enum_v<Enum>
    std::string text(Enum value) const {
        return text_of(record::name_of(value));
    }
    template <class Prefix>
    std::string text(const RecordId<Prefix>& reference) const {
        return text_of(names_.has(reference) ? names_.text_of(reference) : "");
    }
    // Within brackets; each on a line of its own where they do not fit into one.
    template <class T>
    std::string text(const std::vector<T>& values, std::size_t columns) const {
        std::vector<std::string> parts;
        for (const T& value : values)
            if (is_there(value)) parts.push_back(text(value));
        std::string line;
        std::string lines = "\n";
        for (const std::string& part : parts) {
            line += (line.empty() ? "" : ", ") + part;
            lines += "    " + part + ",\n";
        }
        return "[" + (line.size() + columns + 2 > line_columns_max ? lines : line) + "]";
    }
    template <class T>
    std::string text(const T& value, std::size_t) const {
        return text(value);
    }

private:
    static bool is_there(const std::string&) { return true; }
    template <class Prefix>
    bool is_there(const RecordId<Prefix>& reference) const {
        return names_.has(reference);
    }

    const RowNames& names_;
};

template <class Row>
std::string row_text(const Row& row, const MemberWriter& writer) {
    static const Row usual = default_row<Row>();
    std::string text = "\n[[" + std::string(table_of<Row>()) + "]]\n";
    const auto write = [&](const auto& field) {
        if (is_left_out(field.name)) return;
        const std::string head = std::string(field.name) + " = ";
        if constexpr (std::is_same_v<decltype(field.member), decltype(&Row::id)>)
            if (field.name == "id")
                return static_cast<void>(text += head + text_of(row.id.view()) + "\n");
        const bool is_usual = row.*field.member == usual.*field.member && field.name != "name";
        if (!is_usual) text += head + writer.text(row.*field.member, head.size()) + "\n";
    };
    visit_fields(&row, [&](const auto&... field) { (write(field), ...); });
    return text;
}

}  // namespace

std::vector<TextFile> write_organization(const record::Organization& organization,
                                         const OrganizationRows& rows) {
    RowNames names;
    for_each_kind(rows, [&](const auto& list) {
        for (const auto& row : list) names.add(row.id, name_of(row));
    });
    std::vector<TextFile> files;
    files.push_back(
        {"organization.toml", "[organization]\nid = " + text_of(organization.id.view()) +
                                  "\nname = " + text_of(organization.name) + "\n"});
    for_each_kind(rows, [&]<class Row>(const std::vector<Row>& list) {
        std::vector<const Row*> sorted;
        for (const Row& row : list) sorted.push_back(&row);
        std::ranges::sort(sorted, {}, [](const Row* row) { return row->id; });
        std::string text = "# The [[" + std::string(table_of<Row>()) + "]] tables of " +
                           organization.id.str() + ".\n";
        for (const Row* row : sorted) text += row_text(*row, MemberWriter(names));
        files.push_back({std::string(table_of<Row>()) + ".toml", std::move(text)});
    });
    return files;
}

}  // namespace rejoinder::app
