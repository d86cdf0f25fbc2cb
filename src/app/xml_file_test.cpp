#include "app/xml_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rejoinder::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string problem_of(std::string_view text) {
    const auto read = parse_xml(text, "a.xml");
    return read ? "" : read.error().front();
}

TEST(XmlFile, ElementsAreReadWithTheirLines) {
    const auto root = parse_xml(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- hi -->\n"
        "<m:Button xmlns:m=\"http://x\">\n  <label> A &amp; B&#252; </label>\n  <skills>\n"
        "    <skill>One</skill>\n    <skill><![CDATA[<Two>]]></skill>\n  </skills>\n"
        "  <empty/>\n</m:Button>\n",
        "a.xml");
    ASSERT_TRUE(root) << root.error().front();
    EXPECT_EQ(root->name, "Button");
    EXPECT_EQ(root->line, 3u);
    ASSERT_THAT(root->children, SizeIs(3));
    EXPECT_EQ(root->children[0].text, "A & B\xC3\xBC");
    EXPECT_EQ(root->children[0].line, 4u);
    EXPECT_EQ(root->children[1].children.at(1).text, "<Two>");
    EXPECT_EQ(root->children[1].children[1].line, 7u);
    EXPECT_EQ(root->children[2].text, "");
}

TEST(XmlFile, WhatIsNoXmlIsToldWithItsLine) {
    EXPECT_THAT(problem_of(""), HasSubstr("a.xml:1:1: No document element found"));
    EXPECT_THAT(problem_of("<a>\n<b>\n</a>"), HasSubstr("a.xml:3:1: "));
    EXPECT_THAT(problem_of("<a>\n<b/>"), HasSubstr("a.xml:2:1: "));
    EXPECT_EQ(problem_of("<a/>\n<b/>"), "a.xml:2:1: has a second root element");
    EXPECT_EQ(problem_of("<a>\xE4</a>"), "a.xml: is not XML in UTF-8");
    EXPECT_EQ(problem_of(std::string_view("<a>\0</a>", 8)), "a.xml: is not XML in UTF-8");
}

TEST(XmlFile, NestingIsBounded) {
    std::string open;
    std::string close;
    for (std::size_t i = 0; i < xml_nesting_max; ++i) open += "<a>", close += "</a>";
    EXPECT_EQ(problem_of(open + close), "");
    EXPECT_THAT(problem_of(open + "<a/>" + close), HasSubstr("nested too deeply"));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    for (int i = 0; i < 100'000; ++i) deep += "</a>";
    EXPECT_THAT(problem_of(deep), HasSubstr("nested too deeply"));
}

TEST(XmlFile, DocumentTypesAreNotRead) {
    const auto root = parse_xml(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"yy\">]>"
        "<a>&x;&y;</a>",
        "a.xml");
    ASSERT_TRUE(root);
    EXPECT_EQ(root->text, "&x;&y;");
}

}  // namespace
}  // namespace rejoinder::app
