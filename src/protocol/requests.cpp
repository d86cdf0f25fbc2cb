#include "protocol/requests.hpp"

#include <array>

#include "protocol/reader.hpp"

namespace rejoinder::protocol {

template Result<std::vector<CustomDetail>> read(std::string_view json);
template Result<std::vector<Entity>> read(std::string_view json);
template Result<request::Breadcrumb> read(std::string_view json);

}  // namespace rejoinder::protocol

namespace rejoinder::protocol::request {
namespace {

template <class T>
Result<Post> read_as(std::string_view body) {
    TRY(T shape, read<T>(body));
    return Post(std::move(shape));
}

// Clients send the reason bare, beside a type, or inside an object of that type's name (2.13).
struct ChatEndBody {
    std::optional<std::string> reason;
    std::optional<ChatEnd> chat_end_reason;
};
constexpr auto fields_of(const ChatEndBody*) {
    return std::tuple{Field{"reason", &ChatEndBody::reason},
                      Field{"ChatEndReason", &ChatEndBody::chat_end_reason}};
}
constexpr std::string_view wire_name_of(const ChatEndBody*) { return "ChatEnd"; }

Result<Post> read_chat_end(std::string_view body) {
    TRY(const ChatEndBody wrapped, read<ChatEndBody>(body));
    if (wrapped.chat_end_reason) return Post(*wrapped.chat_end_reason);
    ChatEnd end;
    if (wrapped.reason) end.reason = *wrapped.reason;
    return Post(std::move(end));
}

Result<Post> read_idle_warning(std::string_view body) {
    TRY(auto shape, read<ChasitorIdleTimeoutWarningEvent>(body));
    const std::string& event = shape.idle_timeout_warning_event;
    if (event != "triggered" && event != "cleared")
        return fail(Errc::bad_request, "idleTimeoutWarningEvent: must be triggered or cleared");
    return Post(std::move(shape));
}

Result<Post> read_rich_message(std::string_view body) {
    TRY(auto shape, read<RichMessage>(body));
    if (shape.actions.size() != 1)
        return fail(Errc::bad_request, "actions: must hold exactly one action");
    return Post(std::move(shape));
}

struct Noun {
    std::string_view prefix;
    std::string_view noun;
    Result<Post> (*read)(std::string_view body);
};

constexpr std::array nouns = {
    Noun{"Chasitor", "ChatMessage", read_as<ChatMessage>},
    Noun{"Chasitor", "ChasitorTyping", read_as<ChasitorTyping>},
    Noun{"Chasitor", "ChasitorNotTyping", read_as<ChasitorNotTyping>},
    Noun{"Chasitor", "ChasitorSneakPeek", read_as<ChasitorSneakPeek>},
    Noun{"Chasitor", "ChasitorInit", read_as<ChasitorInit>},
    Noun{"Chasitor", "ChasitorResyncState", read_as<ChasitorResyncState>},
    Noun{"Chasitor", "ChatEnd", read_chat_end},
    Noun{"Chasitor", "ChatCancel", read_as<ChatCancel>},
    Noun{"Chasitor", "CustomEvent", read_as<CustomEvent>},
    Noun{"Chasitor", "ChasitorIdleTimeoutWarningEvent", read_idle_warning},
    Noun{"Chasitor", "SensitiveDataRuleTriggered", read_as<SensitiveDataRuleTriggered>},
    Noun{"Chasitor", "RichMessage", read_rich_message},
    Noun{"Agent", "SensitiveDataRuleTriggered", read_as<AgentSensitiveDataRuleTriggered>},
    Noun{"ChatBot", "ChatMessage", read_as<ChatBotMessage>},
};

const Noun* find_noun(std::string_view prefix, std::string_view noun) {
    for (const Noun& row : nouns)
        if (row.prefix == prefix && row.noun == noun) return &row;
    return nullptr;
}

struct MultiNoun {
    std::vector<NounWrapper> nouns;
};
WIRE(MultiNoun, nouns);
WIRE_REQUIRED(MultiNoun, "nouns");

}  // namespace

bool is_post_noun(std::string_view prefix, std::string_view noun) {
    return find_noun(prefix, noun) != nullptr;
}

Result<Post> read_post(std::string_view prefix, std::string_view noun, std::string_view body) {
    const Noun* row = find_noun(prefix, noun);
    if (!row) return fail(Errc::not_found);
    return row->read(body.empty() ? "{}" : body);
}

Result<std::vector<Post>> read_batch(std::string_view body) {
    TRY(const MultiNoun batch, read<MultiNoun>(body));
    if (batch.nouns.size() > batch_nouns_max)
        return fail(Errc::bad_request, "nouns: too many requests in one batch");
    std::vector<Post> posts;
    posts.reserve(batch.nouns.size());
    for (const NounWrapper& wrapper : batch.nouns) {
        auto post = read_post(wrapper.prefix, wrapper.noun, wrapper.object.text);
        if (!post && post.error().code == Errc::not_found)
            return fail(Errc::bad_request, "nouns: no such prefix and noun");
        if (!post) return std::unexpected(std::move(post).error());
        posts.push_back(*std::move(post));
    }
    return posts;
}

}  // namespace rejoinder::protocol::request
