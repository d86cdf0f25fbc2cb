#include "domain/transcript_text.hpp"

#include <chrono>

#include "base/utf8.hpp"
#include "domain/transcript.hpp"
#include "record/voice.hpp"

namespace rejoinder::domain::transcript {
namespace {

using record::EntryType;
using record::Voice;

// Whether the entry is something said that the reader may see.
bool is_said(const record::Entry& entry, Reader reader) {
    if (entry.type == EntryType::whisper) return reader == Reader::supervisor;
    return voice_of(entry.type) != Voice::nobody;
}

std::string_view author_of(const record::Entry& entry, const record::Chat& chat) {
    if (!entry.name.empty()) return entry.name;
    if (voice_of(entry.type) == Voice::visitor)
        return chat.visitor_name.empty() ? "Visitor" : std::string_view(chat.visitor_name);
    return "Agent";
}

void append_on_one_line(std::string& out, std::string_view text) {
    for (const char letter : text) {
        if (letter == '\r') continue;
        out += letter == '\n' ? ' ' : letter;
    }
}

std::string line_of(const record::Entry& entry, const record::Chat& chat) {
    std::string line = time_text(entry.at) + " ";
    if (entry.type == EntryType::whisper) line += "(whisper) ";
    append_on_one_line(line, author_of(entry, chat));
    line += ": ";
    append_on_one_line(line, entry.content);
    return line += '\n';
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char letter : text) {
        switch (letter) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += letter;
        }
    }
}

constexpr std::string_view page_head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>
:root { --ink: #1b1b1b; --paper: #fff; --soft: #5c5c5c; --line: #ddd; --operator: #eef4fb; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --paper: #161616; --soft: #aaa; --line: #333; --operator: #1d2a38; }
}
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt, time, .note { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; padding: 0; }
li { border-top: 1px solid var(--line); padding: .5rem; break-inside: avoid; }
li.operators { background: var(--operator); }
li.whisper { font-style: italic; }
li p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { :root { --ink: #000; --paper: #fff; } body { margin: 0; max-width: none; } }
</style>
)";

void append_field(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.append("<dt>").append(name).append("</dt><dd dir=\"auto\">");
    append_escaped(out, value);
    out.append("</dd>\n");
}

void append_item(std::string& out, const record::Entry& entry, const record::Chat& chat) {
    const bool is_whisper = entry.type == EntryType::whisper;
    out += is_whisper                               ? "<li class=\"whisper\">"
           : voice_of(entry.type) == Voice::visitor ? "<li class=\"visitor\">"
                                                    : "<li class=\"operators\">";
    out += "<strong dir=\"auto\">";
    append_escaped(out, author_of(entry, chat));
    out.append("</strong> <time>").append(time_text(entry.at)).append("</time>");
    if (is_whisper) out += " <span class=\"note\">whisper</span>";
    out += "\n<p dir=\"auto\">";
    append_escaped(out, entry.content);
    out += "</p></li>\n";
}

void append_files(std::string& out, const Source& source) {
    if (source.files.empty()) return;
    out += "<h2>Files</h2>\n<ul>\n";
    for (const record::File& file : source.files) {
        out += "<li dir=\"auto\">";
        append_escaped(out, file.name.empty() ? "(not sent)" : std::string_view(file.name));
        out += " <span class=\"note\">" + std::to_string(file.size) + " bytes</span></li>\n";
    }
    out += "</ul>\n";
}

}  // namespace

std::string time_text(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    const auto two_digits = [](auto number) {
        const std::string text = std::to_string(number);
        return text.size() < 2 ? "0" + text : text;
    };
    return std::to_string(static_cast<int>(date.year())) + "-" +
           two_digits(static_cast<unsigned>(date.month())) + "-" +
           two_digits(static_cast<unsigned>(date.day())) + " " + two_digits(time.hours().count()) +
           ":" + two_digits(time.minutes().count()) + ":" + two_digits(time.seconds().count()) +
           "Z";
}

std::string text_of(const Source& source, Reader reader) {
    // Room for the mark, with the largest number in it.
    constexpr std::size_t mark_characters_max = 80;
    std::string text;
    std::size_t characters = 0;
    std::size_t missing = 0;
    for (const record::Entry& entry : source.entries) {
        if (!is_said(entry, reader)) continue;
        const std::string line = line_of(entry, source.chat);
        characters += utf8::count_characters(line);
        if (missing > 0 || characters > body_characters_max - mark_characters_max)
            ++missing;
        else
            text += line;
    }
    if (missing > 0) text += "[cut here: " + std::to_string(missing) + " more messages]\n";
    return text;
}

std::string page_of(const Source& source, Reader reader) {
    const auto transcript = summary_of(source.number, source.chat);
    std::string page(page_head);
    page.append("<title>Chat ").append(transcript.name).append("</title>\n</head>\n<body>\n");
    page.append("<h1>Chat ").append(transcript.name).append("</h1>\n<dl>\n");
    append_field(page, "Visitor", source.chat.visitor_name);
    append_field(page, "Status", transcript.status);
    append_field(page, "Requested", time_text(source.chat.request_time));
    if (source.chat.start_time) append_field(page, "Began", time_text(*source.chat.start_time));
    if (source.chat.end_time) append_field(page, "Ended", time_text(*source.chat.end_time));
    append_field(page, "Ended by", transcript.ended_by.value_or(""));
    append_field(page, "Address", transcript.ip_address);
    append_field(page, "Browser", transcript.browser);
    append_field(page, "Page", transcript.last_visited_page);
    append_field(page, "Key", transcript.chat_key);
    page += "</dl>\n<ol>\n";
    for (const record::Entry& entry : source.entries)
        if (is_said(entry, reader)) append_item(page, entry, source.chat);
    page += "</ol>\n";
    append_files(page, source);
    return page += "</body>\n</html>\n";
}

}  // namespace rejoinder::domain::transcript
