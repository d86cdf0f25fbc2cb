#include "app/problems.hpp"

namespace rejoinder::app {

std::string Place::text() const {
    if (line == 0) return file;
    return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

void ProblemList::add(const Place& place, std::string_view what) {
    problems_.emplace(std::tuple(place.line == 0, place.line, place.column),
                      place.text() + ": " + std::string(what));
}

Problems ProblemList::sorted() const {
    Problems texts;
    for (const auto& [place, text] : problems_) texts.push_back(text);
    return texts;
}

}  // namespace rejoinder::app
