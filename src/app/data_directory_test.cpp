#include "app/data_directory.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "app/test_directory.hpp"

namespace rejoinder::app {
namespace {

TEST(DataDirectory, IsMadeForItsOwnerOnly) {
    const TestDirectory directory;
    const auto path = directory.path() / "var" / "rejoinder";
    const auto opened = DataDirectory::open(path);
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(opened->database(), path / "rejoinder.db");
    struct stat status{};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700U);
    EXPECT_TRUE(DataDirectory::open(path));
}

TEST(DataDirectory, CannotBeAFile) {
    const TestDirectory directory;
    const auto path = directory.path() / "file";
    std::ofstream(path) << "x";
    EXPECT_FALSE(DataDirectory::open(path));
    EXPECT_FALSE(DataDirectory::open(path / "below"));
}

}  // namespace
}  // namespace rejoinder::app
