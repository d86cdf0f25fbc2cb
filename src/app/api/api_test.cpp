#include "app/api/api.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "app/api/authentication.hpp"
#include "app/api/test_request.hpp"
#include "app/caller.hpp"
#include "app/password.hpp"
#include "base/clock.hpp"
#include "http/mailbox.hpp"
#include "http/web_socket_outbox.hpp"

namespace rejoinder::app::api {
namespace {

using domain::Outcome;
using http::Method;

const std::string login_body =
    R"({"organization":"00D000000000001","username":"ann","password":"right"})";

// The API between a client and a core that this fixture plays.
class ApiTest : public testing::Test {
protected:
    struct Submitted {
        domain::Request request;
        domain::Caller caller;
    };

    void start(Config config = {}) {
        api_ = std::make_unique<Api>(
            config,
            Links{.submit = [this](auto request,
                                   auto caller) { return submit({std::move(request), caller}); },
                  .answer = [this](auto ticket,
                                   auto response) { answer(ticket, std::move(response)); },
                  .accept_web_socket = [this](const http::Request&, http::Ticket,
                                              auto handler) { handler_ = std::move(handler); }},
            clock_);
    }
    ~ApiTest() override {
        api_->stop();
        mailbox_->close();
    }

    // Sends a request; its answer is `answer_to` of the returned ticket.
    http::Ticket send(TestRequest request) {
        const http::Ticket ticket{.serial = ++last_serial_};
        api_->handle(request, ticket);
        return ticket;
    }

    // The answer that was given at once.
    http::Response answered(TestRequest request) {
        const auto response = find_answer(send(std::move(request)));
        EXPECT_TRUE(response);
        return response.value_or(http::Response{.status = 0});
    }

    // The answer a worker gives.
    http::Response wait_for_answer(http::Ticket ticket) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return answers_.contains(ticket.pack()); });
        return answers_.at(ticket.pack());
    }

    std::optional<http::Response> find_answer(http::Ticket ticket) {
        const std::scoped_lock lock(mutex_);
        const auto found = answers_.find(ticket.pack());
        return found == answers_.end() ? std::nullopt : std::optional(found->second);
    }

    // What the core was asked next.
    template <class Request>
    std::pair<Request, domain::Caller> asked() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !submitted_.empty(); });
        Submitted next = std::move(submitted_.front());
        submitted_.erase(submitted_.begin());
        return {std::get<Request>(std::move(next.request)), next.caller};
    }

    bool was_asked() {
        const std::scoped_lock lock(mutex_);
        return !submitted_.empty();
    }

    // What the client gets when the core says this.
    template <class What>
    std::optional<http::Response> released(What what) {
        std::vector<http::Answer> answers;
        api_->release({.after = 0, .what = std::move(what)}, answers);
        if (answers.empty()) return std::nullopt;
        EXPECT_EQ(answers.size(), 1U);
        return answers.front().response;
    }

    // Logs in up to the point where the core has the log-in to open.
    std::pair<domain::OpenLogin, domain::Caller> log_in(TestRequest request) {
        send(std::move(request));
        const auto [find, caller] = asked<domain::FindCredentials>();
        EXPECT_EQ(find.organization, "00D000000000001");
        EXPECT_EQ(find.username, "ann");
        EXPECT_FALSE(
            released(domain::Reply{caller, Outcome::credentials, password::hash("right"), ann_}));
        return asked<domain::OpenLogin>();
    }

    // The frames a stream's client gets, and how the stream was closed.
    struct Client {
        std::shared_ptr<http::WebSocketOutbox> outbox;

        std::string frame() const { return outbox->take_frame().value_or("none"); }
        int close_code() const {
            const auto close = outbox->close_wanted();
            return close ? close->code : 0;
        }
    };

    Client open_stream() {
        send(TestRequest(Method::get, "/api/v1/stream").bearer("abc").upgrade());
        Client client{std::make_shared<http::WebSocketOutbox>(
            mailbox_, http::WebSocketOutbox::Limits{8, 1024})};
        handler_->on_open(http::WebSocket(client.outbox));
        return client;
    }

    const AgentId ann_ = AgentId::parse("005000000000001").value();
    Clock clock_;
    std::unique_ptr<Api> api_;
    std::shared_ptr<http::WebSocketHandler> handler_;
    // What is posted there holds on to its outbox until it is closed.
    std::shared_ptr<http::Mailbox> mailbox_ = std::make_shared<http::Mailbox>([] {});
    bool is_core_full_ = false;

private:
    bool submit(Submitted submitted) {
        const std::scoped_lock lock(mutex_);
        if (is_core_full_) return false;
        submitted_.push_back(std::move(submitted));
        changed_.notify_all();
        return true;
    }
    void answer(http::Ticket ticket, http::Response response) {
        const std::scoped_lock lock(mutex_);
        EXPECT_TRUE(answers_.emplace(ticket.pack(), std::move(response)).second);
        changed_.notify_all();
    }

    std::uint32_t last_serial_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Submitted> submitted_;
    std::unordered_map<std::uint64_t, http::Response> answers_;
};

TEST_F(ApiTest, RefusesWhatItDoesNotHave) {
    start();
    EXPECT_EQ(answered({Method::get, "/api/v1/nothing"}).status, 404);

    const auto wrong_method = answered({Method::patch, "/api/v1/login"});
    EXPECT_EQ(wrong_method.status, 405);
    EXPECT_TRUE(wrong_method.headers.contains("Allow: POST, DELETE\r\n"));

    const auto options = answered({Method::options, "/api/v1/login"});
    EXPECT_EQ(options.status, 204);
    EXPECT_TRUE(options.headers.contains("Allow: POST, DELETE\r\n"));
}

TEST_F(ApiTest, DescribesItselfToAnybody) {
    start();
    const auto response = answered({Method::get, "/api/openapi.json"});
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(boost::json::parse(response.body).at("openapi"), "3.1.0");
}

TEST_F(ApiTest, AsksTheCoreOnlyForHoldersOfAToken) {
    start();
    EXPECT_EQ(answered({Method::get, "/api/v1/me"}).status, 401);
    EXPECT_EQ(answered({Method::del, "/api/v1/login"}).status, 401);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, HashesANewPasswordBeforeItAsksTheCore) {
    start();
    const auto ticket =
        send(TestRequest(Method::put, "/api/v1/admin/agents/005000000000001/password")
                 .bearer("abc")
                 .body(R"({"password":"new"})"));
    const auto [request, caller] = asked<domain::AgentRequest>();

    EXPECT_EQ(request.token_hash, hash_of("abc"));
    const auto& change = std::get<domain::agent::SetPassword>(
        std::get<domain::agent::Administer>(*request.action).what);
    EXPECT_EQ(change.agent, "005000000000001");
    EXPECT_TRUE(password::verify(change.password_hash, "new"));
    const auto response = released(domain::Reply{caller, Outcome::done, {}, {}});
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 204);
    EXPECT_FALSE(find_answer(ticket));
}

TEST_F(ApiTest, HashesNoMorePasswordsThanMayWait) {
    start({.login_workers = 1, .login_queue = 0});
    EXPECT_EQ(answered(TestRequest(Method::put, "/api/v1/admin/agents/005000000000001/password")
                           .bearer("abc")
                           .body(R"({"password":"new"})"))
                  .status,
              503);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, HandsRequestsToTheCoreAndAnswersBack) {
    start();
    const auto ticket = send(TestRequest(Method::get, "/api/v1/me").bearer("abc"));
    const auto [request, caller] = asked<domain::AgentRequest>();

    EXPECT_EQ(request.token_hash, hash_of("abc"));
    EXPECT_EQ(request.idempotency_key, "");
    EXPECT_TRUE(std::holds_alternative<domain::agent::GetMe>(request.action.value()));
    EXPECT_EQ(kind_of(caller), CallerKind::agent);
    EXPECT_EQ(ticket_of(caller), ticket);
    EXPECT_FALSE(find_answer(ticket));

    EXPECT_EQ(released(domain::Reply{caller, Outcome::json, R"({"a":1})", {}})->body, R"({"a":1})");
    EXPECT_EQ(released(domain::Refusal{caller, Error{Errc::unauthorized}})->status, 401);
}

TEST_F(ApiTest, LetsTheCoreLookAtTheTokenBeforeTheBody) {
    start();
    send(TestRequest(Method::put, "/api/v1/me/presence").bearer("abc").body("{"));
    const auto [request, caller] = asked<domain::AgentRequest>();
    EXPECT_EQ(request.action.error().code, Errc::bad_request);
}

TEST_F(ApiTest, RefusesWritesThatOnlyACookieVouchesFor) {
    start();
    const auto put = [] {
        return TestRequest(Method::put, "/api/v1/me/presence")
            .cookie("abc")
            .body(R"({"state":"Online"})");
    };
    EXPECT_EQ(answered(put()).status, 403);
    EXPECT_FALSE(was_asked());

    send(put().with("X-CSRF", "1"));
    EXPECT_EQ(asked<domain::AgentRequest>().first.token_hash, hash_of("abc"));
}

TEST_F(ApiTest, BoundsIdempotencyKeys) {
    start();
    const auto post = [](std::size_t length) {
        return TestRequest(Method::post,
                           "/api/v1/chats/6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11/accept")
            .bearer("abc")
            .with("Idempotency-Key", std::string(length, 'k'));
    };
    send(post(128));
    const auto [request, caller] = asked<domain::AgentRequest>();
    EXPECT_EQ(request.idempotency_key, std::string(128, 'k'));
    EXPECT_TRUE(request.action);

    send(post(129));
    EXPECT_EQ(asked<domain::AgentRequest>().first.action.error().code, Errc::bad_request);
    send(post(0));
    EXPECT_EQ(asked<domain::AgentRequest>().first.action.error().code, Errc::bad_request);
}

TEST_F(ApiTest, AsksToTryAgainWhenTheCoreIsFull) {
    start();
    is_core_full_ = true;
    const auto response = answered(TestRequest(Method::get, "/api/v1/me").bearer("abc"));
    EXPECT_EQ(response.status, 503);
    EXPECT_TRUE(response.headers.contains("Retry-After"));
    EXPECT_EQ(answered(TestRequest(Method::post, "/api/v1/login").body(login_body)).status, 503);
}

TEST_F(ApiTest, LogsInWithTheRightPassword) {
    start();
    const auto [login, caller] =
        log_in(TestRequest(Method::post, "/api/v1/login").body(login_body).over_tls());

    EXPECT_EQ(login.agent, ann_);
    EXPECT_EQ(login.token.size(), 43U);
    EXPECT_EQ(login.token_hash, hash_of(login.token));
    EXPECT_GT(login.expires_at, clock_.now() + std::chrono::hours{11});

    const auto response = released(domain::Reply{caller, Outcome::json, "{}", {}});
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
    EXPECT_TRUE(response->headers.contains("Set-Cookie: rejoinder_agent=" + login.token + ";"));
    EXPECT_TRUE(response->headers.contains("; Secure\r\n"));
}

TEST_F(ApiTest, AnswersWrongPasswordsAndUnknownUsersAlike) {
    start();
    const auto body = R"({"organization":"00D000000000001","username":"ann","password":"wrong"})";

    const auto wrong = send(TestRequest(Method::post, "/api/v1/login").body(body));
    const auto known = asked<domain::FindCredentials>().second;
    released(domain::Reply{known, Outcome::credentials, password::hash("right"), ann_});
    const auto wrong_answer = wait_for_answer(wrong);

    const auto unknown = send(TestRequest(Method::post, "/api/v1/login").body(body));
    const auto nobody = asked<domain::FindCredentials>().second;
    EXPECT_FALSE(released(domain::Refusal{nobody, Error{Errc::not_found}}));
    const auto unknown_answer = wait_for_answer(unknown);

    // An agent without a password.
    const auto locked = send(TestRequest(Method::post, "/api/v1/login").body(body));
    const auto silent = asked<domain::FindCredentials>().second;
    released(domain::Reply{silent, Outcome::credentials, "", ann_});

    EXPECT_EQ(wrong_answer.status, 401);
    EXPECT_EQ(unknown_answer.body, wrong_answer.body);
    EXPECT_EQ(wait_for_answer(locked).body, wrong_answer.body);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, ChecksUnknownUsersAtTheSameCost) {
    start();
    const auto cost_of = [](std::string_view hash) {
        return std::string(hash.substr(0, hash.find('$', hash.find("p="))));
    };
    EXPECT_EQ(cost_of(Logins::decoy_hash), cost_of(password::hash("any")));
    EXPECT_FALSE(password::verify(Logins::decoy_hash, "any"));
}

TEST_F(ApiTest, RefusesLogInsItCannotReadOrTrust) {
    start();
    EXPECT_EQ(answered(TestRequest(Method::post, "/api/v1/login").body("{}")).status, 400);
    EXPECT_EQ(answered(TestRequest(Method::post, "/api/v1/login")
                           .body(login_body)
                           .with("Host", "chat.example")
                           .with("Origin", "https://evil.example"))
                  .status,
              403);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, BoundsTheLogInsUnderWay) {
    start({.login_queue = 2});
    const auto post = [] { return TestRequest(Method::post, "/api/v1/login").body(login_body); };
    send(post());
    send(post());
    const auto refused = answered(post());
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.headers.contains("Retry-After: 1\r\n"));

    const auto caller = asked<domain::FindCredentials>().second;
    EXPECT_EQ(released(domain::Refusal{caller, Error{Errc::overloaded}})->status, 503);
    EXPECT_FALSE(find_answer(send(post())));
}

TEST_F(ApiTest, PassesOnThatALogInCouldNotBeStored) {
    start();
    const auto caller = log_in(TestRequest(Method::post, "/api/v1/login").body(login_body)).second;
    const auto response = released(domain::Refusal{caller, Error{Errc::store_unavailable}});
    EXPECT_EQ(response->status, 503);
    EXPECT_FALSE(response->headers.contains("Set-Cookie"));
}

TEST_F(ApiTest, TakesTheCookieBackAtTheLogOut) {
    start();
    send(TestRequest(Method::del, "/api/v1/login").cookie("abc").with("X-CSRF", "1"));
    const auto [request, caller] = asked<domain::AgentRequest>();
    EXPECT_TRUE(std::holds_alternative<domain::agent::Logout>(request.action.value()));

    const auto response = released(domain::Reply{caller, Outcome::done, {}, {}});
    EXPECT_EQ(response->status, 204);
    EXPECT_TRUE(response->headers.contains("Set-Cookie: rejoinder_agent=; Max-Age=0;"));
}

TEST_F(ApiTest, PassesOnThatALogOutWasRefused) {
    start();
    send(TestRequest(Method::del, "/api/v1/login").bearer("stale"));
    const auto caller = asked<domain::AgentRequest>().second;
    EXPECT_EQ(released(domain::Refusal{caller, Error{Errc::unauthorized}})->status, 401);
}

TEST_F(ApiTest, OpensStreamsForItsOwnPagesOnly) {
    start();
    EXPECT_EQ(answered({Method::get, "/api/v1/stream"}).status, 400);
    EXPECT_EQ(
        answered(TestRequest(Method::get, "/api/v1/stream?access_token=abc").upgrade()).status,
        401);
    EXPECT_EQ(answered(TestRequest(Method::get, "/api/v1/stream")
                           .upgrade()
                           .cookie("abc")
                           .with("Host", "chat.example")
                           .with("Origin", "https://evil.example"))
                  .status,
              403);
    EXPECT_EQ(handler_, nullptr);
}

TEST_F(ApiTest, CarriesAStreamFromItsOpeningToItsEnd) {
    start();
    const Client client = open_stream();
    const auto [open, stream] = asked<domain::OpenStream>();
    EXPECT_EQ(open.token_hash, hash_of("abc"));
    EXPECT_EQ(kind_of(stream), CallerKind::stream);

    handler_->on_text(R"({"resume":17})");
    EXPECT_EQ(asked<domain::ResumeStream>().first.last_seen, 17);
    handler_->on_text("anything");
    EXPECT_FALSE(was_asked());

    released(domain::StreamFrame{stream, "frame"});
    EXPECT_EQ(client.frame(), "frame");

    handler_->on_close();
    EXPECT_EQ(asked<domain::CloseStream>().second, stream);
    released(domain::StreamFrame{stream, "late"});
    EXPECT_EQ(client.frame(), "none");
}

TEST_F(ApiTest, ResumesAStreamFromTheStart) {
    start();
    open_stream();
    asked<domain::OpenStream>();
    handler_->on_text(R"({"resume":null})");
    EXPECT_EQ(asked<domain::ResumeStream>().first.last_seen, std::nullopt);
}

TEST_F(ApiTest, GivesEachStreamANumberOfItsOwn) {
    start();
    open_stream();
    open_stream();
    const auto first = asked<domain::OpenStream>().second;
    EXPECT_NE(first, asked<domain::OpenStream>().second);
}

TEST_F(ApiTest, ClosesAStreamWhoseFirstFrameIsNotUnderstood) {
    start();
    const Client client = open_stream();
    asked<domain::OpenStream>();
    handler_->on_text("hello");
    EXPECT_EQ(client.close_code(), http::close_code::policy_violation);
    EXPECT_FALSE(was_asked());
}

TEST_F(ApiTest, ClosesAStreamAsTheCoreSays) {
    start();
    const Client stale = open_stream();
    released(domain::StreamEnd{asked<domain::OpenStream>().second, Error{Errc::unauthorized}});
    EXPECT_EQ(stale.close_code(), http::close_code::policy_violation);

    const Client slow = open_stream();
    released(domain::StreamEnd{asked<domain::OpenStream>().second, Error{Errc::overloaded}});
    EXPECT_EQ(slow.close_code(), http::close_code::try_again_later);
}

TEST_F(ApiTest, ClosesAStreamThatTheCoreHasNoRoomFor) {
    start();
    is_core_full_ = true;
    const Client client = open_stream();
    EXPECT_EQ(client.close_code(), http::close_code::try_again_later);
    handler_->on_close();
    EXPECT_FALSE(was_asked());
}

}  // namespace
}  // namespace rejoinder::app::api
