#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "app/api/api.hpp"
#include "app/api/test_request.hpp"
#include "app/password.hpp"
#include "base/clock.hpp"
#include "http/mailbox.hpp"
#include "http/web_socket_outbox.hpp"

namespace rejoinder::app::api {

inline const std::string login_body =
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
        EXPECT_FALSE(released(
            domain::Reply{caller, domain::Outcome::credentials, password::hash("right"), ann_}));
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
        send(TestRequest(http::Method::get, "/api/v1/stream").bearer("abc").upgrade());
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

}  // namespace rejoinder::app::api
