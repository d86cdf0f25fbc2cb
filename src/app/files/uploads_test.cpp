#include "app/files/uploads.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "app/api/test_request.hpp"
#include "app/caller.hpp"
#include "app/random.hpp"
#include "app/test_directory.hpp"
#include "protocol/api_files.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::files {
namespace {

// Uploads, with the test in the core's place.
class UploadsTest : public testing::Test {
protected:
    explicit UploadsTest(Uploads::Config config = {})
        : store(std::move(*FileStore::open(directory.path() / "files"))),
          uploads(
              std::move(config), *store,
              {.submit =
                   [this](domain::Request request, domain::Caller caller) {
                       const std::scoped_lock lock(mutex);
                       asked.push_back({std::get<domain::FileStep>(std::move(request)), caller});
                       changed.notify_all();
                       return !is_full;
                   },
               .answer =
                   [this](http::Ticket, http::Response response) {
                       const std::scoped_lock lock(mutex);
                       answers.push_back(std::move(response));
                       changed.notify_all();
                   },
               .resume =
                   [this](http::Ticket) {
                       const std::scoped_lock lock(mutex);
                       ++resumed;
                       changed.notify_all();
                   }}) {}
    ~UploadsTest() override { uploads.stop(); }

    std::unique_ptr<http::BodySink> open(const std::string& query) {
        api::TestRequest request(http::Method::post, "/upload?" + query);
        request.with("Content-Type", "multipart/form-data; boundary=b");
        return uploads.open(request, {.connection = 1, .serial = 1, .worker = 0},
                            [&](std::uint64_t number) {
                                return make_visitor_purpose(request, "X: cors\r\n", number);
                            });
    }

    // What the core is asked next.
    template <class Step>
    std::pair<Step, domain::Caller> next() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return !asked.empty(); });
        auto [step, caller] = std::move(asked.front());
        asked.erase(asked.begin());
        EXPECT_TRUE(std::holds_alternative<Step>(step.what));
        return {std::get<Step>(std::move(step.what)), caller};
    }

    std::string answer() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return !answers.empty(); });
        const http::Response response = std::move(answers.front());
        answers.erase(answers.begin());
        EXPECT_EQ(response.status, 200);
        EXPECT_TRUE(response.headers.starts_with("X: cors\r\n"));
        return response.body;
    }

    void grant(domain::Caller caller) {
        const protocol::api::File file{.file_id = id.str()};
        uploads.release({0, domain::Reply{caller, domain::Outcome::file, protocol::to_json(file)}});
    }
    void done(domain::Caller caller) {
        uploads.release({0, domain::Reply{.caller = caller, .body = {}}});
    }
    void refuse(domain::Caller caller, Errc code) {
        uploads.release({0, domain::Refusal{caller, {code}}});
    }

    bool is_stored() { return store->read(id).has_value(); }
    std::size_t drafts() {
        return static_cast<std::size_t>(std::distance(
            std::filesystem::directory_iterator(directory.path() / "files" / "incoming"), {}));
    }

    std::string query() const { return "chatKey=" + chat.str() + "&fileToken=t0k3n&orgId=00D1"; }
    static std::string form(const std::string& content, const std::string& name = "a.txt") {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
               "\"\r\n\r\n" + content + "\r\n--b--\r\n";
    }

    struct Asked {
        domain::FileStep step;
        domain::Caller caller;
    };
    TestDirectory directory;
    std::unique_ptr<FileStore> store;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Asked> asked;
    std::vector<http::Response> answers;
    int resumed = 0;
    bool is_full = false;
    const SessionId chat{random_uuid()};
    const FileId id{random_uuid()};
    Uploads uploads;
};

TEST_F(UploadsTest, AFileIsStoredBeforeTheCoreIsTold) {
    auto sink = open(query());
    sink->write(form("hello").substr(0, 70));
    const auto [claim, caller] = next<domain::ClaimUpload>();
    EXPECT_EQ(claim.chat, chat);
    EXPECT_EQ(claim.organization, "00D1");
    EXPECT_EQ(claim.token_hash.size(), 64U);
    grant(caller);
    sink->write(form("hello").substr(70));
    sink->finish();
    sink.reset();
    const auto [complete, same] = next<domain::CompleteUpload>();
    EXPECT_EQ(complete.file, id);
    EXPECT_EQ(complete.claim, claim.claim);
    ASSERT_TRUE(complete.stored);
    EXPECT_EQ(complete.stored->name, "a.txt");
    EXPECT_EQ(complete.stored->content_type, "text/plain");
    EXPECT_EQ(complete.stored->size, 5);
    EXPECT_TRUE(is_stored());
    done(same);
    EXPECT_EQ(answer(), "Success");
    EXPECT_EQ(drafts(), 0U);
}

TEST_F(UploadsTest, ALateAnswerOfTheCoreIsWaitedFor) {
    auto sink = open(query());
    sink->write(form("hello"));
    sink->finish();
    const auto caller = next<domain::ClaimUpload>().second;
    grant(caller);
    done(next<domain::CompleteUpload>().second);
    EXPECT_EQ(answer(), "Success");
}

TEST_F(UploadsTest, WhatTheCoreRefusesIsNotStored) {
    auto sink = open(query());
    sink->write(form(std::string(1000, 'x')).substr(0, 500));
    refuse(next<domain::ClaimUpload>().second, Errc::forbidden);
    sink->write(form(std::string(1000, 'x')).substr(500));
    sink->finish();
    EXPECT_EQ(answer(), "Failure");
    EXPECT_EQ(drafts(), 0U);
}

TEST_F(UploadsTest, AFileThatCountsNoMoreIsRemoved) {
    auto sink = open(query());
    sink->write(form("hello"));
    sink->finish();
    grant(next<domain::ClaimUpload>().second);
    const auto caller = next<domain::CompleteUpload>().second;
    EXPECT_TRUE(is_stored());
    refuse(caller, Errc::conflict);
    next<domain::ReleaseUpload>();
    EXPECT_EQ(answer(), "Failure");
    EXPECT_FALSE(is_stored());
}

TEST_F(UploadsTest, AFileThatMayStillCountStays) {
    auto sink = open(query());
    sink->write(form("hello"));
    sink->finish();
    grant(next<domain::ClaimUpload>().second);
    refuse(next<domain::CompleteUpload>().second, Errc::store_unavailable);
    next<domain::ReleaseUpload>();
    EXPECT_EQ(answer(), "Failure");
    EXPECT_TRUE(is_stored());
}

TEST_F(UploadsTest, AnUploadThatBreaksOffGivesItsClaimBack) {
    auto sink = open(query());
    sink->write(form("hello").substr(0, 80));
    grant(next<domain::ClaimUpload>().second);
    sink.reset();
    EXPECT_EQ(next<domain::ReleaseUpload>().first.file, id);

    sink = open(query());
    sink->write(form("hello").substr(0, 80));
    const auto caller = next<domain::ClaimUpload>().second;
    sink.reset();
    grant(caller);
    next<domain::ReleaseUpload>();
    uploads.stop();
    EXPECT_EQ(drafts(), 0U);
    EXPECT_TRUE(answers.empty());
}

TEST_F(UploadsTest, ParametersMayComeBehindTheFile) {
    std::string body = form("hello");
    body.resize(body.size() - std::string("--b--\r\n").size());
    for (const auto& [name, value] : {std::pair{"chatKey", chat.str()}, {"fileToken", "t0k3n"}})
        body += std::string("--b\r\nContent-Disposition: form-data; name=") + name + "\r\n\r\n" +
                value + "\r\n";
    auto sink = open("");
    for (const char& byte : body + "--b--") sink->write({&byte, 1});
    sink->finish();
    grant(next<domain::ClaimUpload>().second);
    done(next<domain::CompleteUpload>().second);
    EXPECT_EQ(answer(), "Success");
}

TEST_F(UploadsTest, WithoutItsParametersItIsNothing) {
    auto sink = open("chatKey=" + chat.str());
    sink->write(form("hello"));
    sink->finish();
    EXPECT_EQ(answer(), "Failure");
    EXPECT_TRUE(asked.empty());
}

TEST_F(UploadsTest, AVisitorCancels) {
    auto sink = open(query() + "&cancel=true");
    sink->finish();
    grant(next<domain::ClaimUpload>().second);
    done(next<domain::CancelUpload>().second);
    EXPECT_EQ(answer(), "Success");
}

TEST_F(UploadsTest, ACoreThatTakesNothingIsAFailure) {
    is_full = true;
    auto sink = open(query());
    sink->write(form("hello"));
    sink->finish();
    EXPECT_EQ(answer(), "Failure");
}

class UploadLimits : public UploadsTest {
protected:
    UploadLimits()
        : UploadsTest(
              {.size_max = 200'000, .types = {"text/plain"}, .uploads_max = 1, .workers = 1}) {}

    // Why the upload of this was not taken; `stored` when it was.
    std::string outcome_of(const std::string& body) {
        auto sink = open(query());
        // A worker lets go of an upload a moment after it was answered.
        while (!sink) {
            EXPECT_EQ(answer(), "Failure");
            std::this_thread::yield();
            sink = open(query());
        }
        for (std::string_view rest = body; !rest.empty();) {
            const std::string_view piece = rest.substr(0, 10'000);
            sink->write(piece);
            rest.remove_prefix(piece.size());
        }
        sink->finish();
        grant(next<domain::ClaimUpload>().second);
        const auto [complete, caller] = next<domain::CompleteUpload>();
        done(caller);
        EXPECT_EQ(answer(), complete.stored ? "Success" : "Failure");
        EXPECT_EQ(is_stored(), complete.stored.has_value());
        store->remove(id);
        return complete.stored ? "stored" : std::string(complete.stored.error().text());
    }
};

TEST_F(UploadLimits, AFileFillsItsBoundAndNotOneByteMore) {
    EXPECT_EQ(outcome_of(form(std::string(200'000, 'x'))), "stored");
    EXPECT_EQ(outcome_of(form(std::string(200'001, 'x'))), "The file is too large");
}

TEST_F(UploadLimits, WhatIsNotTakenSaysWhy) {
    EXPECT_EQ(outcome_of(form("")), "There is no file in the form, or it is empty");
    EXPECT_EQ(outcome_of("--b--"), "There is no file in the form, or it is empty");
    EXPECT_EQ(outcome_of(form("GIF89a", "a.gif")), "Files of this type are not taken here");
    EXPECT_EQ(outcome_of(form("<html>")), "The file is not what its name says, or nothing we take");
    const std::string whole = form("hello");
    EXPECT_EQ(outcome_of(whole.substr(0, whole.size() - 8)), "The form ended too early");
    EXPECT_EQ(outcome_of("--b\r\n" + std::string(9'000, 'x')), "A part's headers are too long");
}

TEST_F(UploadLimits, ADiskThatTakesNothingIsAFailure) {
    std::filesystem::remove_all(directory.path() / "files" / "incoming");
    EXPECT_EQ(outcome_of(form("hello")), "The file cannot be stored at the moment");
}

TEST_F(UploadLimits, OneUploadTooManyIsTurnedAway) {
    const auto first = open(query());
    EXPECT_EQ(open(query()), nullptr);
    EXPECT_EQ(answer(), "Failure");
}

TEST_F(UploadLimits, MoreThanWaitsIsHeldUpUntilItIsWritten) {
    auto sink = open(query());
    int paused = 0;
    const std::string piece(Upload::waiting_max, 'x');
    sink->write(form("").substr(0, 70) + "\r\n\r\n");
    for (int i = 0; i < 3; ++i)
        if (sink->write(piece) == http::BodySink::Flow::paused) ++paused;
    EXPECT_EQ(paused, 3);
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return resumed > 0; });
}

}  // namespace
}  // namespace rejoinder::app::files
