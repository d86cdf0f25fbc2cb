#include "app/web/embedded.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace rejoinder::app::web {
namespace {

using ::testing::ElementsAre;

// What lies in the folder `test_site`, which this test has embedded as its console.
std::string file(const std::string& path) {
    std::ifstream in(TEST_SITE "/" + path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(EmbeddedAssets, AreTheFilesOfTheFolderButForHiddenOnes) {
    std::vector<std::string_view> paths;
    for (const Asset& asset : console_assets) paths.push_back(asset.path);
    EXPECT_THAT(paths, ElementsAre("assets/app-1a2b3c4d.js", "icon.svg", "index.html"));
}

TEST(EmbeddedAssets, HaveTheirBytesAndTypes) {
    for (const Asset& asset : console_assets)
        EXPECT_EQ(asset.content, file(std::string(asset.path)));
    EXPECT_EQ(console_assets[0].content_type, "text/javascript;charset=UTF-8");
    EXPECT_EQ(console_assets[1].content_type, "image/svg+xml");
    EXPECT_EQ(console_assets[2].content_type, "text/html;charset=UTF-8");
}

TEST(EmbeddedAssets, HaveCompressedFormsThatAreSmaller) {
    EXPECT_EQ(console_assets[2].gzip, file("index.html.gz"));
    EXPECT_EQ(console_assets[2].brotli, file("index.html.br"));
    EXPECT_TRUE(console_assets[0].gzip.empty());
    EXPECT_TRUE(console_assets[0].brotli.empty());
    EXPECT_TRUE(console_assets[1].gzip.empty());
}

TEST(EmbeddedAssets, AreTaggedByTheirContent) {
    EXPECT_EQ(console_assets[0].tag.size(), 32U);
    EXPECT_NE(console_assets[0].tag, console_assets[1].tag);
    EXPECT_NE(console_assets[1].tag, console_assets[2].tag);
}

}  // namespace
}  // namespace rejoinder::app::web
