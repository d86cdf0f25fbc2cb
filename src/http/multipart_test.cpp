#include "http/multipart.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace rejoinder::http {
namespace {

// Writes down what it is told.
class Notes : public MultipartReader::Receiver {
public:
    void begin_part(const MultipartReader::Part& part) override {
        text += "[" + part.name + "|" + part.filename.value_or("-") + "|" + part.content_type + "|";
    }
    void add_content(std::string_view piece) override {
        EXPECT_FALSE(piece.empty());
        text += piece;
    }
    void end_part() override { text += "]"; }

    std::string text;
};

constexpr const char* incomplete = "!";

// What is found in `body`, given in pieces of the sizes that `next_size` tells.
template <class NextSize>
std::string found(std::string_view body, NextSize next_size,
                  MultipartReader::Limits limits = MultipartReader::Limits{}) {
    Notes notes;
    MultipartReader reader("b0u", notes, limits);
    while (!body.empty()) {
        const std::size_t size = std::min<std::size_t>(body.size(), next_size());
        if (!reader.read(body.substr(0, size))) return notes.text + incomplete;
        body.remove_prefix(size);
    }
    return notes.text + (reader.finish() ? "" : incomplete);
}

std::string found(std::string_view body) {
    return found(body, [] { return std::size_t{1} << 20; });
}

const std::string usual =
    "--b0u\r\nContent-Disposition: form-data; name=\"orgId\"\r\n\r\n00D1\r\n"
    "--b0u\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cat.png\"\r\n"
    "Content-Type: image/png\r\n\r\n\x89PNG\r\n--b0\r\n\r\n--b0u2\n\r\r\n"
    "--b0u\r\nContent-Disposition: form-data; name=\"filename\"\r\n\r\n\r\n--b0u--\r\n";
const std::string usual_found =
    "[orgId|-||00D1][file|cat.png|image/png|\x89PNG\r\n--b0\r\n\r\n--b0u2\n\r][filename|-||]";

TEST(Multipart, SplitsAFormIntoItsParts) { EXPECT_EQ(found(usual), usual_found); }

TEST(Multipart, FindsTheSameHoweverTheBodyIsCut) {
    for (std::size_t size = 1; size < usual.size(); ++size)
        ASSERT_EQ(found(usual, [size] { return size; }), usual_found) << size;
    std::mt19937 chance(7);
    for (int round = 0; round < 2000; ++round)
        ASSERT_EQ(found(usual, [&] { return 1 + chance() % 40; }), usual_found) << round;
}

TEST(Multipart, TakesTheWaysOfKnownClients) {
    EXPECT_EQ(found("--b0u\nContent-Disposition: form-data; name=file; filename=a b.txt\n\n"
                    "one\ntwo\n--b0u--"),
              "[file|a b.txt||one\ntwo]");
    EXPECT_EQ(found("an old mail\r\nsays this\r\n--b0u \t\r\ncontent-disposition:form-data ; "
                    "NAME = \"x\" ;filename=\"C:\\docs\\say \\\"hi\\\".txt\"\r\n\r\n1\r\n"
                    "--b0u--and more\r\n--b0u\r\n"),
              "[x|C:\\docs\\say \"hi\".txt||1]");
    EXPECT_EQ(found("--b0u\r\nContent-Disposition: form-data; name=\"f\"; filename=\"?\"; "
                    "filename*=UTF-8''na%C3%AFve.png\r\n\r\n\r\n--b0u--\r\n"),
              "[f|na\xc3\xafve.png||]");
    EXPECT_EQ(found("--b0u\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n--b0u--"),
              "[empty|-||]");
    EXPECT_EQ(found("--b0u\r\n\r\nno headers\r\n--b0u--"), "[|-||no headers]");
    EXPECT_EQ(found("--b0u--"), "");
}

TEST(Multipart, TellsAnEndThatCameTooEarly) {
    for (std::size_t size = 0; size + 4 < usual.size(); ++size)
        EXPECT_TRUE(found(usual.substr(0, size)).ends_with(incomplete)) << size;
    EXPECT_EQ(found(usual.substr(0, usual.size() - 2)), usual_found);
}

TEST(Multipart, HeadersAndPartsAreBounded) {
    const auto ask = [](const std::string& body, MultipartReader::Limits limits) {
        return found(body, [] { return 3; }, limits);
    };
    const std::string header = "Content-Disposition: form-data; name=\"a\"";
    const std::string part = "--b0u\r\n" + header + "\r\n\r\n1\r\n";
    EXPECT_EQ(ask(part + "--b0u--", {.header_bytes = header.size() + 3, .parts = 1}), "[a|-||1]");
    EXPECT_EQ(ask(part + "--b0u--", {.header_bytes = header.size(), .parts = 1}), "!");
    EXPECT_EQ(ask(part + part + "--b0u--", {.header_bytes = 100, .parts = 2}), "[a|-||1][a|-||1]");
    EXPECT_EQ(ask(part + part + "--b0u--", {.header_bytes = 100, .parts = 1}), "[a|-||1]!");
    EXPECT_EQ(ask("--b0u\r\n" + std::string(1000, 'x'), {.header_bytes = 100, .parts = 1}), "!");
}

TEST(Multipart, GarbageIsReadTheSameHoweverItIsCut) {
    std::mt19937 chance(11);
    const std::vector<std::string> words = {
        "--b0u", "\r", "\n", "\r\n", "--",    "-",  "b0u",      "x",
        " ",     ":",  "\"", ";",    "name=", "\t", "\r\n\r\n", "Content-Disposition:"};
    for (int round = 0; round < 3000; ++round) {
        std::string body;
        for (int i = 0; i < 40; ++i) body += words[chance() % words.size()];
        const std::string whole = found(body);
        ASSERT_EQ(found(body, [] { return 1; }), whole) << body;
        ASSERT_EQ(found(body, [&] { return 1 + chance() % 9; }), whole) << body;
    }
}

TEST(Multipart, TheContentTypeNamesTheBoundary) {
    const auto boundary = [](std::string_view type) {
        return MultipartReader::boundary_of(type).value_or(incomplete);
    };
    EXPECT_EQ(boundary("multipart/form-data; boundary=----WebKit7"), "----WebKit7");
    EXPECT_EQ(boundary("Multipart/Form-Data;charset=utf-8; Boundary=\"a b;c\""), "a b;c");
    EXPECT_EQ(boundary("multipart/form-data"), incomplete);
    EXPECT_EQ(boundary("multipart/form-data; boundary="), incomplete);
    EXPECT_EQ(boundary("multipart/mixed; boundary=a"), incomplete);
    EXPECT_EQ(boundary("text/plain"), incomplete);
    EXPECT_EQ(boundary(""), incomplete);
    EXPECT_EQ(boundary("multipart/form-data; boundary=" + std::string(201, 'b')), incomplete);
}

}  // namespace
}  // namespace rejoinder::http
