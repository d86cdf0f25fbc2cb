#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "http/request.hpp"

// The resources of the visitors' dialect (wire spec 1.4): one row each.
namespace rejoinder::app::live_agent {

// Everything of the dialect is below this path.
inline constexpr std::string_view base_path = "/chat/rest/";

// What a resource does; the nouns posted into a chat all do the same.
enum class Service : std::uint8_t {
    session_id,
    session_end,
    messages,
    post,
    multi_noun,
    reconnect,
    resync,
    visitor,
    breadcrumb,
    jsonp,
};

// Where a request proves that it belongs to its session.
enum class KeyPlace : std::uint8_t { none, header, path };

struct Resource {
    // Below `base_path`. One that ends in `/` is followed by more.
    std::string_view path;
    http::Method method;
    Service service;
    KeyPlace key = KeyPlace::none;
    // The first API version that has it; looked at only when `version_gates` is strict.
    int since = 29;
    // Clients are known to use this method too.
    http::Method also = http::Method::other;

    // `Chasitor` and `ChatMessage` of `Chasitor/ChatMessage`.
    std::string_view prefix() const { return path.substr(0, path.find('/')); }
    std::string_view noun() const { return path.substr(path.find('/') + 1); }
    bool takes(http::Method asked) const {
        return asked == method || (asked == also && also != http::Method::other);
    }
};

inline constexpr Resource resources[] = {
    {"System/SessionId", http::Method::get, Service::session_id},
    {"System/SessionId/", http::Method::del, Service::session_end, KeyPlace::path},
    {"System/Messages", http::Method::get, Service::messages, KeyPlace::header},
    {"System/MultiNoun", http::Method::post, Service::multi_noun, KeyPlace::header},
    {"System/ReconnectSession", http::Method::get, Service::reconnect, KeyPlace::header, 37,
     http::Method::post},
    {"System/ResyncSession", http::Method::get, Service::resync, KeyPlace::header},
    {"Chasitor/ChasitorInit", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChasitorResyncState", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChasitorTyping", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChasitorNotTyping", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChasitorSneakPeek", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChatMessage", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChatEnd", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChatCancel", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/CustomEvent", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/ChasitorIdleTimeoutWarningEvent", http::Method::post, Service::post,
     KeyPlace::header, 35},
    {"Chasitor/SensitiveDataRuleTriggered", http::Method::post, Service::post, KeyPlace::header},
    {"Agent/SensitiveDataRuleTriggered", http::Method::post, Service::post, KeyPlace::header},
    {"Chasitor/RichMessage", http::Method::post, Service::post, KeyPlace::header},
    {"Visitor/Settings", http::Method::get, Service::visitor},
    {"Visitor/Availability", http::Method::get, Service::visitor},
    {"Visitor/VisitorId", http::Method::get, Service::visitor},
    {"Visitor/Breadcrumb", http::Method::post, Service::breadcrumb},
    {"Visitor/Settings.jsonp", http::Method::get, Service::jsonp},
    {"Visitor/Availability.jsonp", http::Method::get, Service::jsonp},
    {"Visitor/VisitorId.jsonp", http::Method::get, Service::jsonp},
    {"System/MultiNoun.jsonp", http::Method::get, Service::jsonp},
};

// The resource at `path`, which is below `base_path` and not decoded; null when there is none.
const Resource* find_resource(std::string_view path);

// The value of the Allow header that goes with a 405.
std::string allowed_methods(const Resource& resource);

}  // namespace rejoinder::app::live_agent
