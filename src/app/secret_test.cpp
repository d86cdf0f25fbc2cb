#include "app/secret.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "app/test_directory.hpp"

namespace rejoinder::app {
namespace {

const Secret secret_a = {1, 2, 3};
const Secret secret_b = {1, 2, 4};
const SessionId session = *SessionId::parse("29c64346-65b4-4214-912e-8e9391aecbaf");
constexpr Instant created_at = instant_from_epoch(1'570'039'675'081);

TEST(SessionKeys, AKeyHasTheShapeClientsKnow) {
    const std::string key = SessionKeys(secret_a).make(session, created_at);
    EXPECT_TRUE(key.starts_with("29c64346-65b4-4214-912e-8e9391aecbaf!1570039675081!")) << key;
    EXPECT_EQ(key.size(), 36U + 1 + 13 + 1 + 28);
    EXPECT_EQ(key.back(), '=');
}

TEST(SessionKeys, AKeyProvesItselfToWhoeverHasTheSecret) {
    const std::string key = SessionKeys(secret_a).make(session, created_at);
    const auto verified = SessionKeys(secret_a).verify(key);
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->session, session);
    EXPECT_EQ(verified->created_at, created_at);

    const auto elsewhere = SessionKeys(secret_b).verify(key);
    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().code, Errc::session_invalid);
}

TEST(SessionKeys, EveryChangedCharacterIsNoticed) {
    const SessionKeys keys(secret_a);
    const std::string key = keys.make(session, created_at);
    for (std::size_t i = 0; i < key.size(); ++i) {
        std::string changed = key;
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        EXPECT_FALSE(keys.verify(changed)) << changed;
    }
}

TEST(SessionKeys, OnlyTheExactTextIsAKey) {
    const SessionKeys keys(secret_a);
    const std::string key = keys.make(session, created_at);
    std::string upper = key;
    upper[2] = 'C';
    for (const std::string& text :
         {upper, " " + key, key + " ", key + "!", key + key, key.substr(1), std::string(),
          std::string("null"), std::string(100, '!'), key.substr(0, key.size() - 1),
          key + std::string(1, '\0')}) {
        EXPECT_FALSE(keys.verify(text)) << text;
    }
}

TEST(Secret, IsMadeAtTheFirstStartAndReadLater) {
    const TestDirectory directory;
    const auto file = directory.path() / "secret";

    const auto first = open_secret(file);
    ASSERT_TRUE(first) << first.error().detail;
    struct stat status{};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    EXPECT_EQ(status.st_size, 32);
    EXPECT_FALSE(std::filesystem::exists(directory.path() / "secret.new"));

    const auto second = open_secret(file);
    ASSERT_TRUE(second);
    EXPECT_EQ(*second, *first);
    EXPECT_NE(*first, Secret{});
}

TEST(Secret, IsRefusedWhenOthersMayReadIt) {
    const TestDirectory directory;
    const auto file = directory.path() / "secret";
    ASSERT_TRUE(open_secret(file));

    ASSERT_EQ(::chmod(file.c_str(), 0640), 0);
    const auto opened = open_secret(file);
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().detail.find("chmod 600"), std::string::npos);
}

TEST(Secret, IsRefusedWhenItsLengthIsWrong) {
    const TestDirectory directory;
    const auto file = directory.path() / "secret";
    std::ofstream(file) << "too short";
    ASSERT_EQ(::chmod(file.c_str(), 0600), 0);
    EXPECT_FALSE(open_secret(file));
}

TEST(Secret, IsNotMadeWhereThereIsNoDirectory) {
    const TestDirectory directory;
    EXPECT_FALSE(open_secret(directory.path() / "missing" / "secret"));
}

}  // namespace
}  // namespace rejoinder::app
