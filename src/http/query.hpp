#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rejoinder::http {

// What a `+` stands for: itself in a path, a space in a query or a form.
enum class Plus : bool { is_plus, is_space };

// `text` with every `%XX` replaced by its byte. A `%` without two hexadecimal digits stays as it
// is.
std::string percent_decode(std::string_view text, Plus plus = Plus::is_plus);

// `text` with everything but letters, digits and `-._~` written as `%XX`.
std::string percent_encode(std::string_view text);

// The parameters of a query or a form, `a=1&b=[2,3]&a=4`, one at a time and not decoded.
// A parameter without `=` has an empty value; empty parameters are left out.
//
//     for (QueryReader reader(query); reader.next();) use(reader.name(), reader.value());
class QueryReader {
public:
    explicit QueryReader(std::string_view query) : rest_(query) {}

    // Steps to the next parameter, the first one at the first call. False behind the last one.
    bool next();

    // Decoded name and value of the current parameter.
    std::string name() const { return percent_decode(name_, Plus::is_space); }
    std::string value() const { return percent_decode(value_, Plus::is_space); }

    std::string_view raw_name() const { return name_; }
    std::string_view raw_value() const { return value_; }

private:
    std::string_view rest_;
    std::string_view name_;
    std::string_view value_;
};

// The first value of the parameter `name`, decoded; nothing when it is not there.
std::optional<std::string> parameter(std::string_view query, std::string_view name);

// Every value of the parameter `name`, decoded, in the order sent.
std::vector<std::string> parameters(std::string_view query, std::string_view name);

}  // namespace rejoinder::http
