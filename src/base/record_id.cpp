#include "base/record_id.hpp"

#include <algorithm>

namespace rejoinder {
namespace {

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

std::string record_id_checksum(std::string_view fifteen) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    std::string checksum;
    for (std::size_t block = 0; block < 3; ++block) {
        std::size_t bits = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            const char c = fifteen[block * 5 + i];
            if (c >= 'A' && c <= 'Z') bits |= std::size_t{1} << i;
        }
        checksum += letters[bits];
    }
    return checksum;
}

bool is_record_id_text(std::string_view text) {
    return (text.size() == 15 || text.size() == 18) &&
           std::ranges::all_of(text, is_letter_or_digit);
}

}  // namespace rejoinder
