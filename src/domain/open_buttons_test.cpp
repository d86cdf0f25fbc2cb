#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "domain/desk.hpp"
#include "domain/test_desk.hpp"

// Buttons and skills with business hours. The tests' desk starts on Tuesday, 2023-11-14 22:13:20.
namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const auto until_23 = BusinessHoursId::numbered(1);
const auto from_23 = BusinessHoursId::numbered(2);
constexpr auto to_23 = 46min + 40s;

TestDesk desk_with_hours() {
    TestDesk desk;
    const auto organization = *OrganizationId::parse(TestDesk::organization);
    desk.stored().business_hours = {
        {until_23, organization, "Late", "UTC", {"Tue 22:00-23:00", "Wed 22:00-23:00"}, {}},
        {from_23, organization, "Latest", "UTC", {"Tue 23:00-01:00"}, {}},
    };
    return desk;
}

bool is_offered(TestDesk& desk) {
    VisitorLookup lookup;
    lookup.api_version = 60;
    lookup.organization = TestDesk::organization;
    lookup.nouns = {VisitorLookup::Availability{{TestDesk::button}, false},
                    VisitorLookup::Settings{{TestDesk::button}, false, {}}};
    const std::string body = desk.ask(lookup).body;
    const auto first = body.find("\"isAvailable\":true");
    const bool is_second = body.find("\"isAvailable\":true", first + 1) != std::string::npos;
    EXPECT_EQ(first != std::string::npos, is_second) << "Settings and Availability differ";
    return is_second;
}

bool is_taken(TestDesk& desk, std::string_view more = "") {
    auto visitor = desk.open_session();
    desk.init(visitor, more);
    const std::string events = desk.poll(visitor, -1).body;
    EXPECT_THAT(events, HasSubstr("ChatRequest"));
    return events.find("ChatRequestSuccess") != std::string::npos;
}

TEST(OpenButtons, AButtonIsOfflineOutsideItsHours) {
    TestDesk desk = desk_with_hours();
    desk.stored().buttons[0].business_hours = until_23;
    desk.restart();
    desk.go_online(TestDesk::ann);
    desk.open_stream(TestDesk::ann, std::nullopt);
    EXPECT_TRUE(is_offered(desk));
    EXPECT_TRUE(is_taken(desk));

    desk.advance(to_23 - 1ms);
    EXPECT_TRUE(is_offered(desk));
    desk.advance(1ms);
    EXPECT_FALSE(is_offered(desk));
    EXPECT_FALSE(is_taken(desk));
    EXPECT_EQ(desk.stored().entries.back().type, record::EntryType::cancel_no_agent);

    desk.advance(23h);
    EXPECT_TRUE(is_offered(desk));
}

TEST(OpenButtons, AClosedButtonTakesNoRequestForAnAgentEither) {
    TestDesk desk = desk_with_hours();
    desk.stored().buttons[0].business_hours = from_23;
    desk.restart();
    desk.go_online(TestDesk::ann);
    desk.open_stream(TestDesk::ann, std::nullopt);
    const std::string to_ann = R"(,"agentId":")" + std::string(TestDesk::ann) + "\"";
    EXPECT_FALSE(is_taken(desk, to_ann));
    EXPECT_FALSE(is_taken(desk, R"(,"buttonOverrides":[")" + std::string(TestDesk::ann) + "_" +
                                    TestDesk::button + "\"]"));
    desk.advance(to_23);
    EXPECT_TRUE(is_taken(desk, to_ann));
}

TEST(OpenButtons, AButtonIsOpenWhileOneOfItsSkillsIs) {
    TestDesk desk = desk_with_hours();
    const auto organization = *OrganizationId::parse(TestDesk::organization);
    desk.stored().skills[0].business_hours = until_23;
    desk.stored().skills.push_back({SkillId::numbered(2), organization, "Sales", from_23});
    desk.restart();
    desk.go_online(TestDesk::ann);
    desk.open_stream(TestDesk::ann, std::nullopt);
    EXPECT_TRUE(is_offered(desk));
    desk.advance(to_23);
    EXPECT_FALSE(is_offered(desk)) << "its only skill is closed";

    desk.stored().buttons[0].skills.push_back(SkillId::numbered(2));
    desk.restart();
    desk.open_stream(TestDesk::ann, std::nullopt);
    EXPECT_TRUE(is_offered(desk));
    desk.advance(2h);
    EXPECT_FALSE(is_offered(desk)) << "both are closed";

    desk.stored().skills[1].business_hours = {};
    desk.restart();
    EXPECT_TRUE(is_offered(desk)) << "one is always answered";
}

TEST(OpenButtons, WhoeverWaitsStaysInLineWhenTheHoursEnd) {
    TestDesk desk = desk_with_hours();
    desk.stored().buttons[0].business_hours = until_23;
    desk.stored().agents[0].capacity = 0;
    desk.restart();
    desk.go_online(TestDesk::ann);
    desk.open_stream(TestDesk::ann, std::nullopt);
    desk.advance(to_23 - 1s);
    auto visitor = desk.open_session();
    desk.init(visitor);
    EXPECT_THAT(desk.poll(visitor, -1).body, HasSubstr("ChatRequestSuccess"));

    desk.advance(2s);
    EXPECT_FALSE(is_offered(desk));
    const Caller poll = desk.start_poll(visitor, 0);
    desk.go_online(TestDesk::bob);
    desk.open_stream(TestDesk::bob, std::nullopt);
    EXPECT_EQ(desk.act(TestDesk::bob, agent::Accept{visitor.id}).status, 200);
    ASSERT_TRUE(desk.answer_of(poll));
    EXPECT_THAT(desk.answer_of(poll)->body, HasSubstr("ChatEstablished"));
}

TEST(OpenButtons, HoursThatAreNotThereOrCannotBeReadDoNotClose) {
    TestDesk desk = desk_with_hours();
    desk.stored().buttons[0].business_hours = BusinessHoursId::numbered(9);
    desk.stored().business_hours[0].time_zone = "Europe/Atlantis";
    desk.stored().skills[0].business_hours = until_23;
    desk.restart();
    desk.go_online(TestDesk::ann);
    desk.open_stream(TestDesk::ann, std::nullopt);
    EXPECT_TRUE(is_offered(desk));
}

}  // namespace
}  // namespace rejoinder::domain
