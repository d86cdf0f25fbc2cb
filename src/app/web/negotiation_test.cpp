#include "app/web/negotiation.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "app/api/test_request.hpp"

namespace rejoinder::app::web {
namespace {

using api::TestRequest;

Codings accepted(std::initializer_list<const char*> values) {
    TestRequest request(http::Method::get, "/console/");
    for (const char* const value : values) request.with("Accept-Encoding", value);
    return accepted_codings(request);
}

constexpr Codings none{};
constexpr Codings both{.gzip = true, .brotli = true};
constexpr Codings only_gzip{.gzip = true};
constexpr Codings only_brotli{.brotli = true};

TEST(AcceptedCodings, AreNoneWhereNothingIsSaid) {
    EXPECT_EQ(accepted({}), none);
    EXPECT_EQ(accepted({""}), none);
    EXPECT_EQ(accepted({"identity"}), none);
    EXPECT_EQ(accepted({"deflate, zstd, bro, gzipped"}), none);
}

TEST(AcceptedCodings, AreThoseThatAreListed) {
    EXPECT_EQ(accepted({"gzip, deflate, br, zstd"}), both);
    EXPECT_EQ(accepted({"GZip"}), only_gzip);
    EXPECT_EQ(accepted({"x-gzip"}), only_gzip);
    EXPECT_EQ(accepted({",,br,"}), only_brotli);
    EXPECT_EQ(accepted({"gzip", "br"}), both);
}

TEST(AcceptedCodings, AreNotThoseOfWeightZero) {
    EXPECT_EQ(accepted({"br;q=0, gzip"}), only_gzip);
    EXPECT_EQ(accepted({"br ; Q=0.000 ,gzip;q=0.001"}), only_gzip);
    EXPECT_EQ(accepted({"gzip;level=1;q=0"}), none);
    EXPECT_EQ(accepted({"gzip;level=1"}), only_gzip);
    EXPECT_EQ(accepted({"gzip;q=1, br;q=0.5"}), both);
}

TEST(AcceptedCodings, AreNotThoseOfAWeightThatIsNone) {
    EXPECT_EQ(accepted({"gzip;q=, br;q=high"}), none);
}

TEST(AcceptedCodings, TheAsteriskStandsForWhatIsNotListed) {
    EXPECT_EQ(accepted({"*"}), both);
    EXPECT_EQ(accepted({"*;q=0"}), none);
    EXPECT_EQ(accepted({"br;q=0, *"}), only_gzip);
    EXPECT_EQ(accepted({"*;q=0, br"}), only_brotli);
}

bool has(std::initializer_list<const char*> values) {
    TestRequest request(http::Method::get, "/console/");
    for (const char* const value : values) request.with("If-None-Match", value);
    return has_already(request, "\"abc-br\"");
}

TEST(HasAlready, WhatItsIfNoneMatchNames) {
    EXPECT_TRUE(has({"\"abc-br\""}));
    EXPECT_TRUE(has({"W/\"abc-br\""}));
    EXPECT_TRUE(has({"\"x\" , \"abc-br\""}));
    EXPECT_TRUE(has({"\"x\"", "\"abc-br\""}));
    EXPECT_TRUE(has({"*"}));
}

TEST(HasAlready, NothingElse) {
    EXPECT_FALSE(has({}));
    EXPECT_FALSE(has({""}));
    EXPECT_FALSE(has({"\"abc\""}));
    EXPECT_FALSE(has({"\"abc-gzip\""}));
    EXPECT_FALSE(has({"abc-br"}));
    EXPECT_FALSE(has({"w/\"abc-br\""}));
}

}  // namespace
}  // namespace rejoinder::app::web
