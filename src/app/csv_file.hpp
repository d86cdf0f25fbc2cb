#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/problems.hpp"

namespace rejoinder::app {

// A table as data exports write it (RFC 4180), its first line being the columns' names.
struct CsvFile {
    struct Line {
        // Where it begins in the file, from 1.
        std::uint32_t number = 0;
        // By the column's name in lower case; what a short line leaves out is empty.
        std::map<std::string, std::string, std::less<>> values;
    };
    // In lower case.
    std::vector<std::string> columns;
    std::vector<Line> lines;

    bool has(std::string_view column) const;

    // Fails with the first problem there is; `name` stands for the file.
    static std::expected<CsvFile, Problems> parse(std::string_view text, std::string_view name);
};

}  // namespace rejoinder::app
