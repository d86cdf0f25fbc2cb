#define REJOINDER_CHECK_FIELDS
#include "base/fields.hpp"

#include <gtest/gtest.h>

#include <string>

namespace rejoinder {
namespace {

struct Place {
    int position = 0;
    std::string name = {};
};
FIELDS(Place, position, name);

TEST(Fields, NameEveryMemberAndLeadToIt) {
    const Place place{3, "third"};
    const auto [position, name] = fields_of(&place);

    EXPECT_EQ(position.name, "position");
    EXPECT_EQ(name.name, "name");
    EXPECT_EQ(place.*(position.member), 3);
    EXPECT_EQ(place.*(name.member), "third");
}

}  // namespace
}  // namespace rejoinder
