#include "app/private_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "app/test_directory.hpp"

namespace rejoinder::app {
namespace {

unsigned mode_of(const std::filesystem::path& file) {
    struct stat status{};
    EXPECT_EQ(::stat(file.c_str(), &status), 0);
    return status.st_mode & 0777;
}

TEST(PrivateFile, IsKeptOrReplacedAsAsked) {
    const TestDirectory directory;
    const auto file = directory.path() / "file";
    ASSERT_TRUE(write_private_file(file, "one", IfThere::keep));
    EXPECT_EQ(mode_of(file), 0600U);
    ASSERT_TRUE(write_private_file(file, "two", IfThere::keep));
    EXPECT_EQ(*read_private_file(file, 10), "one");
    ASSERT_TRUE(write_private_file(file, "three", IfThere::replace));
    EXPECT_EQ(*read_private_file(file, 10), "three");
    EXPECT_EQ(mode_of(file), 0600U);
    EXPECT_FALSE(std::filesystem::exists(directory.path() / "file.new"));
}

TEST(PrivateFile, ADraftLeftByACrashIsNoObstacle) {
    const TestDirectory directory;
    ASSERT_TRUE(write_private_file(directory.path() / "file.new", "half", IfThere::keep));
    ASSERT_TRUE(write_private_file(directory.path() / "file", "whole", IfThere::keep));
    EXPECT_EQ(*read_private_file(directory.path() / "file", 10), "whole");
}

TEST(PrivateFile, IsReadUpToItsBound) {
    const TestDirectory directory;
    const auto file = directory.path() / "file";
    ASSERT_TRUE(write_private_file(file, "12345", IfThere::keep));
    EXPECT_EQ(*read_private_file(file, 5), "12345");
    EXPECT_FALSE(read_private_file(file, 4));
}

TEST(PrivateFile, NoFileIsNothingAndAReadableOneIsRefused) {
    const TestDirectory directory;
    const auto file = directory.path() / "file";
    const auto missing = read_private_file(file, 5);
    ASSERT_TRUE(missing);
    EXPECT_EQ(*missing, std::nullopt);
    ASSERT_TRUE(write_private_file(file, "x", IfThere::keep));
    ASSERT_EQ(::chmod(file.c_str(), 0604), 0);
    EXPECT_FALSE(read_private_file(file, 5));
    EXPECT_FALSE(read_private_file(directory.path(), 5));
}

}  // namespace
}  // namespace rejoinder::app
