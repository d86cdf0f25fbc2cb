#pragma once

#include <boost/asio/ip/address_v4.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/request.hpp"

namespace rejoinder::app::api {

// A request as a client sends it, for tests: the owner of what `http::Request` only looks at.
class TestRequest {
public:
    TestRequest(http::Method method, std::string target)
        : method_(method), target_(std::move(target)) {}

    TestRequest& with(std::string name, std::string value) {
        headers_.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    TestRequest& bearer(const std::string& token) {
        return with("Authorization", "Bearer " + token);
    }
    TestRequest& cookie(const std::string& token) {
        return with("Cookie", "rejoinder_agent=" + token);
    }
    TestRequest& body(std::string text) {
        body_ = std::move(text);
        return *this;
    }
    TestRequest& over_tls() {
        is_tls_ = true;
        return *this;
    }
    TestRequest& upgrade() {
        is_upgrade_ = true;
        return *this;
    }

    // Valid until the next change.
    operator http::Request() {
        fields_.clear();
        for (const auto& [name, value] : headers_) fields_.push_back({name, value});
        const std::string_view target = target_;
        const std::size_t end = target.find('?');
        http::Request request;
        request.method = method_;
        request.target = target;
        request.path = target.substr(0, end);
        if (end != std::string_view::npos) request.query = target.substr(end + 1);
        request.body = body_;
        request.headers = fields_;
        request.peer = boost::asio::ip::address_v4::loopback();
        request.is_tls = is_tls_;
        request.is_upgrade = is_upgrade_;
        return request;
    }

private:
    http::Method method_;
    std::string target_;
    std::string body_;
    std::vector<std::pair<std::string, std::string>> headers_;
    std::vector<http::HeaderField> fields_;
    bool is_tls_ = false;
    bool is_upgrade_ = false;
};

}  // namespace rejoinder::app::api
