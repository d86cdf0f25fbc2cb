#include "app/live_agent/lookup.hpp"

#include <gtest/gtest.h>

namespace rejoinder::app::live_agent {
namespace {

using domain::VisitorLookup;
using Ids = std::vector<std::string>;

constexpr std::string_view organization = "org_id=00D000000000001&deployment_id=572000000000001&";

std::string with(std::string_view more) { return std::string(organization) + std::string(more); }

TEST(Ids, ComeInThreeSpellingsAndRepeated) {
    EXPECT_EQ(read_ids("ids=a", "ids"), (Ids{"a"}));
    EXPECT_EQ(read_ids("ids=a,b", "ids"), (Ids{"a", "b"}));
    EXPECT_EQ(read_ids("ids=[a,b]", "ids"), (Ids{"a", "b"}));
    EXPECT_EQ(read_ids("ids=%5Ba%2Cb%5D", "ids"), (Ids{"a", "b"}));
    EXPECT_EQ(read_ids("ids=a&ids=b", "ids"), (Ids{"a", "b"}));
    EXPECT_EQ(read_ids("ids=[a,%20b,]", "ids"), (Ids{"a", "b"}));
    EXPECT_EQ(read_ids("ids=", "ids"), Ids{});
    EXPECT_EQ(read_ids("other=a", "ids"), Ids{});
}

TEST(Lookup, ReadsSettings) {
    const auto lookup = read_lookup(
        "Settings", with("Settings.buttonIds=[573a,573b]&Settings.needEstimatedWaitTime=1"), {});
    ASSERT_TRUE(lookup);
    EXPECT_EQ(lookup->organization, "00D000000000001");
    EXPECT_EQ(lookup->deployment, "572000000000001");
    const auto& settings = std::get<VisitorLookup::Settings>(lookup->nouns.at(0));
    EXPECT_EQ(settings.button_ids, (Ids{"573a", "573b"}));
    EXPECT_TRUE(settings.need_estimated_wait_time);
    EXPECT_EQ(settings.breadcrumb, "");
}

TEST(Lookup, TakesThePageFromTheRefererOrTheQuery) {
    const auto breadcrumb = [](std::string_view query) {
        auto lookup = read_lookup("Settings", with(query), {.referrer = "https://shop.example/a"});
        return std::get<VisitorLookup::Settings>(lookup->nouns.at(0)).breadcrumb;
    };
    EXPECT_EQ(breadcrumb("Settings.updateBreadcrumb=1"), "https://shop.example/a");
    EXPECT_EQ(breadcrumb("Settings.updateBreadcrumb=true"), "https://shop.example/a");
    EXPECT_EQ(breadcrumb("Settings.updateBreadcrumb=https%3A%2F%2Fb.example%2F"),
              "https://b.example/");
    EXPECT_EQ(breadcrumb("Settings.updateBreadcrumb=0"), "");
    EXPECT_EQ(breadcrumb(""), "");
}

TEST(Lookup, KeepsAVisitorsIdOrMakesOne) {
    const auto id = [](std::string_view query) {
        auto lookup = read_lookup("VisitorId", with(query), {});
        return std::get<VisitorLookup::VisitorId>(lookup->nouns.at(0)).session_id;
    };
    EXPECT_EQ(id("sid=9a79ac41-a5c2-4d14-a927-a192e8e9573c"),
              "9a79ac41-a5c2-4d14-a927-a192e8e9573c");
    EXPECT_EQ(id("sid=nonsense"), Uuid().str());
}

TEST(Lookup, WantsAnOrganization) {
    EXPECT_EQ(read_lookup("Availability", "Availability.ids=573a", {}).error().code,
              Errc::bad_request);
}

TEST(Lookup, RefusesMoreIdsThanTheBound) {
    std::string ids = "Availability.ids=a";
    for (std::size_t i = 1; i < lookup_ids_max; ++i) ids += ",a";
    EXPECT_TRUE(read_lookup("Availability", with(ids), {}));
    EXPECT_FALSE(read_lookup("Availability", with(ids + ",a"), {}));
}

TEST(ScriptLookup, AsksSeveralNounsInTheirOrder) {
    const auto lookup = read_script_lookup(
        "MultiNoun",
        with("nouns=VisitorId,Settings&VisitorId.prefix=Visitor&Settings.prefix=Visitor&"
             "Settings.buttonIds=573a"),
        {});
    ASSERT_TRUE(lookup);
    ASSERT_EQ(lookup->nouns.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<VisitorLookup::VisitorId>(lookup->nouns[0]));
    EXPECT_TRUE(std::holds_alternative<VisitorLookup::Settings>(lookup->nouns[1]));
}

TEST(ScriptLookup, RefusesWhatIsNotForVisitors) {
    EXPECT_FALSE(read_script_lookup("MultiNoun", with("nouns=Settings,ChatMessage"), {}));
    EXPECT_FALSE(read_script_lookup("MultiNoun", with("nouns=Settings&Settings.prefix=Agent"), {}));
    EXPECT_FALSE(read_script_lookup("MultiNoun", with(""), {}));
}

TEST(ScriptLookup, RefusesMoreNounsThanTheBound) {
    std::string nouns = "nouns=VisitorId";
    for (std::size_t i = 1; i < lookup_nouns_max; ++i) nouns += ",VisitorId";
    EXPECT_TRUE(read_script_lookup("MultiNoun", with(nouns), {}));
    EXPECT_FALSE(read_script_lookup("MultiNoun", with(nouns + ",VisitorId"), {}));
}

TEST(Callback, IsANameWithDots) {
    EXPECT_TRUE(is_callback("liveagent._.handlePing"));
    EXPECT_TRUE(is_callback("$jQuery123_456"));
    for (const char* text : {"", "alert(1)", "a b", "a;b", "a[0]", "<script>", "a/*"})
        EXPECT_FALSE(is_callback(text)) << text;
}

}  // namespace
}  // namespace rejoinder::app::live_agent
