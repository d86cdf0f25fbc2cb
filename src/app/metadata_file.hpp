#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/problems.hpp"
#include "app/xml_file.hpp"
#include "base/time.hpp"

namespace rejoinder::app {

// What became of one file of a metadata folder.
struct FileReport {
    // Something in the file that was not taken as it stands there, and why.
    struct Note {
        std::uint32_t line = 0;
        std::string element;
        std::string why;
    };

    std::string file;
    // The table, id and full name of what the file describes; empty when it was not taken.
    std::string table;
    std::string id;
    std::string name;
    // The elements that were taken, in the order they were asked for.
    std::vector<std::string> taken;
    std::vector<Note> notes;
    // Why the file was not taken at all; or empty.
    std::string why;
};

// Take a value from an element's text. Each returns what is wrong with it, if anything: then
// `value` is unchanged. Times to wait are written in seconds.
std::optional<std::string> read_text(const std::string& text, std::string& value);
std::optional<std::string> read_text(const std::string& text, bool& value);
std::optional<std::string> read_text(const std::string& text, std::int64_t& value);
std::optional<std::string> read_text(const std::string& text, Duration& value);

// One XML file of the original's Metadata API, read element by element. It remembers what was
// taken, what was not and why, and what is wrong.
class MetadataFile {
public:
    MetadataFile(std::string name, XmlElement root) : root_(std::move(root)) {
        report_.file = std::move(name);
    }

    const XmlElement& root() const { return root_; }
    FileReport& report() { return report_; }
    const FileReport& report() const { return report_; }
    const ProblemList& problems() const { return problems_; }

    // Takes the element if it is there; without text only where `value` is one.
    template <class T>
    void take(std::string_view element, T& value) {
        for_each(element, [&](const XmlElement& found) {
            if (found.text.empty() && !std::is_same_v<T, std::string>) return;
            std::optional<std::string> problem;
            if constexpr (std::is_enum_v<T>)
                problem = read_choice(found.text, enum_names_of(&value), value);
            else
                problem = read_text(found.text, value);
            if (problem) report_problem(found, *problem);
        });
    }

    // Calls `act` with every `inner` element of every `outer` one.
    template <class Act>
    void take_each(std::string_view outer, std::string_view inner, Act act) {
        for_each(outer, [&](const XmlElement& list) {
            for (const XmlElement& element : list.children)
                element.name == inner ? act(element)
                                      : note(element, "is not known within " + list.name);
        });
    }

    // Calls `act` with every element of this name, which counts as taken.
    template <class Act>
    void for_each(std::string_view element, Act act) {
        bool is_there = false;
        for (const XmlElement& found : root_.children) {
            if (found.name != element) continue;
            is_there = true;
            act(found);
        }
        if (is_there && known_.emplace(element).second) report_.taken.emplace_back(element);
    }

    // Passes the element over, and says why if it is there and says anything.
    void ignore(std::string_view element, std::string_view why);

    // To be called in the end: notes every element that nobody asked for.
    void finish();

    void note(const XmlElement& element, std::string why);
    void report_problem(const XmlElement& element, std::string_view what);

private:
    template <class Names, class Enum>
    static std::optional<std::string> read_choice(const std::string& text, const Names& names,
                                                  Enum& value) {
        std::string list;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == text) {
                value = static_cast<Enum>(i);
                return std::nullopt;
            }
            list.append(i == 0 ? "" : ", ").append(names[i]);
        }
        return "must be one of " + list;
    }

    XmlElement root_;
    FileReport report_;
    ProblemList problems_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace rejoinder::app
