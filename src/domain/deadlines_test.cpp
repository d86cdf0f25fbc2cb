#include "domain/deadlines.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

namespace rejoinder::domain {
namespace {

struct Owner {
    std::size_t place = static_cast<std::size_t>(-1);
    Instant wanted{};
};

using OwnerDeadlines = Deadlines<Owner, &Owner::place>;

Instant at(std::int64_t milliseconds) { return instant_from_epoch(milliseconds); }

TEST(Deadlines, TheEarliestComesFirstAndOnlyWhenItsTimeHasCome) {
    OwnerDeadlines deadlines;
    Owner early, late;
    deadlines.set(late, at(20));
    deadlines.set(early, at(10));

    EXPECT_EQ(deadlines.earliest(), at(10));
    EXPECT_EQ(deadlines.pop_due(at(9)), nullptr);
    EXPECT_EQ(deadlines.pop_due(at(10)), &early);
    EXPECT_EQ(deadlines.pop_due(at(19)), nullptr);
    EXPECT_EQ(deadlines.pop_due(at(25)), &late);
    EXPECT_EQ(deadlines.earliest(), std::nullopt);
}

TEST(Deadlines, ADeadlineMovesBothWaysAndCanBeCleared) {
    OwnerDeadlines deadlines;
    Owner one, other;
    deadlines.set(one, at(10));
    deadlines.set(other, at(20));

    deadlines.set(one, at(30));
    EXPECT_EQ(deadlines.earliest(), at(20));
    deadlines.set(one, at(5));
    EXPECT_EQ(deadlines.earliest(), at(5));
    deadlines.clear(one);
    deadlines.clear(one);
    EXPECT_EQ(deadlines.earliest(), at(20));
}

TEST(Deadlines, AnyStepsGiveTheSameAsLookingAtAllOfThem) {
    std::mt19937_64 random(7);
    OwnerDeadlines deadlines;
    std::vector<std::unique_ptr<Owner>> owners;
    for (int i = 0; i < 50; ++i) owners.push_back(std::make_unique<Owner>());
    for (int step = 0; step < 5000; ++step) {
        Owner& owner = *owners[random() % owners.size()];
        if (random() % 3 == 0) {
            deadlines.clear(owner);
        } else {
            owner.wanted = at(static_cast<std::int64_t>(random() % 1000));
            deadlines.set(owner, owner.wanted);
        }
        std::optional<Instant> expected;
        for (const auto& each : owners)
            if (each->place != OwnerDeadlines::none)
                expected = expected ? std::min(*expected, each->wanted) : each->wanted;
        ASSERT_EQ(deadlines.earliest(), expected) << "step " << step;
    }
}

}  // namespace
}  // namespace rejoinder::domain
