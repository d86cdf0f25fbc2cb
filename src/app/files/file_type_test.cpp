#include "app/files/file_type.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace rejoinder::app::files {
namespace {

using namespace std::literals;

// The type of `content`, whatever pieces it comes in; empty when it is refused.
std::string type_of(std::string_view content, std::string_view name,
                    std::string_view claimed = {}) {
    FileContent whole;
    whole.read(content);
    FileContent pieces;
    for (const char& byte : content) pieces.read({&byte, 1});
    const auto type = whole.type(name, claimed);
    EXPECT_EQ(type.value_or(""), pieces.type(name, claimed).value_or("")) << name;
    EXPECT_EQ(whole.size(), content.size());
    if (!type) {
        EXPECT_EQ(type.error().code, Errc::bad_request);
    }
    return std::string(type.value_or(""));
}

constexpr std::string_view png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv;
constexpr std::string_view zip = "PK\x03\x04\x14\0"sv;
constexpr std::string_view ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"sv;

TEST(FileType, IsToldByTheFirstBytes) {
    EXPECT_EQ(type_of(png, "a.png", "image/png"), "image/png");
    EXPECT_EQ(type_of("\xff\xd8\xff\xe0", "a.JPG", "image/jpeg"), "image/jpeg");
    EXPECT_EQ(type_of("GIF89a", "a.gif"), "image/gif");
    EXPECT_EQ(type_of("RIFF\1\2\3\4WEBPVP8 ", "a.webp"), "image/webp");
    EXPECT_EQ(type_of("%PDF-1.7", "a.pdf"), "application/pdf");
    EXPECT_EQ(type_of(zip, "a.zip"), "application/zip");
    EXPECT_EQ(type_of(ole, "a.doc", "application/msword"), "application/msword");
    EXPECT_EQ(type_of(zip, "a.docx"),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(type_of("Gr\xc3\xbc\xc3\x9f"
                      "e\r\n\tund \xe9",
                      "a.txt", "text/plain; charset=utf-8"),
              "text/plain");
    EXPECT_EQ(type_of("a,b\n1,2\n", "a.csv", "application/vnd.ms-excel"), "text/csv");
}

TEST(FileType, NameBytesAndClaimAgree) {
    EXPECT_EQ(type_of(png, "a.pdf"), "");
    EXPECT_EQ(type_of(png, "a.png.exe"), "");
    EXPECT_EQ(type_of("%PDF-1.7", "a.png"), "");
    EXPECT_EQ(type_of(png, "a.png", "application/pdf"), "");
    EXPECT_EQ(type_of(png, "a.png", "text/html"), "");
    EXPECT_EQ(type_of("RIFF\1\2\3\4WAVE", "a.webp"), "");
    EXPECT_EQ(type_of(zip, "a.doc"), "");
    EXPECT_EQ(type_of(png, "a.png", "application/octet-stream"), "image/png");
    EXPECT_EQ(type_of(png, "a.png", "Image/X-PNG"), "image/png");
    EXPECT_EQ(type_of(png, "a.png", " "), "image/png");
    EXPECT_EQ(type_of(png, "a.png", "image/png image/x-png"), "");
}

TEST(FileType, ANameWithoutAnEndingSaysNothing) {
    EXPECT_EQ(type_of(png, "cat"), "image/png");
    EXPECT_EQ(type_of("hello", "README"), "text/plain");
    EXPECT_EQ(type_of("\x7f"
                      "ELF\1\1",
                      "ls"),
              "");
}

TEST(FileType, PagesAndProgramsAreNothingWeTake) {
    for (const std::string_view content :
         {"<!DOCTYPE html>", "  \r\n<html>", "\xef\xbb\xbf<svg xmlns='x'>", "<?xml version='1.0'?>",
          "<script>", "#!/bin/sh\n", "MZ\x90\x01",
          "\x7f"
          "ELF"}) {
        for (const std::string_view name :
             {"a.txt", "a.html", "a.svg", "a.xml", "a.js", "a", "a.png"})
            EXPECT_EQ(type_of(content, name), "") << content << " as " << name;
    }
    EXPECT_EQ(type_of("alert(1)", "a.js", "text/javascript"), "");
    EXPECT_EQ(type_of("alert(1)", "a.txt", "text/javascript"), "");
    EXPECT_EQ(type_of("nul \0 byte"sv, "a.txt"), "");
    EXPECT_EQ(type_of("", "a.png"), "");
}

TEST(FileType, ALateByteMakesATextNone) {
    const std::string text(100'000, 'x');
    EXPECT_EQ(type_of(text, "a.txt"), "text/plain");
    EXPECT_EQ(type_of(text + '\0', "a.txt"), "");
}

TEST(FileType, KnownTypesLast) {
    for (const std::string& type : known_types()) EXPECT_EQ(lasting_type(type), type);
    EXPECT_EQ(lasting_type("text/html"), "application/octet-stream");
    const auto types = known_types();
    for (const char* never : {"text/html", "image/svg+xml", "text/javascript", "text/xml"})
        EXPECT_EQ(std::ranges::find(types, never), types.end());
}

}  // namespace
}  // namespace rejoinder::app::files
