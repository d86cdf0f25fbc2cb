#include "app/api/reports.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <latch>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <utility>
#include <vector>

#include "app/api/report_answers.hpp"
#include "app/api/test_request.hpp"
#include "app/caller.hpp"
#include "app/test_directory.hpp"
#include "domain/access.hpp"
#include "store/store.hpp"

namespace rejoinder::app::api {
namespace {

using http::Method;
using testing::HasSubstr;
using testing::Not;

const OrganizationId organization = OrganizationId::numbered(1);

SessionId chat_number(std::uint8_t number) { return SessionId(Uuid::from_random({number})); }

// An archive before whose lists something is done, which may fail.
class GuardedArchive final : public store::Archive {
public:
    using Guard = std::function<Result<void>()>;

    GuardedArchive(std::unique_ptr<store::Archive> archive, Guard guard)
        : archive_(std::move(archive)), guard_(std::move(guard)) {}

    Result<store::TranscriptPage> find_transcripts(const store::TranscriptQuery& query) override {
        TRY_VOID(guard_());
        return archive_->find_transcripts(query);
    }
    Result<std::optional<store::Transcript>> read_transcript(const OrganizationId& of,
                                                             const SessionId& chat) override {
        return archive_->read_transcript(of, chat);
    }
    Result<store::AgentSessionPage> find_agent_sessions(
        const store::AgentSessionQuery& query) override {
        return archive_->find_agent_sessions(query);
    }

private:
    std::unique_ptr<store::Archive> archive_;
    Guard guard_;
};

// Reports between clients and a core that this fixture plays, over a store with some chats.
class ReportsTest : public testing::Test {
protected:
    ReportsTest() {
        store_ = store::make_memory_store();
        epoch_ = *store_->take_over(0);
        files_ = *files::FileStore::open(directory_.path() / "files");
    }
    ~ReportsTest() override {
        reports_.stop();
        answers_.clear();
    }

    void start() { reports_.start(*store_->open_archive(), *files_); }
    void start(GuardedArchive::Guard guard) {
        reports_.start(std::make_unique<GuardedArchive>(*store_->open_archive(), std::move(guard)),
                       *files_);
    }

    void store(std::vector<record::Change> changes) {
        ASSERT_TRUE(store_->commit({0, epoch_, ++batch_, changes}));
    }
    record::Chat chat(std::uint8_t number) {
        record::Chat row;
        row.id = chat_number(number);
        row.organization = organization;
        row.request_time = instant_from_epoch(1000 * number);
        row.visitor_id = "visitor";
        return row;
    }

    // What agent 1 did in a chat.
    record::Entry entry(std::uint8_t chat, record::EntryType type) {
        record::Entry row;
        row.chat = chat_number(chat);
        row.type = type;
        row.agent = AgentId::numbered(1);
        return row;
    }

    domain::Access access(record::AgentRole role) {
        return {AgentId::numbered(1), organization, role, {}, {}, {}};
    }

    // Begins a report, of which the core has not heard yet.
    Result<void> begin(std::string target) {
        const http::Request request = request_ = TestRequest(Method::get, std::move(target));
        const Match found = match(Method::get, request.path);
        CHECK(found.route && found.route->service == Service::report);
        ticket_ = http::Ticket{.serial = ++serial_};
        return reports_.begin("hash", parse_report(found.route->path, request, found.values),
                              ticket_);
    }
    // What the core's answer leads to at once.
    std::optional<http::Response> release(domain::Access seen) {
        return reports_.release(
            domain::Reply{.caller = make_caller(CallerKind::report, ticket_),
                          .outcome = domain::Outcome::access,
                          .body = {},
                          .access = std::make_shared<domain::Access>(std::move(seen))});
    }
    http::Response wait_for_answer() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return answers_.contains(ticket_.pack()); });
        return answers_.at(ticket_.pack());
    }
    http::Response ask(std::string target, domain::Access seen) {
        if (const auto begun = begin(std::move(target)); !begun) return {.status = 0};
        if (auto response = release(std::move(seen))) return *std::move(response);
        return wait_for_answer();
    }
    http::BodyPiece wait_for_piece() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !pieces_.empty(); });
        http::BodyPiece piece = std::move(pieces_.front());
        pieces_.erase(pieces_.begin());
        return piece;
    }

    std::unique_ptr<store::Store> store_;
    std::int64_t epoch_ = 0;
    std::int64_t batch_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    TestDirectory directory_;
    std::unique_ptr<files::FileStore> files_;
    std::map<std::uint64_t, http::Response> answers_;
    std::vector<http::BodyPiece> pieces_;
    bool is_core_full_ = false;
    TestRequest request_{Method::get, "/"};
    std::uint32_t serial_ = 0;
    http::Ticket ticket_;
    Reports reports_{
        {.submit = [this](const domain::Request&, domain::Caller) { return !is_core_full_; },
         .answer =
             [this](http::Ticket ticket, http::Response response) {
                 const std::scoped_lock lock(mutex_);
                 answers_.emplace(ticket.pack(), std::move(response));
                 changed_.notify_all();
             },
         .send =
             [this](http::BodyPiece piece) {
                 const std::scoped_lock lock(mutex_);
                 pieces_.push_back(std::move(piece));
                 changed_.notify_all();
             }}};
};

TEST_F(ReportsTest, AreRefusedBeforeTheyAreStarted) {
    EXPECT_EQ(begin("/api/v1/transcripts").error().code, Errc::overloaded);
}

TEST_F(ReportsTest, AreRefusedWhenTheCoreIsFullAndForgotten) {
    start();
    is_core_full_ = true;
    EXPECT_EQ(begin("/api/v1/transcripts").error().code, Errc::overloaded);
    EXPECT_EQ(release(access(record::AgentRole::admin))->status, 500) << "nobody waits for it";
}

TEST_F(ReportsTest, TellTheTokenBeforeTheRequest) {
    start();
    ASSERT_TRUE(begin("/api/v1/transcripts?limit=x"));
    const domain::Caller caller = make_caller(CallerKind::report, ticket_);
    EXPECT_EQ(reports_.release(domain::Refusal{caller, Error{Errc::unauthorized}})->status, 401);
    ASSERT_TRUE(begin("/api/v1/transcripts?limit=x"));
    EXPECT_EQ(release(access(record::AgentRole::admin))->status, 400);
}

TEST_F(ReportsTest, WaitForTheCoreUpToABound) {
    start();
    for (std::size_t count = 0; count < Reports::pending_max; ++count)
        ASSERT_TRUE(begin("/api/v1/transcripts"));
    EXPECT_EQ(begin("/api/v1/transcripts").error().code, Errc::overloaded);
}

TEST_F(ReportsTest, WaitForTheWorkerUpToABound) {
    std::counting_semaphore<> is_busy{0};
    std::latch is_free{1};
    start([&]() -> Result<void> {
        is_busy.release();
        is_free.wait();
        return {};
    });
    const auto ask_for_list = [&] {
        EXPECT_TRUE(begin("/api/v1/transcripts"));
        return release(access(record::AgentRole::admin));
    };
    EXPECT_FALSE(ask_for_list());
    is_busy.acquire();
    for (std::size_t count = 0; count < Reports::waiting_max; ++count)
        EXPECT_FALSE(ask_for_list()) << count;
    const auto refused = ask_for_list();
    EXPECT_EQ(refused ? refused->status : 0, 503);
    is_free.count_down();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return answers_.size() == Reports::waiting_max + 1; });
}

TEST_F(ReportsTest, ListPagesLinkToTheNextOne) {
    for (std::uint8_t number = 1; number <= 3; ++number) store({chat(number)});
    start();
    const auto first = ask("/api/v1/transcripts?limit=2&status=Waiting&cursor=9000-9",
                           access(record::AgentRole::admin));
    EXPECT_EQ(first.status, 200);
    EXPECT_THAT(first.headers,
                HasSubstr("Link: </api/v1/transcripts?limit=2&status=Waiting&cursor=2000-2>;"
                          " rel=\"next\"\r\n"));
    EXPECT_THAT(first.body, HasSubstr("\"nextCursor\":\"2000-2\""));
    const auto last = ask("/api/v1/transcripts?limit=2&status=Waiting&cursor=2000-2",
                          access(record::AgentRole::admin));
    EXPECT_THAT(last.headers, Not(HasSubstr("Link")));
    EXPECT_THAT(last.body, HasSubstr(chat_number(1).str()));
}

TEST_F(ReportsTest, ShowWhatTheAskerMaySee) {
    auto skilled = chat(2);
    skilled.skill = SkillId::numbered(5);
    auto own = chat(3);
    own.owner = AgentId::numbered(1);
    auto left = chat(4);
    auto visited = chat(5);
    visited.visitor_id = "engaged";
    store({chat(1), skilled, own, left, entry(4, record::EntryType::accept), visited});
    start();
    const auto statuses = [&](const domain::Access& seen) {
        std::vector<int> found;
        for (std::uint8_t number = 1; number <= 6; ++number)
            found.push_back(ask("/api/v1/transcripts/" + chat_number(number).str(), seen).status);
        return found;
    };
    using List = std::vector<int>;
    auto agent = access(record::AgentRole::agent);
    agent.visitors = {"engaged"};
    EXPECT_EQ(statuses(agent), (List{403, 403, 200, 200, 200, 404}));
    auto supervisor = access(record::AgentRole::supervisor);
    EXPECT_EQ(statuses(supervisor), (List{200, 200, 200, 200, 200, 404}));
    supervisor.supervisor_skills = {SkillId::numbered(5)};
    EXPECT_EQ(statuses(supervisor), (List{403, 200, 200, 200, 403, 404}));
    EXPECT_EQ(statuses(access(record::AgentRole::admin)), (List{200, 200, 200, 200, 200, 404}));
    auto stranger = access(record::AgentRole::admin);
    stranger.organization = OrganizationId::numbered(2);
    EXPECT_EQ(statuses(stranger), (List{404, 404, 404, 404, 404, 404}));
}

TEST_F(ReportsTest, AgentsMayReadWhatTheyWereInHoweverTheyCameIn) {
    using enum record::EntryType;
    const auto came_in = {accept, transfer, transferred_to_sbr_skill, transferred_to_bot,
                          operator_joined_conference};
    const auto stayed_out = {transfer_request, conference_request, transfer_declined};
    std::vector<int> expected;
    std::uint8_t number = 0;
    const auto add = [&](record::EntryType type, int status) {
        store({chat(++number), entry(number, type)});
        expected.push_back(status);
    };
    for (const record::EntryType type : came_in) add(type, 200);
    for (const record::EntryType type : stayed_out) add(type, 403);
    start();
    std::vector<int> statuses;
    for (std::uint8_t each = 1; each <= number; ++each)
        statuses.push_back(
            ask("/api/v1/transcripts/" + chat_number(each).str(), access(record::AgentRole::agent))
                .status);
    EXPECT_EQ(statuses, expected);
}

TEST_F(ReportsTest, AgentsSeeTheirOwnSessionsAndSupervisorsThoseOfTheirAgents) {
    for (std::uint64_t number = 1; number <= 3; ++number) {
        record::AgentSession session;
        session.organization = organization;
        session.agent = AgentId::numbered(number);
        session.login_time = instant_from_epoch(static_cast<std::int64_t>(number));
        store({session});
    }
    start();
    const auto shows = [&](const domain::Access& seen) {
        std::string found;
        const std::string body = ask("/api/v1/agent-sessions", seen).body;
        for (std::uint64_t number = 1; number <= 3; ++number)
            if (body.contains("\"agentId\":\"" + AgentId::numbered(number).str()))
                found += std::to_string(number);
        return found;
    };
    EXPECT_EQ(shows(access(record::AgentRole::agent)), "1");
    EXPECT_EQ(shows(access(record::AgentRole::admin)), "123");
    auto supervisor = access(record::AgentRole::supervisor);
    EXPECT_EQ(shows(supervisor), "123");
    supervisor.supervisor_skills = {SkillId::numbered(5)};
    supervisor.agents = {AgentId::numbered(3)};
    EXPECT_EQ(shows(supervisor), "13");
    const std::string other = "/api/v1/agent-sessions?agent=" + AgentId::numbered(2).str();
    EXPECT_EQ(ask(other, supervisor).status, 403);
    EXPECT_EQ(ask(other, access(record::AgentRole::admin)).status, 200);
}

TEST_F(ReportsTest, ATranscriptInAnyFormSaysThatItDependsOnWhatIsAccepted) {
    store({chat(1)});
    start();
    for (const char* format : {"json", "text", "html"}) {
        const auto shown = ask("/api/v1/transcripts/" + chat_number(1).str() + "?format=" + format,
                               access(record::AgentRole::admin));
        EXPECT_EQ(shown.status, 200) << format;
        EXPECT_THAT(shown.headers, HasSubstr("Vary: Accept\r\n")) << format;
    }
}

TEST_F(ReportsTest, AVisitorIsShownWithItsChats) {
    store({chat(1), chat(2)});
    start();
    const auto shown = ask("/api/v1/visitors/visitor", access(record::AgentRole::admin));
    EXPECT_THAT(shown.body, HasSubstr("\"createdDate\":1000,"));
    EXPECT_LT(shown.body.find(chat_number(2).str()), shown.body.find(chat_number(1).str()));
    EXPECT_EQ(ask("/api/v1/visitors/visitor", access(record::AgentRole::agent)).status, 404);
    EXPECT_EQ(ask("/api/v1/visitors/nobody", access(record::AgentRole::admin)).status, 404);
}

TEST_F(ReportsTest, AFileOfAChatCanBeReadWithIt) {
    record::File file;
    file.id = FileId(Uuid::from_random({1}));
    file.chat = chat_number(1);
    file.organization = organization;
    file.state = record::FileState::stored;
    file.name = "offer.pdf";
    file.content_type = "application/pdf";
    auto draft = *files_->begin();
    ASSERT_TRUE(draft->write("%PDF-"));
    ASSERT_TRUE(draft->publish(file.id));
    record::File asked_for = file;
    asked_for.id = FileId(Uuid::from_random({2}));
    asked_for.state = record::FileState::requested;
    store({chat(1), chat(2), file, asked_for});
    start();
    const auto status = [&](std::uint8_t chat, const FileId& id, record::AgentRole role) {
        return ask("/api/v1/transcripts/" + chat_number(chat).str() + "/files/" + id.str(),
                   access(role))
            .status;
    };
    using enum record::AgentRole;
    EXPECT_EQ(status(1, file.id, supervisor), 200);
    EXPECT_EQ(status(1, file.id, agent), 403);
    EXPECT_EQ(status(2, file.id, supervisor), 404) << "another chat's";
    EXPECT_EQ(status(1, asked_for.id, supervisor), 404) << "not stored";
}

TEST_F(ReportsTest, AnExportComesPieceByPieceAndIsWholeInTheEnd) {
    for (std::uint8_t number = 1; number <= 120; ++number) store({chat(number)});
    start();
    const auto response =
        ask("/api/v1/transcripts/export?order=oldest", access(record::AgentRole::admin));
    ASSERT_TRUE(response.source);
    std::string body;
    std::size_t pieces = 0;
    for (auto end = http::BodyEnd::more; end == http::BodyEnd::more; ++pieces) {
        response.source->next(ticket_);
        const http::BodyPiece piece = wait_for_piece();
        EXPECT_EQ(piece.ticket, ticket_);
        EXPECT_LT(piece.bytes.size(), 2 * ExportWriter::piece_bytes);
        body += piece.bytes;
        end = piece.end;
    }
    EXPECT_GT(pieces, 1u);
    EXPECT_EQ(std::ranges::count(body, '\n'), 120);
    EXPECT_LT(body.find(chat_number(1).str()), body.find(chat_number(120).str()));
}

TEST_F(ReportsTest, AnExportWhoseArchiveFailsMidwayIsBroken) {
    for (std::uint8_t number = 1; number <= 120; ++number) store({chat(number)});
    start([pages = 0]() mutable -> Result<void> {
        if (++pages > 1) return fail(Errc::store_unavailable);
        return {};
    });
    const auto response = ask("/api/v1/transcripts/export", access(record::AgentRole::admin));
    ASSERT_TRUE(response.source);
    response.source->next(ticket_);
    const http::BodyPiece first = wait_for_piece();
    EXPECT_EQ(first.end, http::BodyEnd::more);
    EXPECT_GT(first.bytes.size(), 0u);
    response.source->next(ticket_);
    const http::BodyPiece last = wait_for_piece();
    EXPECT_EQ(last.end, http::BodyEnd::broken);
    EXPECT_EQ(last.bytes, "");
    EXPECT_EQ(last.ticket, ticket_);
}

TEST_F(ReportsTest, ExportsAreBoundedAndGivenBack) {
    start();
    const auto admin = access(record::AgentRole::admin);
    std::vector<std::shared_ptr<http::BodySource>> exports;
    for (std::size_t count = 0; count < Reports::exports_max; ++count) {
        exports.push_back(ask("/api/v1/transcripts/export", admin).source);
        ASSERT_TRUE(exports.back());
    }
    const auto refused = ask("/api/v1/transcripts/export", admin);
    EXPECT_EQ(refused.status, 503);
    EXPECT_THAT(refused.headers, HasSubstr("Retry-After"));
    // Their clients are gone.
    exports.clear();
    answers_.clear();
    EXPECT_EQ(ask("/api/v1/transcripts/export", admin).status, 200);
    answers_.clear();
}

}  // namespace
}  // namespace rejoinder::app::api
