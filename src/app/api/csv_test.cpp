#include "app/api/csv.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>

namespace rejoinder::app::api::csv {

struct Row {
    std::string chat_key = {};
    std::optional<double> wait_time = {};
    std::int64_t count = 0;
    bool is_open = false;
    std::vector<std::string> skills = {};
};
WIRE(Row, chat_key, wait_time, count, is_open, skills);

namespace {

std::string cell(std::string_view text) {
    std::string line;
    append_cell(line, text, true);
    return line;
}

TEST(Csv, ColumnsHaveTheOriginalsNames) {
    EXPECT_EQ(header<Row>(), "ChatKey,WaitTime,Count,IsOpen,Skills\r\n");
}

TEST(Csv, ALineHasACellForEachColumn) {
    std::string out;
    append_line(out, Row{"k", 2.5, -1, true, {"a", "b"}});
    append_line(out, Row{});
    EXPECT_EQ(out, "k,2.5,\"'-1\",true,a b\r\n,,0,false,\r\n");
}

TEST(Csv, WhatWouldBreakALineIsQuoted) {
    EXPECT_EQ(cell("plain"), "plain");
    EXPECT_EQ(cell("a,b"), "\"a,b\"");
    EXPECT_EQ(cell("say \"hi\""), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(cell("Grüße"), "Grüße");
}

TEST(Csv, NoTextBecomesAFormula) {
    for (const char* text : {"=1+1", "+1", "-1", "@sum", "\ttab", "\rreturn"})
        EXPECT_EQ(cell(text), "\"'" + std::string(text) + "\"");
    EXPECT_EQ(cell("1=1"), "1=1");
}

}  // namespace
}  // namespace rejoinder::app::api::csv
