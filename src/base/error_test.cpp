#include "base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace rejoinder {
namespace {

TEST(Errc, EveryCodeHasItsRowInOrder) {
    EXPECT_EQ(std::size(errc_table), static_cast<std::size_t>(Errc::overloaded) + 1);
    for (std::size_t place = 0; place < std::size(errc_table); ++place) {
        const auto code = static_cast<Errc>(place);
        EXPECT_EQ(errc_table[place].code, code);
        EXPECT_EQ(&row_of(code), &errc_table[place]);
    }
}

TEST(Errc, EveryRowIsAnHttpErrorWithAText) {
    EXPECT_TRUE(std::ranges::all_of(errc_table, [](const ErrcRow& row) {
        return row.status >= 400 && row.status <= 599 && !row.text.empty();
    }));
}

TEST(Error, SaysItsDetailWhereThereIsOne) {
    EXPECT_EQ(fail(Errc::not_found).error().text(), "Resource not found");
    EXPECT_EQ(fail(Errc::not_found, "no such chat").error().text(), "no such chat");
    EXPECT_EQ(fail(Errc::not_found, "no such chat").error().status(), 404);
}

Result<int> half_of(int number) {
    if (number % 2 != 0) return fail(Errc::bad_request, "odd");
    return number / 2;
}

Result<int> quarter_of(int number) {
    TRY(const int half, half_of(number));
    TRY(const int quarter, half_of(half));
    return quarter;
}

Result<void> check_even(int number) {
    TRY_VOID(half_of(number));
    return {};
}

Result<std::unique_ptr<int>> boxed_half_of(int number) {
    TRY(const int half, half_of(number));
    return std::make_unique<int>(half);
}

Result<int> unboxed_half_of(int number) {
    TRY(const std::unique_ptr<int> half, boxed_half_of(number));
    return *half;
}

TEST(Try, GivesTheValueOrReturnsTheErrorToTheCaller) {
    EXPECT_EQ(quarter_of(12), 3);

    const auto failed = quarter_of(6);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, Errc::bad_request);
    EXPECT_EQ(failed.error().text(), "odd");
}

TEST(Try, WorksForResultsOfNothing) {
    EXPECT_TRUE(check_even(2));
    EXPECT_FALSE(check_even(3));
}

TEST(Try, MovesTheValueOut) { EXPECT_EQ(unboxed_half_of(4), 2); }

}  // namespace
}  // namespace rejoinder
