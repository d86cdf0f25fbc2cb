#include "protocol/requests.hpp"

#include <array>
#include <utility>

#include "protocol/reader.hpp"

namespace rejoinder::protocol {

template Result<std::vector<CustomDetail>> read(std::string_view json);
template Result<std::vector<Entity>> read(std::string_view json);
template Result<std::vector<AttachedRecord>> read(std::string_view json);
template Result<std::vector<ChatRecord>> read(std::string_view json);
template Result<request::Breadcrumb> read(std::string_view json);

}  // namespace rejoinder::protocol

namespace rejoinder::protocol::request {
namespace {

// ---- What the shapes alone do not say

template <class T>
Result<void> check(const T&) {
    return {};
}

Result<void> check(const ChasitorIdleTimeoutWarningEvent& request) {
    const std::string& event = request.idle_timeout_warning_event;
    if (event == "triggered" || event == "cleared") return {};
    return fail(Errc::bad_request, "idleTimeoutWarningEvent: must be triggered or cleared");
}

Result<void> check(const RichMessage& request) {
    if (request.actions.size() == 1) return {};
    return fail(Errc::bad_request, "actions: must hold exactly one action");
}

template <class T>
Result<Post> read_as(std::string_view body) {
    TRY(T shape, read<T>(body));
    TRY_VOID(check(shape));
    return Post(std::move(shape));
}

// Clients send the reason bare, beside a type, inside an object of that type's name, or not at all.
struct ChatEndBody {
    std::optional<std::string> reason;
    std::optional<ChatEnd> chat_end_reason;
};
WIRE(ChatEndBody, reason, chat_end_reason);
WIRE_ALIASES(ChatEndBody, {"ChatEndReason", "chatEndReason"});

template <>
Result<Post> read_as<ChatEnd>(std::string_view body) {
    TRY(ChatEndBody either, read<ChatEndBody>(body));
    ChatEnd end;
    if (either.chat_end_reason) end = *std::move(either.chat_end_reason);
    if (either.reason) end.reason = *std::move(either.reason);
    return Post(std::move(end));
}

// ---- From a noun to its shape

struct Row {
    Noun noun;
    Result<Post> (*read)(std::string_view body);
};

constexpr auto rows = []<class... Shapes>(const std::variant<Shapes...>*) {
    return std::array{Row{noun_of<Shapes>, read_as<Shapes>}...};
}(static_cast<const Post*>(nullptr));

const Row* find_row(Noun noun) {
    for (const Row& row : rows)
        if (row.noun == noun) return &row;
    return nullptr;
}

std::string place_text(std::size_t place) { return "nouns[" + std::to_string(place) + "]"; }

}  // namespace

bool is_post_noun(std::string_view prefix, std::string_view noun) {
    return find_row({prefix, noun}) != nullptr;
}

Result<Post> read_post(std::string_view prefix, std::string_view noun, std::string_view body) {
    const Row* row = find_row({prefix, noun});
    if (!row) return fail(Errc::not_found);
    return row->read(body.empty() ? "{}" : body);
}

Result<std::vector<Post>> read_batch(std::string_view body) {
    TRY(const MultiNoun batch, read<MultiNoun>(body));
    if (batch.nouns.size() > batch_nouns_max)
        return fail(Errc::bad_request, "nouns: must not hold more than " +
                                           std::to_string(batch_nouns_max) + " requests");
    std::vector<Post> posts;
    posts.reserve(batch.nouns.size());
    for (const auto& [prefix, noun, object] : batch.nouns) {
        const Row* row = find_row({prefix, noun});
        if (!row) {
            return fail(Errc::bad_request,
                        place_text(posts.size()) + ".noun: must be one that goes into a batch");
        }
        auto post = row->read(object.text);
        if (!post) {
            // An object that came as a text may not even be JSON.
            const bool has_path = !post.error().detail.starts_with("The body");
            return fail(post.error().code,
                        place_text(posts.size()) + ".object" +
                            (has_path ? "." + post.error().detail : ": must be JSON"));
        }
        posts.push_back(*std::move(post));
    }
    return posts;
}

}  // namespace rejoinder::protocol::request
