#include "app/files/file_type.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "app/files/file_name.hpp"
#include "base/text.hpp"

namespace rejoinder::app::files {
namespace {

using namespace std::literals;

// As much of the beginning as is looked at.
constexpr std::size_t head_bytes = 512;

// What the first bytes tell. Several types may share one.
enum class Form : std::uint8_t { png, jpeg, gif, webp, pdf, zip, ole, text };

struct TypeRow {
    std::string_view content_type;
    Form form;
    // The endings of names, and other words that clients have for it; each between blanks.
    std::string_view extensions;
    std::string_view aliases;
};

#define OPEN_XML "application/vnd.openxmlformats-officedocument."
#define OPEN_DOCUMENT "application/vnd.oasis.opendocument."
constexpr auto type_table = std::to_array<TypeRow>({
    {"image/png", Form::png, " png ", " image/x-png "},
    {"image/jpeg", Form::jpeg, " jpg jpeg jpe jfif ", " image/jpg image/pjpeg "},
    {"image/gif", Form::gif, " gif ", " "},
    {"image/webp", Form::webp, " webp ", " "},
    {"application/pdf", Form::pdf, " pdf ", " application/x-pdf "},
    {"text/plain", Form::text, " txt text log md ", " text/markdown text/x-log "},
    {"text/csv", Form::text, " csv ",
     " text/plain application/csv application/vnd.ms-excel text/comma-separated-values "},
    {"application/zip", Form::zip, " zip ", " application/x-zip-compressed application/x-zip "},
    {"application/msword", Form::ole, " doc ", " "},
    {"application/vnd.ms-excel", Form::ole, " xls ", " "},
    {"application/vnd.ms-powerpoint", Form::ole, " ppt ", " "},
    {OPEN_XML "wordprocessingml.document", Form::zip, " docx ", " application/zip "},
    {OPEN_XML "spreadsheetml.sheet", Form::zip, " xlsx ", " application/zip "},
    {OPEN_XML "presentationml.presentation", Form::zip, " pptx ", " application/zip "},
    {OPEN_DOCUMENT "text", Form::zip, " odt ", " application/zip "},
    {OPEN_DOCUMENT "spreadsheet", Form::zip, " ods ", " application/zip "},
    {OPEN_DOCUMENT "presentation", Form::zip, " odp ", " application/zip "},
});
#undef OPEN_XML
#undef OPEN_DOCUMENT

constexpr std::string_view no_type = "application/octet-stream";

bool has_word(std::string_view words, std::string_view word) {
    return !word.empty() && !word.contains(' ') && words.contains(" " + std::string(word) + " ");
}

// Beginnings of what browsers take for a page and systems for a program.
bool looks_active(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    const std::size_t begin = head.find_first_not_of(" \t\r\n\f");
    if (begin == std::string_view::npos) return false;
    return head[begin] == '<' || head.substr(begin).starts_with("#!");
}

bool has_form(Form form, std::string_view head, bool is_text) {
    switch (form) {
        case Form::png:
            return head.starts_with("\x89PNG\r\n\x1a\n"sv);
        case Form::jpeg:
            return head.starts_with("\xff\xd8\xff"sv);
        case Form::gif:
            return head.starts_with("GIF87a") || head.starts_with("GIF89a");
        case Form::webp:
            return head.starts_with("RIFF") &&
                   head.substr(std::min<std::size_t>(8, head.size())).starts_with("WEBP");
        case Form::pdf:
            return head.starts_with("%PDF-");
        case Form::zip:
            return head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv);
        case Form::ole:
            return head.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv);
        case Form::text:
            return is_text && !looks_active(head);
    }
    return false;
}

bool is_text_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 ? byte != 0x7f : (byte >= '\t' && byte <= '\r') || byte == 0x1b;
}

// A type as a client writes it: `Text/Plain; charset=utf-8`.
std::string bare_type(std::string_view claimed) {
    return lower(std::string(trim(take_until(claimed, ';'))));
}

}  // namespace

std::vector<std::string> known_types() {
    std::vector<std::string> types;
    for (const TypeRow& row : type_table) types.emplace_back(row.content_type);
    return types;
}

std::string_view lasting_type(std::string_view content_type) {
    const auto found = std::ranges::find(type_table, content_type, &TypeRow::content_type);
    return found == type_table.end() ? no_type : found->content_type;
}

void FileContent::read(std::string_view piece) {
    if (head_.size() < head_bytes) head_ += piece.substr(0, head_bytes - head_.size());
    size_ += piece.size();
    if (is_text_) is_text_ = std::ranges::all_of(piece, is_text_byte);
}

Result<std::string_view> FileContent::type(std::string_view name, std::string_view claimed) const {
    const std::string extension = file_extension(name);
    const auto fits = [&](const TypeRow& row) {
        // A name without an ending says nothing; the bytes alone tell then, where they can.
        return (extension.empty() || has_word(row.extensions, extension)) &&
               has_form(row.form, head_, is_text_);
    };
    const auto found = std::ranges::find_if(type_table, fits);
    if (found == type_table.end())
        return fail(Errc::bad_request, "The file is not what its name says, or nothing we take");
    const std::string bare = bare_type(claimed);
    const bool is_claim = !bare.empty() && bare != no_type;
    if (is_claim && bare != found->content_type && !has_word(found->aliases, bare))
        return fail(Errc::bad_request, "The file is not of the type that was claimed");
    return found->content_type;
}

}  // namespace rejoinder::app::files
