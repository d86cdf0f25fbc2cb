#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rejoinder::app {

// What is wrong with something the operator wrote: `file:line:column: message` each.
using Problems = std::vector<std::string>;

// Where in a file something stands; line 0 is the file as a whole.
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    // `file:line:column`, or `file`.
    std::string text() const;
};

// Collects problems, so that all of them can be told at once and in the file's order.
class ProblemList {
public:
    void add(const Place& place, std::string_view what);

    bool empty() const { return problems_.empty(); }

    // By line and column; what has no line comes last, as it was added.
    Problems sorted() const;

private:
    // Equal keys keep the order they were added in.
    std::multimap<std::tuple<bool, std::uint32_t, std::uint32_t>, std::string> problems_;
};

}  // namespace rejoinder::app
