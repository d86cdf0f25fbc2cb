#include "domain/user_agent.hpp"

#include <algorithm>

namespace rejoinder::domain {
namespace {

struct Mark {
    std::string_view text;
    std::string_view name;
};

// The first that is there counts: most browsers also claim to be those they descend from.
constexpr Mark browsers[] = {
    {"Edg/", "Edge"},
    {"EdgA/", "Edge"},
    {"Edge/", "Edge"},
    {"OPR/", "Opera"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"FxiOS/", "Firefox"},
    {"Firefox/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},
    {"MSIE ", "Internet Explorer"},
    {"Trident/7", "Internet Explorer 11"},
};
constexpr Mark platforms[] = {
    {"Windows", "Windows"}, {"iPhone", "iPhone"}, {"iPad", "iPad"},    {"Android", "Android"},
    {"CrOS", "Chrome OS"},  {"Macintosh", "Mac"}, {"Mac OS X", "Mac"}, {"Linux", "Linux"},
};

// The digits that `text` begins with.
std::string_view digits_of(std::string_view text) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const auto end = std::ranges::find_if_not(text, is_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string with_version(std::string_view name, std::string_view rest) {
    std::string text(name);
    const std::string_view version = digits_of(rest);
    if (!version.empty()) text.append(" ").append(version);
    return text;
}

}  // namespace

std::string browser_of(std::string_view user_agent) {
    for (const Mark& mark : browsers) {
        const std::size_t place = user_agent.find(mark.text);
        if (place == std::string_view::npos) continue;
        return with_version(mark.name, user_agent.substr(place + mark.text.size()));
    }
    constexpr std::string_view version = "Version/";
    const std::size_t place = user_agent.find(version);
    if (place != std::string_view::npos && user_agent.contains("Safari/"))
        return with_version("Safari", user_agent.substr(place + version.size()));
    return {};
}

std::string platform_of(std::string_view user_agent) {
    for (const Mark& mark : platforms)
        if (user_agent.contains(mark.text)) return std::string(mark.name);
    return {};
}

}  // namespace rejoinder::domain
