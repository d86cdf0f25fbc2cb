// What one request body costs to parse into its shape, by library. The figures behind
// docs/adr/0001-json-library.md.
#include <benchmark/benchmark.h>
#include <rapidjson/document.h>
#include <simdjson.h>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parser.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/check.hpp"
#include "protocol/requests.hpp"

namespace rejoinder {
namespace {

using protocol::request::ChasitorInit;
using protocol::request::ChatMessage;

// Where the libraries that take memory from outside find it.
constexpr std::size_t buffer_size = 16 * 1024;

// ---- The libraries: each parses, with UTF-8 validated and depth bounded, and names values alike.

struct BoostJson {
    using Value = boost::json::value;

    template <class Take>
    static bool parse(std::string_view json, Take take) {
        unsigned char memory[buffer_size];
        boost::json::monotonic_resource resource(memory, sizeof memory);
        unsigned char scratch[1024];
        boost::json::parse_options options;
        options.max_depth = protocol::nesting_max;
        boost::json::parser parser({}, options, scratch, sizeof scratch);
        parser.reset(&resource);
        boost::json::error_code error;
        parser.write(json, error);
        return !error && take(parser.release());
    }
    static std::optional<std::string_view> text(const Value& value) {
        const auto* text = value.if_string();
        return text ? std::optional(std::string_view(*text)) : std::nullopt;
    }
    static bool is_null(const Value& value) { return value.is_null(); }
    static bool boolean(const Value& value) { return value.as_bool(); }
    static std::int64_t integer(const Value& value) { return value.as_int64(); }
    template <class Take>
    static bool elements(const Value& value, Take take) {
        for (const Value& element : value.as_array())
            if (!take(element)) return false;
        return true;
    }
    template <class Take>
    static bool members(const Value& value, Take take) {
        for (const auto& member : value.as_object())
            if (!take(std::string_view(member.key()), member.value())) return false;
        return true;
    }
};

struct RapidJson {
    using Value = rapidjson::Value;
    using Memory = rapidjson::MemoryPoolAllocator<>;
    using Document = rapidjson::GenericDocument<rapidjson::UTF8<>, Memory, Memory>;

    template <class Take>
    static bool parse(std::string_view json, Take take) {
        alignas(std::max_align_t) char memory[buffer_size];
        alignas(std::max_align_t) char stack[buffer_size];
        Memory values(memory, sizeof memory);
        Memory stacks(stack, sizeof stack);
        Document document(&values, 1024, &stacks);
        constexpr unsigned flags =
            rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
        document.Parse<flags>(json.data(), json.size());
        return !document.HasParseError() && take(document);
    }
    static std::optional<std::string_view> text(const Value& value) {
        if (!value.IsString()) return std::nullopt;
        return std::string_view(value.GetString(), value.GetStringLength());
    }
    static bool is_null(const Value& value) { return value.IsNull(); }
    static bool boolean(const Value& value) { return value.GetBool(); }
    static std::int64_t integer(const Value& value) { return value.GetInt64(); }
    template <class Take>
    static bool elements(const Value& value, Take take) {
        for (const Value& element : value.GetArray())
            if (!take(element)) return false;
        return true;
    }
    template <class Take>
    static bool members(const Value& value, Take take) {
        for (const auto& member : value.GetObject())
            if (!take(*text(member.name), member.value)) return false;
        return true;
    }
};

// The tree of simdjson: the whole text is checked.
struct SimdJsonDom {
    using Value = simdjson::dom::element;

    template <class Take>
    static bool parse(std::string_view json, Take take) {
        thread_local simdjson::dom::parser parser;
        Value root;
        return !parser.parse(json.data(), json.size()).get(root) && take(root);
    }
    static std::optional<std::string_view> text(const Value& value) {
        std::string_view text;
        return value.get(text) ? std::nullopt : std::optional(text);
    }
    static bool is_null(const Value& value) { return value.is_null(); }
    static bool boolean(const Value& value) { return value.get_bool().value_unsafe(); }
    static std::int64_t integer(const Value& value) { return value.get_int64().value_unsafe(); }
    template <class Take>
    static bool elements(const Value& value, Take take) {
        simdjson::dom::array array;
        if (value.get(array)) return false;
        for (const Value element : array)
            if (!take(element)) return false;
        return true;
    }
    template <class Take>
    static bool members(const Value& value, Take take) {
        simdjson::dom::object object;
        if (value.get(object)) return false;
        for (const auto member : object)
            if (!take(member.key, member.value)) return false;
        return true;
    }
};

// simdjson without a tree: what no shape asks for is skipped, unchecked.
struct SimdJsonOnDemand {
    using Value = simdjson::ondemand::value;

    template <class Take>
    static bool parse(std::string_view json, Take take) {
        thread_local simdjson::ondemand::parser parser;
        thread_local std::string padded;
        padded.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        padded.assign(json);
        simdjson::ondemand::document document;
        Value root;
        if (parser.iterate(padded.data(), padded.size(), padded.capacity()).get(document))
            return false;
        return !document.get_value().get(root) && take(root);
    }
    static std::optional<std::string_view> text(Value& value) {
        std::string_view text;
        return value.get(text) ? std::nullopt : std::optional(text);
    }
    static bool is_null(Value& value) { return value.is_null(); }
    static bool boolean(Value& value) { return value.get_bool().value_unsafe(); }
    static std::int64_t integer(Value& value) { return value.get_int64().value_unsafe(); }
    template <class Take>
    static bool elements(Value& value, Take take) {
        simdjson::ondemand::array array;
        if (value.get(array)) return false;
        for (auto element : array) {
            Value item;
            if (element.get(item) || !take(item)) return false;
        }
        return true;
    }
    template <class Take>
    static bool members(Value& value, Take take) {
        simdjson::ondemand::object object;
        if (value.get(object)) return false;
        for (auto member : object) {
            simdjson::ondemand::field field;
            std::string_view key;
            if (std::move(member).get(field) || field.unescaped_key().get(key)) return false;
            Value item = field.value();
            if (!take(key, item)) return false;
        }
        return true;
    }
};

// ---- From a library's value into a shape, the same way for all

template <class Library, class Value, class T>
bool take_value(Value& json, T& value);

template <class Library, class Value, class T>
bool take_members(Value& json, T& shape) {
    return Library::members(json, [&](std::string_view key, auto& member) {
        bool is_well = true;
        std::size_t place = 0;
        const auto try_field = [&](const auto& field) {
            if (protocol::property_names<T>[place++].view() != key) return false;
            is_well = take_value<Library>(member, shape.*(field.member));
            return true;
        };
        std::apply([&](const auto&... fields) { (try_field(fields) || ...); }, fields_of(&shape));
        return is_well;
    });
}

template <class Library, class Value, class T>
bool take_value(Value& json, T& value) {
    if (Library::is_null(json)) return true;
    if constexpr (protocol::is_optional<T>) {
        return take_value<Library>(json, value.emplace());
    } else if constexpr (protocol::is_vector<T>) {
        return Library::elements(json, [&](auto& element) {
            return take_value<Library>(element, value.emplace_back());
        });
    } else if constexpr (std::is_same_v<T, bool>) {
        value = Library::boolean(json);
    } else if constexpr (std::is_integral_v<T>) {
        value = Library::integer(json);
    } else if constexpr (protocol::Shape<T>) {
        return take_members<Library>(json, value);
    } else {
        const auto text = Library::text(json);
        if (!text) return false;
        value = std::string(*text);
    }
    return true;
}

// ---- The two hot bodies

const std::string& body_of(const ChatMessage*) {
    static const std::string body = R"({"text":"Thank you, that is what I was looking for. ☺"})";
    return body;
}

const std::string& body_of(const ChasitorInit*) {
    static const std::string body =
        R"({"organizationId":"00D000000000001","deploymentId":"572000000000001",)"
        R"("buttonId":"573000000000001","agentId":"","doFallback":true,)"
        R"("sessionId":"0f9c2b1e-7a53-4c0e-9b7d-2f1a6c55d001",)"
        R"("userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",)"
        R"("language":"en-US","screenResolution":"1900x1080","visitorName":"Jo Müller",)"
        R"("prechatDetails":[)"
        R"({"label":"First name","value":"Jo","transcriptFields":["FirstName__c"],)"
        R"("displayToAgent":true,"entityMaps":[{"entityName":"Contact","fieldName":"FirstName",)"
        R"("isFastFillable":false,"isAutoQueryable":true,"isExactMatchable":true}]},)"
        R"({"label":"E-mail","value":"jo@example.org","transcriptFields":["Email__c"],)"
        R"("displayToAgent":true,"entityMaps":[{"entityName":"Contact","fieldName":"Email",)"
        R"("isFastFillable":false,"isAutoQueryable":true,"isExactMatchable":true}]},)"
        R"({"label":"Subject","value":"My parcel is late","transcriptFields":[],)"
        R"("displayToAgent":false,"entityMaps":[]}],)"
        R"("prechatEntities":[{"entityName":"Contact","showOnCreate":true,)"
        R"("linkToEntityName":"Case","linkToEntityField":"ContactId",)"
        R"("saveToTranscript":"ContactId","entityFieldsMaps":[)"
        R"({"fieldName":"FirstName","label":"First name","doFind":true,"isExactMatch":true,)"
        R"("doCreate":true},{"fieldName":"Email","label":"E-mail","doFind":true,)"
        R"("isExactMatch":true,"doCreate":true}]}],)"
        R"("buttonOverrides":["573000000000001"],"receiveQueueUpdates":true,"isPost":true})";
    return body;
}

template <class Library, class T>
void parse_body(benchmark::State& state) {
    const std::string& body = body_of(static_cast<const T*>(nullptr));
    for ([[maybe_unused]] auto each : state) {
        T shape;
        CHECK(
            Library::parse(body, [&](auto&& json) { return take_members<Library>(json, shape); }));
        benchmark::DoNotOptimize(shape);
    }
    state.counters["bytes"] = static_cast<double>(body.size());
}

// What the server does with it: the noun looked up, checks and error paths included.
template <class T>
void read_post(benchmark::State& state) {
    const auto [prefix, noun] = protocol::request::noun_of<T>;
    const std::string& body = body_of(static_cast<const T*>(nullptr));
    for ([[maybe_unused]] auto each : state) {
        auto post = protocol::request::read_post(prefix, noun, body);
        CHECK(post);
        benchmark::DoNotOptimize(post);
    }
}

template <class T>
void write_body(benchmark::State& state) {
    T shape;
    CHECK(BoostJson::parse(body_of(&shape),
                           [&](auto&& json) { return take_members<BoostJson>(json, shape); }));
    std::string out;
    for ([[maybe_unused]] auto each : state) {
        out.clear();
        protocol::write(out, shape);
        benchmark::DoNotOptimize(out);
    }
}

BENCHMARK(parse_body<BoostJson, ChatMessage>);
BENCHMARK(parse_body<RapidJson, ChatMessage>);
BENCHMARK(parse_body<SimdJsonDom, ChatMessage>);
BENCHMARK(parse_body<SimdJsonOnDemand, ChatMessage>);
BENCHMARK(parse_body<BoostJson, ChasitorInit>);
BENCHMARK(parse_body<RapidJson, ChasitorInit>);
BENCHMARK(parse_body<SimdJsonDom, ChasitorInit>);
BENCHMARK(parse_body<SimdJsonOnDemand, ChasitorInit>);
BENCHMARK(read_post<ChatMessage>);
BENCHMARK(read_post<ChasitorInit>);
BENCHMARK(write_body<ChatMessage>);
BENCHMARK(write_body<ChasitorInit>);

}  // namespace
}  // namespace rejoinder
