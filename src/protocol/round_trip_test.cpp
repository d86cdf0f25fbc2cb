// What is written is read again as it was, for every shape: all its members filled, each with
// another value.
#include <gtest/gtest.h>

#include <boost/mp11/list.hpp>
#include <cstdint>
#include <string>
#include <variant>

#include "protocol/events.hpp"
#include "protocol/reader.hpp"
#include "protocol/replies.hpp"
#include "protocol/requests.hpp"

namespace rejoinder::protocol {
namespace {

// Fills shapes with values that are all different and awkward.
class Filler {
public:
    void fill(std::string& text) { text = "\"\\/\n\x01 ü🙂 " + std::to_string(next_++); }
    void fill(LooseText& text) { fill(text.text); }
    void fill(RawJson& json) { json.text = R"({"n":)" + std::to_string(next_++) + "}"; }
    void fill(bool& value) { value = !value; }
    void fill(std::int64_t& number) { number = INT64_MAX - next_++; }
    void fill(double& number) { number = 0.1 + static_cast<double>(next_++); }

    template <class T>
    void fill(std::optional<T>& value) {
        fill(value.emplace());
    }
    template <class T>
    void fill(std::vector<T>& values) {
        for (T& value : values = std::vector<T>(2)) fill(value);
    }
    template <Shape T>
    void fill(T& shape) {
        std::apply([&](const auto&... fields) { (fill(shape.*(fields.member)), ...); },
                   fields_of(&shape));
    }

private:
    std::int64_t next_ = 1;
};

template <class T>
void expect_round_trip(const T& shape) {
    const std::string json = to_json(shape);
    const auto again = read<T>(json);
    ASSERT_TRUE(again) << json << again.error().detail;
    EXPECT_EQ(to_json(*again), json);
}

template <class T>
class RoundTrip : public testing::Test {};

using Replies =
    std::variant<SessionIdReply, ResyncSessionReply, ReconnectSession, Settings, Availability,
                 VisitorId, JsonpError, request::MultiNoun, request::Breadcrumb>;
using Shapes =
    boost::mp11::mp_rename<boost::mp11::mp_append<Event, request::Post, Replies>, testing::Types>;
TYPED_TEST_SUITE(RoundTrip, Shapes);

TYPED_TEST(RoundTrip, KeepsDefaultsAndAllMembers) {
    TypeParam shape{};
    Filler().fill(shape);
    expect_round_trip(shape);
}

}  // namespace
}  // namespace rejoinder::protocol
