#include "domain/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/test_desk.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::domain {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

// A visitor in a chat with Ann, and what both do with files.
class FilesTest : public testing::Test {
protected:
    explicit FilesTest(Settings settings = {}) : desk(std::move(settings)) {
        desk.go_online(TestDesk::ann);
        desk.init(jo);
        stream = desk.open_stream(TestDesk::ann, std::nullopt);
        EXPECT_EQ(desk.act(TestDesk::ann, agent::Accept{jo.id, {}}).status, 200);
        read_events();
    }

    static FileId file_id(std::uint8_t number) {
        std::array<std::uint8_t, 16> bytes{};
        bytes.fill(number);
        return FileId(Uuid::from_random(bytes));
    }

    TestDesk::Answer request(std::uint8_t number = 1, const std::string& agent = TestDesk::ann) {
        const std::string token = "token" + std::to_string(number);
        return desk.act(agent, agent::RequestFile{jo.id, file_id(number), token, "hash of " + token,
                                                  "https://host"});
    }
    TestDesk::Answer claim(std::uint64_t claim, const std::string& token = "token1",
                           const std::string& organization = TestDesk::organization) {
        return desk.ask(FileStep{ClaimUpload{jo.id, organization, "hash of " + token, claim}});
    }
    TestDesk::Answer complete(std::uint64_t claim, Result<StoredFile> stored,
                              std::uint8_t number = 1) {
        return desk.ask(FileStep{CompleteUpload{file_id(number), claim, std::move(stored)}});
    }
    TestDesk::Answer send(std::uint8_t number, const std::string& agent = TestDesk::ann) {
        return desk.act(agent,
                        agent::SendFile{jo.id, file_id(number), cat, "https://host/files/x"});
    }
    TestDesk::Answer link(std::uint8_t number) {
        return desk.ask(FileStep{GetLinkedFile{file_id(number)}});
    }
    TestDesk::Answer get(const std::string& agent, std::uint8_t number) {
        return desk.act(agent, agent::GetFile{jo.id, file_id(number)});
    }

    // What the visitor has got since the last look.
    std::string read_events() {
        const auto answer = desk.poll(jo, ack);
        if (answer.status == 200) ++ack;
        return answer.body;
    }
    std::string entries() { return desk.act(TestDesk::ann, agent::GetChat{jo.id}).body; }
    const record::File& row(std::size_t index = 0) { return desk.stored().files.at(index); }

    const StoredFile cat{"cat.png", "image/png", 7};
    TestDesk desk;
    TestDesk::Visitor jo = desk.open_session();
    Caller stream;
    std::int64_t ack = -1;
};

TEST_F(FilesTest, AVisitorIsAskedForAFileAndSendsIt) {
    const auto asked = request();
    EXPECT_EQ(asked.status, 201);
    EXPECT_THAT(asked.body,
                HasSubstr(R"("direction":"fromVisitor","state":"requested","name":"")"));
    EXPECT_THAT(read_events(),
                HasSubstr(R"({"type":"FileTransfer","message":{"type":"Requested",)"
                          R"("uploadServletUrl":"https://host/upload",)"
                          R"("cdmServletUrl":"https://host/cdm","fileToken":"token1"}})"));
    EXPECT_THAT(desk.frames_of(stream), Contains(HasSubstr(R"("type":"file")")));

    const auto granted = claim(1);
    EXPECT_EQ(granted.status, 200);
    EXPECT_THAT(granted.body, HasSubstr(file_id(1).str()));
    EXPECT_EQ(complete(1, cat).status, 200);
    EXPECT_THAT(read_events(),
                HasSubstr(R"({"type":"FileTransfer","message":{"type":"Success"}})"));
    EXPECT_THAT(desk.frames_of(stream),
                Contains(HasSubstr(R"("state":"stored","name":"cat.png","contentType":"image/png",)"
                                   R"("size":7})")));
    EXPECT_THAT(entries(), HasSubstr(R"("type":"FileTransferRequested")"));
    EXPECT_THAT(entries(), HasSubstr(R"("type":"FileTransferSuccess")"));
    EXPECT_EQ(row().state, record::FileState::stored);
    EXPECT_EQ(row().stored_at, desk.now());
    EXPECT_THAT(get(TestDesk::ann, 1).body, HasSubstr("cat.png"));
}

TEST_F(FilesTest, OnlyOneFileIsAskedForAtATime) {
    EXPECT_EQ(request(1).status, 201);
    EXPECT_EQ(request(2).status, 409);
    EXPECT_EQ(claim(1).status, 200);
    EXPECT_EQ(complete(1, cat).status, 200);
    EXPECT_EQ(request(2).status, 201);
}

TEST_F(FilesTest, ATokenIsForOneUploadOfOneChatAndOrganization) {
    EXPECT_EQ(claim(1).status, 403) << "nothing was asked for";
    request();
    EXPECT_EQ(claim(1, "token2").status, 403);
    EXPECT_EQ(claim(1, "token1", "00D000000000009").status, 403);
    EXPECT_EQ(claim(1, "token1", "nonsense").status, 403);
    EXPECT_EQ(claim(1, "token1", "").status, 200);
    EXPECT_EQ(claim(2).status, 409) << "it is being sent";
    EXPECT_EQ(complete(2, cat).status, 409);
    EXPECT_EQ(complete(1, cat).status, 200);
    EXPECT_EQ(complete(1, cat).status, 409);
    EXPECT_EQ(claim(3).status, 403) << "it was used";
}

TEST_F(FilesTest, AnUploadThatBrokeOffMayBeTriedAgain) {
    request();
    EXPECT_EQ(claim(1).status, 200);
    desk.ask(FileStep{ReleaseUpload{file_id(1), 9}});
    EXPECT_EQ(claim(2).status, 409);
    desk.ask(FileStep{ReleaseUpload{file_id(1), 1}});
    EXPECT_EQ(complete(1, cat).status, 409);
    EXPECT_EQ(claim(2).status, 200);
    EXPECT_EQ(complete(2, cat).status, 200);
}

TEST_F(FilesTest, AFileThatWasNotTakenSaysWhy) {
    request();
    read_events();
    claim(1);
    EXPECT_EQ(complete(1, fail(Errc::bad_request, "The type is not allowed")).status, 200);
    EXPECT_THAT(read_events(),
                HasSubstr(R"({"type":"FileTransfer","message":{"type":"Failure"}})"));
    EXPECT_THAT(entries(), HasSubstr("The type is not allowed"));
    EXPECT_EQ(row().state, record::FileState::failed);
    EXPECT_EQ(get(TestDesk::ann, 1).status, 404);
    EXPECT_EQ(request(2).status, 201);
}

TEST_F(FilesTest, EitherSideMayCancel) {
    EXPECT_EQ(desk.act(TestDesk::ann, agent::CancelFileRequest{jo.id}).status, 409);
    request(1);
    read_events();
    claim(1);
    EXPECT_EQ(desk.act(TestDesk::ann, agent::CancelFileRequest{jo.id}).status, 200);
    EXPECT_THAT(read_events(),
                HasSubstr(R"({"type":"FileTransfer","message":{"type":"Canceled"}})"));
    EXPECT_EQ(complete(1, cat).status, 409);
    EXPECT_THAT(entries(), HasSubstr(R"("type":"FileCanceledAgent")"));

    request(2);
    const auto cancel = [&](const std::string& token) {
        return desk.ask(FileStep{CancelUpload{jo.id, "hash of " + token, 5}}).status;
    };
    EXPECT_EQ(cancel("token1"), 403);
    EXPECT_EQ(cancel("token2"), 200);
    EXPECT_EQ(cancel("token2"), 403);
    EXPECT_THAT(entries(), HasSubstr(R"("type":"FileCanceledChasitor")"));
    EXPECT_EQ(row(1).state, record::FileState::canceled);
}

TEST_F(FilesTest, TheEndOfAChatCancelsWhatWasAskedFor) {
    request();
    read_events();
    claim(1);
    desk.act(TestDesk::ann, agent::EndChat{jo.id, false});
    EXPECT_EQ(complete(1, cat).status, 409);
    EXPECT_EQ(claim(2).status, 403);
    EXPECT_EQ(row().state, record::FileState::canceled);
    const std::string events = read_events();
    EXPECT_LT(events.find("Canceled"), events.find("ChatEnded"));
    EXPECT_EQ(request(2).status, 409);
    EXPECT_EQ(send(3).status, 409);
}

TEST_F(FilesTest, AnAgentSendsAFileAsALink) {
    EXPECT_EQ(desk.act(TestDesk::ann, agent::CheckFile{jo.id}).status, 200);
    const auto sent = send(1);
    EXPECT_EQ(sent.status, 201);
    EXPECT_THAT(sent.body, HasSubstr(R"("direction":"toVisitor","state":"stored")"));
    EXPECT_THAT(read_events(), HasSubstr(R"(cat.png\nhttps://host/files/x)"));
    EXPECT_THAT(entries(), HasSubstr(R"("type":"FileTransferToChasitor")"));
    EXPECT_THAT(link(1).body, HasSubstr(R"("contentType":"image/png")"));
    EXPECT_EQ(link(2).status, 404);
    request(3);
    claim(1, "token3");
    complete(1, cat, 3);
    EXPECT_EQ(link(3).status, 404) << "a visitor's file is for agents";
}

TEST_F(FilesTest, OnlyTheAgentOfTheChatTransfersFiles) {
    desk.go_online(TestDesk::bob);
    EXPECT_EQ(request(1, TestDesk::bob).status, 403);
    EXPECT_EQ(send(1, TestDesk::bob).status, 403);
    EXPECT_EQ(desk.act(TestDesk::bob, agent::CheckFile{jo.id}).status, 403);
    EXPECT_EQ(desk.act(TestDesk::bob, agent::CancelFileRequest{jo.id}).status, 403);
    send(1);
    EXPECT_EQ(desk.act(TestDesk::ann, agent::GetFile{desk.open_session().id, file_id(1)}).status,
              404);
}

TEST_F(FilesTest, AnAgentWhoMayNotTransferFilesIsRefused) {
    record::AgentConfig config;
    config.id = *AgentConfigId::parse("571000000000001");
    config.organization = *OrganizationId::parse(TestDesk::organization);
    config.agents = {*AgentId::parse(TestDesk::ann)};
    config.enable_agent_file_transfer = false;
    desk.stored().agent_configs.push_back(config);
    desk.restart();
    EXPECT_EQ(request().status, 403);
    EXPECT_EQ(send(2).status, 403);
}

TEST_F(FilesTest, LinksLiveForATimeAfterTheChat) {
    desk.log_in(TestDesk::bob);
    send(1);
    request(2);
    claim(1, "token2");
    complete(1, cat, 2);
    desk.act(TestDesk::ann, agent::EndChat{jo.id, false});
    read_events();
    desk.advance(30min);
    EXPECT_EQ(link(1).status, 200);
    EXPECT_EQ(get(TestDesk::ann, 2).status, 200);
    EXPECT_EQ(get(TestDesk::bob, 2).status, 404);
    desk.restart();
    EXPECT_EQ(link(1).status, 200);
    EXPECT_EQ(get(TestDesk::ann, 2).status, 200);
    EXPECT_EQ(get(TestDesk::bob, 2).status, 404);
    desk.advance(31min);
    EXPECT_EQ(link(1).status, 404);
    EXPECT_EQ(get(TestDesk::ann, 2).status, 404);
}

TEST_F(FilesTest, ARequestSurvivesARestart) {
    request();
    claim(1);
    desk.restart();
    EXPECT_EQ(complete(1, cat).status, 409) << "the upload ended with the server";
    EXPECT_EQ(request(2).status, 409);
    EXPECT_THAT(read_events(), HasSubstr("token1"));
    EXPECT_EQ(claim(2).status, 200);
    EXPECT_EQ(complete(2, cat).status, 200);
    desk.restart();
    EXPECT_EQ(claim(3).status, 403);
    EXPECT_EQ(get(TestDesk::ann, 1).status, 200);
}

class FileLimits : public FilesTest {
protected:
    FileLimits() : FilesTest(limits()) {}
    static Settings limits() {
        Settings settings;
        settings.files_per_chat_max = 2;
        settings.files_per_day_max = 3;
        settings.public_url = "https://chat.example";
        return settings;
    }
};

TEST_F(FileLimits, AChatHasSoManyFilesAndNotOneMore) {
    EXPECT_EQ(send(1).status, 201);
    EXPECT_EQ(request(2).status, 201);
    EXPECT_EQ(send(3).status, 429);
    claim(1, "token2");
    complete(1, cat, 2);
    EXPECT_EQ(request(3).status, 429);
    EXPECT_EQ(desk.act(TestDesk::ann, agent::CheckFile{jo.id}).status, 429);
}

TEST_F(FileLimits, AnOrganizationHasSoManyFilesADay) {
    send(1);
    send(2);
    jo = desk.open_session();
    desk.init(jo);
    desk.act(TestDesk::ann, agent::Accept{jo.id, {}});
    EXPECT_EQ(send(3).status, 201);
    EXPECT_EQ(send(4).status, 429);
    desk.restart();
    EXPECT_EQ(send(4).status, 429);
}

TEST_F(FileLimits, VisitorsAreSentWhereTheyReachTheServer) {
    request();
    EXPECT_THAT(read_events(), HasSubstr("https://chat.example/upload"));
}

}  // namespace
}  // namespace rejoinder::domain
