#include "app/files/file_store.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "app/files/file_links.hpp"
#include "app/random.hpp"
#include "app/test_directory.hpp"

namespace rejoinder::app::files {
namespace {

namespace fs = std::filesystem;

class FileStoreTest : public testing::Test {
protected:
    FileStoreTest() { open(); }

    void open() {
        auto opened = FileStore::open(directory.path() / "files");
        ASSERT_TRUE(opened) << opened.error().text();
        store = *std::move(opened);
    }

    std::string content_of(const FileId& wanted) {
        auto file = store->read(wanted);
        if (!file) return "none";
        std::string content;
        EXPECT_TRUE((*file)->read(content, 1000));
        return content;
    }

    std::size_t drafts() {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(directory.path() / "files" / "incoming"), {}));
    }

    TestDirectory directory;
    std::unique_ptr<FileStore> store;
    const FileId id{random_uuid()};
};

TEST_F(FileStoreTest, AFileIsThereOnceItIsPublished) {
    auto draft = store->begin();
    ASSERT_TRUE(draft);
    EXPECT_TRUE((*draft)->write("one "));
    EXPECT_TRUE((*draft)->write("two"));
    EXPECT_EQ(content_of(id), "none");
    EXPECT_TRUE((*draft)->publish(id));
    draft->reset();
    EXPECT_EQ(content_of(id), "one two");
    EXPECT_EQ(drafts(), 0U);
    const fs::path path = store->path_of(id);
    EXPECT_EQ(path, directory.path() / "files" / id.str().substr(0, 2) / id.str());
    struct stat status{};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat(path.parent_path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    store->remove(id);
    store->remove(id);
    EXPECT_EQ(content_of(id), "none");
}

TEST_F(FileStoreTest, ADraftThatIsDroppedLeavesNothing) {
    auto draft = store->begin();
    ASSERT_TRUE(draft);
    auto other = store->begin();
    EXPECT_TRUE((*draft)->write("half"));
    EXPECT_EQ(drafts(), 2U);
    draft->reset();
    other->reset();
    EXPECT_EQ(drafts(), 0U);
}

TEST_F(FileStoreTest, DraftsOfAnEarlierStartAreRemoved) {
    std::ofstream(directory.path() / "files" / "incoming" / "1") << "half";
    open();
    EXPECT_EQ(drafts(), 0U);
    EXPECT_TRUE(store->begin());
}

TEST_F(FileStoreTest, WhatDoesNotCountIsRemoved) {
    const FileId other(random_uuid());
    for (const FileId& each : {id, other}) {
        auto draft = store->begin();
        EXPECT_TRUE((*draft)->write("x"));
        EXPECT_TRUE((*draft)->publish(each));
    }
    record::File stored;
    stored.id = id;
    stored.state = record::FileState::stored;
    record::File requested;
    requested.id = other;
    store->remove_unstored({stored, requested});
    EXPECT_EQ(content_of(id), "x");
    EXPECT_EQ(content_of(other), "none");
}

TEST_F(FileStoreTest, AFolderThatCannotBeMadeIsAnError) {
    std::ofstream(directory.path() / "plain") << "x";
    const auto opened = FileStore::open(directory.path() / "plain" / "files");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, Errc::internal);
}

TEST(FileLinks, ATokenIsForOneFileOfOneServer) {
    const FileLinks links(Secret{1});
    const FileLinks others(Secret{2});
    const FileId id(random_uuid());
    const std::string prefix = "/files/" + id.str() + "/";
    const std::string path = links.path(id);
    ASSERT_TRUE(path.starts_with(prefix));
    const std::string token = path.substr(prefix.size());
    EXPECT_EQ(token.size(), 27U);
    EXPECT_TRUE(links.verify(id, token));
    EXPECT_FALSE(others.verify(id, token));
    EXPECT_FALSE(links.verify(FileId(random_uuid()), token));
    EXPECT_FALSE(links.verify(id, ""));
    EXPECT_FALSE(links.verify(id, token + "A"));
    EXPECT_FALSE(links.verify(id, token.substr(1)));
}

}  // namespace
}  // namespace rejoinder::app::files
