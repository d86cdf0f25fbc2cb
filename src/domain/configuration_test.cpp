#include "domain/configuration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace rejoinder::domain::configuration {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Fills rows with values that are all different.
class Filler {
public:
    template <class Row>
    Row filled() {
        Row row;
        visit_fields(&row, [&](const auto&... fields) { (fill(row.*fields.member), ...); });
        return row;
    }

private:
    void fill(std::string& text) { text = "\"text\" ü\n" + std::to_string(next_++); }
    void fill(bool& flag) { flag = !flag; }
    void fill(std::int64_t& number) { number = next_++; }
    void fill(Duration& time) { time = Duration{1500 + 1001 * next_++}; }
    void fill(Instant& at) { at = instant_from_epoch(1'700'000'000'000 + next_++); }
    template <class Prefix>
    void fill(RecordId<Prefix>& id) {
        id = RecordId<Prefix>::numbered(static_cast<std::uint64_t>(next_++));
    }
    template <class Item>
    void fill(std::vector<Item>& items) {
        items.resize(2);
        for (Item& item : items) fill(item);
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void fill(Enum& value) {
        value = static_cast<Enum>(enum_names_of(&value).size() - 1);
    }

    std::int64_t next_ = 1;
};

// The members in which two rows differ.
template <class Row>
std::vector<std::string> differences(const Row& one, const Row& other) {
    std::vector<std::string> found;
    const auto look = [&](const auto& field) {
        if (one.*field.member != other.*field.member) found.emplace_back(field.name);
    };
    visit_fields(&one, [&](const auto&... fields) { (look(fields), ...); });
    return found;
}

template <class Row>
class Codec : public testing::Test {};

using Rows = testing::Types<record::Organization, record::Deployment, record::BusinessHours,
                            record::Skill, record::Button, record::Agent, record::AgentConfig,
                            record::QuickText, record::SensitiveDataRule, record::BlockingRule>;
TYPED_TEST_SUITE(Codec, Rows);

TYPED_TEST(Codec, ReadsWhatItWrites) {
    const auto row = Filler().filled<TypeParam>();
    const auto read = from_json(to_json(row), TypeParam{});
    ASSERT_TRUE(read) << read.error().text();
    for (const std::string& member : differences(row, *read))
        EXPECT_THAT(member, testing::AnyOf("organization", "password_hash", "api_key_hash"));
}

TYPED_TEST(Codec, KeepsWhatIsNotSent) {
    const auto row = Filler().filled<TypeParam>();
    for (const char* body : {"{}", R"({"unknown":{"deep":[1]},"id":null})"}) {
        const auto read = from_json(body, row);
        ASSERT_TRUE(read) << read.error().text();
        EXPECT_THAT(differences(row, *read), IsEmpty());
    }
}

TYPED_TEST(Codec, NamesEachMemberOfTheWrongType) {
    const auto row = Filler().filled<TypeParam>();
    std::string body = "{";
    std::size_t count = 0;
    const auto add = [&](const auto& field) {
        if (field.name == "organization" || field.name.ends_with("_hash")) return;
        body += (count++ > 0 ? ",\"" : "\"") + property_name(field.name) + "\":{}";
    };
    visit_fields(&row, [&](const auto&... fields) { (add(fields), ...); });
    const auto read = from_json(body + "}", row);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Errc::bad_request);
    EXPECT_EQ(read.error().fields.size(), count);
}

TEST(Configuration, TellsOfASecretOnlyWhetherItIsSet) {
    record::Agent row;
    row.password_hash = "a secret";
    const std::string json = to_json(row);
    EXPECT_THAT(json, HasSubstr(R"("hasPassword":true,"hasApiKey":false)"));
    EXPECT_THAT(json, Not(HasSubstr("a secret")));

    const auto read =
        from_json(R"({"passwordHash":"x","hasPassword":false,"apiKeyHash":"x"})", row);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->password_hash, "a secret");
    EXPECT_EQ(read->api_key_hash, "");
}

TEST(Configuration, TakesTimesInSecondsAndFractions) {
    const auto read =
        from_json(R"({"connectionWarning":30,"connectionTimeout":1.5})", record::Deployment{});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->connection_warning, 30s);
    EXPECT_EQ(read->connection_timeout, 1500ms);
    EXPECT_THAT(to_json(*read), HasSubstr(R"("connectionWarning":30,"connectionTimeout":1.5)"));
}

TEST(Configuration, RefusesIdsOfAnotherKind) {
    const auto read =
        from_json(R"({"skills":["573000000000001"],"routingType":"Fair"})", record::Button{});
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().fields.size(), 2U);
    EXPECT_EQ(read.error().fields[0].field, "skills");
    EXPECT_EQ(read.error().fields[1].detail,
              "must be one of Choice LeastActive MostAvailable Omni");
    EXPECT_THAT(read.error().detail, HasSubstr("skills: must be an id"));
}

// What is wrong with a row in an organization with one object of each kind, numbered 1.
class Checks : public testing::Test {
protected:
    Checks() {
        organization_.skills[SkillId::numbered(1)] = {SkillId::numbered(1), {}, "Support", {}};
        organization_.business_hours[BusinessHoursId::numbered(1)] = {};
        organization_.deployments[DeploymentId::numbered(1)] = {};
        organization_.buttons[ButtonId::numbered(1)] = {};
        auto agent = std::make_unique<Agent>();
        agent->row.id = AgentId::numbered(1);
        agent->row.username = "ann";
        organization_.agents[AgentId::numbered(1)] = std::move(agent);
    }

    template <class Row>
    std::vector<std::string> wrong(const Row& row) {
        std::vector<std::string> fields;
        for (const auto& problem : problems_of(row, organization_)) fields.push_back(problem.field);
        return fields;
    }
    // The same when one member has this value.
    template <class Row, class Member, class Value>
    std::vector<std::string> wrong(Row row, Member Row::* member, Value value) {
        row.*member = value;
        return wrong(row);
    }

    static std::string text(std::size_t characters) {
        std::string text;
        for (std::size_t i = 0; i < characters; ++i) text += "ü";
        return text;
    }

    Organization organization_;
};

TEST_F(Checks, NamesHave1To255Characters) {
    using Row = record::Skill;
    EXPECT_THAT(wrong(Row{}), ElementsAre("name"));
    EXPECT_THAT(wrong(Row{}, &Row::name, text(255)), IsEmpty());
    EXPECT_THAT(wrong(Row{}, &Row::name, text(256)), ElementsAre("name"));
    EXPECT_THAT(wrong(Row{}, &Row::name, "two\nlines"), ElementsAre("name"));
}

TEST_F(Checks, UserNamesAreUniqueAndNamesNeedNotBe) {
    const record::Skill skill{SkillId::numbered(2), {}, "Support", {}};
    EXPECT_THAT(wrong(skill), IsEmpty()) << "ids tell them apart";

    record::Agent agent;
    agent.name = "Ann";
    agent.username = "ann";
    EXPECT_THAT(wrong(agent), ElementsAre("username"));
    EXPECT_THAT(wrong(agent, &record::Agent::username, "anna"), IsEmpty());
    EXPECT_THAT(wrong(agent, &record::Agent::username, "an na"), ElementsAre("username"));
    EXPECT_THAT(wrong(agent, &record::Agent::username, ""), ElementsAre("username"));
}

TEST_F(Checks, Deployments) {
    using Row = record::Deployment;
    Row row;
    row.name = "Site";
    EXPECT_THAT(wrong(row), IsEmpty());
    using List = std::vector<std::string>;
    EXPECT_THAT(wrong(row, &Row::allowed_origins, List{"https://a.example", "http://b:8080"}),
                IsEmpty());
    for (const List& list : {List{"https://a.example/"}, List{"a.example"}})
        EXPECT_THAT(wrong(row, &Row::allowed_origins, list), ElementsAre("allowedOrigins"));
    EXPECT_THAT(wrong(row, &Row::allowed_origins, List{"https://a", "https://a"}),
                ElementsAre("allowedOrigins"));
    EXPECT_THAT(wrong(row, &Row::connection_timeout, 1s), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::connection_timeout, 999ms), ElementsAre("connectionTimeout"));
    EXPECT_THAT(wrong(row, &Row::connection_timeout, 24h + 1ms), ElementsAre("connectionTimeout"));
    EXPECT_THAT(wrong(row, &Row::connection_warning, 149s), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::connection_warning, 150s), ElementsAre("connectionWarning"));
    EXPECT_THAT(wrong(row, &Row::branding_image, "/logo.png"), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::branding_image, "https://a/" + std::string(245, 'x')), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::branding_image, "https://a/" + std::string(246, 'x')),
                ElementsAre("brandingImage"));
    EXPECT_THAT(wrong(row, &Row::site, "javascript:alert(1)"), ElementsAre("site"));
}

TEST_F(Checks, ButtonsReferToWhatIsThere) {
    using Row = record::Button;
    Row row;
    row.name = "Help";
    EXPECT_THAT(wrong(row), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::skills, std::vector{SkillId::numbered(1)}), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::skills, std::vector{SkillId::numbered(2)}), ElementsAre("skills"));
    EXPECT_THAT(wrong(row, &Row::skills, std::vector(2, SkillId::numbered(1))),
                ElementsAre("skills"));
    EXPECT_THAT(wrong(row, &Row::business_hours, BusinessHoursId::numbered(1)), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::business_hours, BusinessHoursId::numbered(2)),
                ElementsAre("businessHours"));
    EXPECT_THAT(wrong(row, &Row::invite_deployments, std::vector{DeploymentId::numbered(2)}),
                ElementsAre("inviteDeployments"));
}

TEST_F(Checks, ButtonsAreWithinTheirBounds) {
    using Row = record::Button;
    Row row;
    row.name = "Help";
    EXPECT_THAT(wrong(row, &Row::priority, 0), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::priority, 1001), ElementsAre("priority"));
    EXPECT_THAT(wrong(row, &Row::overall_queue_length, -1), ElementsAre("overallQueueLength"));
    EXPECT_THAT(wrong(row, &Row::push_timeout, 1h), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::push_timeout, 1h + 1ms), ElementsAre("pushTimeout"));
    EXPECT_THAT(wrong(row, &Row::push_timeout, -1ms), ElementsAre("pushTimeout"));
    EXPECT_THAT(wrong(row, &Row::number_of_rerouting_attempts, 100), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::number_of_rerouting_attempts, 101),
                ElementsAre("numberOfReroutingAttempts"));
    EXPECT_THAT(wrong(row, &Row::auto_greeting, text(1000)), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::auto_greeting, text(1001)), ElementsAre("autoGreeting"));
    EXPECT_THAT(wrong(row, &Row::custom_agent_name, text(256)), ElementsAre("customAgentName"));
    EXPECT_THAT(wrong(row, &Row::prechat_url, "ftp://a"), ElementsAre("prechatUrl"));
    row.chasitor_idle_timeout = 60s;
    EXPECT_THAT(wrong(row, &Row::chasitor_idle_timeout_warning, 59s), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::chasitor_idle_timeout_warning, 60s),
                ElementsAre("chasitorIdleTimeoutWarning"));
    row.routing_type = record::RoutingType::choice;
    EXPECT_THAT(wrong(row, &Row::is_auto_accept, true), ElementsAre("isAutoAccept"));
}

TEST_F(Checks, InvitationsComeFromKnownPlaces) {
    using Row = record::Button;
    Row row;
    row.name = "Help";
    EXPECT_THAT(wrong(row, &Row::invite_start_position, "BottomRightRight"), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::invite_start_position, "Center"),
                ElementsAre("inviteStartPosition"));
    EXPECT_THAT(wrong(row, &Row::invite_end_position, "Center"), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::invite_end_position, "TopLeftTop"),
                ElementsAre("inviteEndPosition"));
    EXPECT_THAT(wrong(row, &Row::invite_rules, R"({"rules":[],"filter":""})"), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::invite_rules, "rules"), ElementsAre("inviteRules"));
    EXPECT_THAT(wrong(row, &Row::invite_image_width, 10'001), ElementsAre("inviteImageWidth"));
}

TEST_F(Checks, Agents) {
    using Row = record::Agent;
    Row row;
    row.username = "bob";
    row.name = "Bob";
    EXPECT_THAT(wrong(row, &Row::capacity, 0), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::capacity, 1000), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::capacity, 1001), ElementsAre("capacity"));
    EXPECT_THAT(wrong(row, &Row::skills, std::vector{SkillId::numbered(2)}), ElementsAre("skills"));
}

TEST_F(Checks, AgentConfigs) {
    using Row = record::AgentConfig;
    Row row;
    row.name = "All";
    row.agents = {AgentId::numbered(1)};
    row.transferable_buttons = {ButtonId::numbered(1)};
    row.supervisor_default_agent_status_filter = "Away";
    EXPECT_THAT(wrong(row), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::agents, std::vector{AgentId::numbered(2)}), ElementsAre("agents"));
    EXPECT_THAT(wrong(row, &Row::profiles, std::vector<std::string>{""}), ElementsAre("profiles"));
    EXPECT_THAT(wrong(row, &Row::profiles, std::vector<std::string>{"a\nb"}),
                ElementsAre("profiles"));
    EXPECT_THAT(wrong(row, &Row::transferable_buttons, std::vector{ButtonId::numbered(2)}),
                ElementsAre("transferableButtons"));
    EXPECT_THAT(wrong(row, &Row::supervisor_default_agent_status_filter, "Busy"),
                ElementsAre("supervisorDefaultAgentStatusFilter"));
    EXPECT_THAT(wrong(row, &Row::supervisor_default_skill_filter, SkillId::numbered(2)),
                ElementsAre("supervisorDefaultSkillFilter"));
    EXPECT_THAT(wrong(row, &Row::critical_wait_time, 24h + 1ms), ElementsAre("criticalWaitTime"));
}

TEST_F(Checks, SensitiveDataRules) {
    using Row = record::SensitiveDataRule;
    Row row;
    row.name = "Cards";
    row.pattern = "[0-9]{16}";
    EXPECT_THAT(wrong(row), ElementsAre("replacement"));
    row.replacement = "****";
    EXPECT_THAT(wrong(row), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::pattern, ""), ElementsAre("pattern"));
    EXPECT_THAT(wrong(row, &Row::pattern, "(?=a)"), ElementsAre("pattern"));
    EXPECT_THAT(wrong(row, &Row::priority, 0), ElementsAre("priority"));
    EXPECT_THAT(wrong(row, &Row::enforce_on, 0), ElementsAre("enforceOn"));
    EXPECT_THAT(wrong(row, &Row::enforce_on, 7), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::enforce_on, 8), ElementsAre("enforceOn"));
}

TEST_F(Checks, NoMoreRulesAreEnabledThanAreAtWork) {
    record::SensitiveDataRule row;
    row.name = "Cards";
    row.pattern = "[0-9]{16}";
    row.replacement = "****";
    row.is_enabled = true;
    for (std::uint64_t number = 1; number <= SensitiveData::rules_max; ++number) {
        row.id = SensitiveDataRuleId::numbered(number);
        organization_.sensitive_data_rules[row.id] = row;
    }
    EXPECT_THAT(wrong(row), IsEmpty()) << "it is one of them";
    row.id = {};
    EXPECT_THAT(wrong(row), ElementsAre("isEnabled"));
    row.is_enabled = false;
    EXPECT_THAT(wrong(row), IsEmpty());
}

TEST_F(Checks, BlockingRulesAreRangesOfOneKind) {
    using Row = record::BlockingRule;
    Row row;
    EXPECT_THAT(wrong(row), ElementsAre("fromAddress"));
    row.from_address = "192.0.2.9";
    EXPECT_THAT(wrong(row), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::to_address, "192.0.2.9"), IsEmpty());
    EXPECT_THAT(wrong(row, &Row::to_address, "192.0.2.10"), IsEmpty());
    for (const char* to : {"192.0.2.8", "2001:db8::1", "192.0.2"})
        EXPECT_THAT(wrong(row, &Row::to_address, to), ElementsAre("toAddress")) << to;
}

TEST_F(Checks, QuickTextsAndHours) {
    record::QuickText text_row;
    text_row.name = "Hello";
    EXPECT_THAT(wrong(text_row), ElementsAre("message"));
    EXPECT_THAT(wrong(text_row, &record::QuickText::message, text(4096)), IsEmpty());
    EXPECT_THAT(wrong(text_row, &record::QuickText::message, text(4097)), ElementsAre("message"));

    record::BusinessHours hours;
    hours.name = "Week";
    EXPECT_THAT(wrong(hours), IsEmpty());
    EXPECT_THAT(wrong(hours, &record::BusinessHours::weekly, std::vector<std::string>{""}),
                ElementsAre("weekly"));
}

}  // namespace
}  // namespace rejoinder::domain::configuration
