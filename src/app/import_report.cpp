#include "app/import_report.hpp"

#include <array>
#include <boost/json.hpp>
#include <string_view>

namespace rejoinder::app {
namespace {

using Action = RowReport::Action;

constexpr std::array<std::string_view, 4> action_names = {"added", "changed", "removed", "left"};

std::string_view name_of(Action action) { return action_names[static_cast<std::size_t>(action)]; }

std::string line_of(const RowReport& row) {
    std::string line(name_of(row.action));
    line.append(1, ' ').append(row.table).append(1, ' ').append(row.id);
    if (!row.name.empty()) line += " " + row.name;
    if (!row.why.empty()) line += " (" + row.why + ")";
    return line + "\n";
}

std::string lines_of(const FileReport& file) {
    std::string lines = file.file + ": ";
    if (!file.why.empty()) return lines + "not taken: " + file.why + "\n";
    if (file.table.empty())
        lines += "ids";
    else
        lines += file.table + (file.id.empty() ? "" : " " + file.id) +
                 (file.name.empty() ? "" : " " + file.name);
    lines += ", " + std::to_string(file.taken.size()) + " members taken\n";
    for (const FileReport::Note& note : file.notes)
        lines += file.file + ":" + std::to_string(note.line) + ": " + note.element + ": " +
                 note.why + "\n";
    return lines;
}

boost::json::object object_of(const FileReport& file) {
    boost::json::object told{{"file", file.file}};
    if (!file.table.empty()) told["table"] = file.table;
    if (!file.id.empty()) told["id"] = file.id;
    if (!file.name.empty()) told["fullName"] = file.name;
    if (!file.why.empty()) told["ignored"] = file.why;
    boost::json::array taken(file.taken.begin(), file.taken.end());
    told["taken"] = std::move(taken);
    boost::json::array notes;
    for (const FileReport::Note& note : file.notes)
        notes.push_back(
            boost::json::object{{"line", note.line}, {"element", note.element}, {"why", note.why}});
    told["notes"] = std::move(notes);
    return told;
}

}  // namespace

std::string report_text(const Import& import, std::span<const FileReport> files) {
    std::string text;
    for (const FileReport& file : files) text += lines_of(file);
    for (const RowReport& row : import.rows)
        if (row.action != Action::left || !row.why.empty()) text += line_of(row);
    const std::size_t written = import.count(Action::added) + import.count(Action::changed);
    text += std::to_string(written) + " rows written, " +
            std::to_string(import.count(Action::removed)) + " removed, " +
            std::to_string(import.count(Action::left)) + " left that are not in the files, " +
            std::to_string(import.unchanged) + " unchanged\n";
    for (const NewPassword& drawn : import.passwords)
        text += "password of " + drawn.username + ": " + drawn.password + "\n";
    return text;
}

std::string report_json(const Import& import, std::span<const FileReport> files) {
    boost::json::array rows;
    for (const RowReport& row : import.rows) {
        boost::json::object told{{"action", name_of(row.action)},
                                 {"table", row.table},
                                 {"id", row.id},
                                 {"name", row.name}};
        if (!row.why.empty()) told["why"] = row.why;
        rows.push_back(std::move(told));
    }
    boost::json::array told;
    for (const FileReport& file : files) told.push_back(object_of(file));
    const boost::json::object report{
        {"files", std::move(told)}, {"rows", std::move(rows)}, {"unchanged", import.unchanged}};
    return boost::json::serialize(report) + "\n";
}

}  // namespace rejoinder::app
