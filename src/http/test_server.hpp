#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "http/server.hpp"
#include "http/test_client.hpp"

namespace rejoinder::http {

// Hands things from the server's threads to the test's; gives up after ten seconds.
template <class T>
class TestQueue {
public:
    void push(T item) {
        const std::lock_guard lock(mutex_);
        items_.push_back(std::move(item));
        filled_.notify_one();
    }

    T pop() {
        std::unique_lock lock(mutex_);
        if (!filled_.wait_for(lock, std::chrono::seconds{10}, [&] { return !items_.empty(); })) {
            ADD_FAILURE() << "nothing came";
            return {};
        }
        T item = std::move(items_.front());
        items_.pop_front();
        return item;
    }

private:
    std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<T> items_;
};

// A server on a free port whose answers depend on the path: `/park` is left to the test, `/empty`
// is 204, `/close` closes, `/size?n` has n bytes, `/static?n` a `<` and n static bytes, anything
// else is repeated.
class TestServer : public Handler {
public:
    static constexpr std::size_t static_bytes_max = 20'000'000;

    explicit TestServer(Config config = {}) : server(with_port(std::move(config)), *this, clock) {
        const auto started = server.start();
        EXPECT_TRUE(started) << started.error().text();
        if (started) addresses = *started;
    }

    void handle(const Request& request, Ticket ticket) override {
        if (on_request) return on_request(request, ticket);
        if (request.path == "/park") return parked.push(ticket);
        server.answer(ticket, response_to(request));
    }

    void gone(Ticket ticket) override { left.push(ticket); }

    std::string error_headers(std::optional<std::string_view> origin) override {
        return origin ? "Allow-Origin: " + std::string(*origin) + "\r\n" : std::string();
    }

    TestClient connect() { return TestClient(connect_to(addresses.at(0).port)); }

    const Clock clock;
    std::function<void(const Request&, Ticket)> on_request;  // set before the first request
    TestQueue<Ticket> parked;
    TestQueue<Ticket> left;
    std::vector<BoundAddress> addresses;
    Server server;

private:
    static Config with_port(Config config) {
        if (config.listen.empty() && config.tls_listen.empty()) config.listen = {"127.0.0.1:0"};
        return config;
    }

    static Response response_to(const Request& request) {
        if (request.path == "/empty") return text_response(204, "nothing");
        if (request.path == "/close") {
            return Response{.body = "bye", .close = true};
        }
        if (request.path == "/size") {
            return Response{.body = std::string(std::stoul(std::string(request.query)), 's')};
        }
        if (request.path == "/static") {
            static const std::string bytes(static_bytes_max, 's');
            const std::size_t size = std::stoul(std::string(request.query));
            return Response{.body = "<", .static_body = std::string_view(bytes).substr(0, size)};
        }
        std::string echo(name_of(request.method));
        echo.append(" ").append(request.target).append(" ").append(request.body);
        request.for_each_header("X-Echo",
                                [&](std::string_view value) { echo.append(" ").append(value); });
        return text_response(200, echo);
    }
};

}  // namespace rejoinder::http
