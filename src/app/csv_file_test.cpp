#include "app/csv_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rejoinder::app {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(CsvFile, LinesAreReadByTheirColumns) {
    const auto file = CsvFile::parse(
        "\xEF\xBB\xBFName,\"Message\",FolderName\r\nHi,\"He said \"\"hi\"\",\nthen left\",\r\n\r\n"
        "Short",
        "a.csv");
    ASSERT_TRUE(file) << file.error().front();
    EXPECT_THAT(file->columns, ElementsAre("name", "message", "foldername"));
    EXPECT_TRUE(file->has("message"));
    EXPECT_FALSE(file->has("Message"));
    ASSERT_THAT(file->lines, SizeIs(2));
    EXPECT_EQ(file->lines[0].number, 2u);
    EXPECT_EQ(file->lines[0].values.at("message"), "He said \"hi\",\nthen left");
    EXPECT_EQ(file->lines[1].number, 5u);
    EXPECT_EQ(file->lines[1].values.at("name"), "Short");
    EXPECT_EQ(file->lines[1].values.at("message"), "");
}

TEST(CsvFile, WhatIsNoTableIsToldWithItsLine) {
    EXPECT_THAT(CsvFile::parse("a,b\n1,2\n\"x", "a.csv").error(),
                ElementsAre("a.csv:3:1: a quotation mark is not closed"));
    EXPECT_THAT(CsvFile::parse("a\n1,2\n", "a.csv").error(),
                ElementsAre("a.csv:2:1: has more values than there are columns"));
    EXPECT_THAT(CsvFile::parse("a\n\xFF\n", "a.csv").error(), ElementsAre("a.csv: is not UTF-8"));
}

}  // namespace
}  // namespace rejoinder::app
