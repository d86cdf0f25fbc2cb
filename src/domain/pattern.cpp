#include "domain/pattern.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "domain/pattern_escapes.hpp"

namespace rejoinder::domain {
namespace {

// In bytes of UTF-8.
constexpr std::size_t character_bytes_max = 4;

constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

std::size_t add(std::size_t a, std::size_t b) {
    return a == unbounded || b == unbounded ? unbounded : a + b;
}

// A part of the translation.
struct Piece {
    std::string text = {};
    // The bytes it matches at the most.
    std::size_t bytes = 0;
    // How often something in it is repeated at the most.
    std::size_t repeats = 1;
    bool is_assertion = false;
};

struct Quantifier {
    std::size_t least = 0;
    std::size_t most = unbounded;
};

// A pattern without its slashes and flags; `offset` characters stood before it.
class Translator {
public:
    Translator(std::u32string_view pattern, std::size_t offset, PatternFlags flags)
        : escapes_(pattern, offset, flags), flags_(flags) {}

    Result<Pattern> translate() {
        TRY(Piece piece, disjunction(0));
        if (!escapes_.is_at_end()) return escapes_.refuse("this ) closes nothing");
        result_.re2 = (flags_.ignore_case ? "(?i)" : "") + piece.text;
        if (piece.bytes != unbounded) result_.match_bytes_max = piece.bytes;
        return std::move(result_);
    }

private:
    Result<Piece> disjunction(std::size_t depth) {
        Piece all;
        while (true) {
            TRY(Piece alternative, sequence(depth));
            all.text += alternative.text;
            all.bytes = std::max(all.bytes, alternative.bytes);
            all.repeats = std::max(all.repeats, alternative.repeats);
            if (!escapes_.take(U'|')) return all;
            all.text += '|';
        }
    }

    Result<Piece> sequence(std::size_t depth) {
        Piece all;
        while (!escapes_.is_at_end() && !escapes_.sees(U'|') && !escapes_.sees(U')')) {
            TRY(Piece piece, term(depth));
            TRY_VOID(quantify(piece));
            all.text += piece.text;
            all.bytes = add(all.bytes, piece.bytes);
            all.repeats = std::max(all.repeats, piece.repeats);
        }
        return all;
    }

    Result<Piece> term(std::size_t depth) {
        if (escapes_.take(U'(')) return group(depth + 1);
        if (escapes_.take(U'[')) return character_class();
        if (escapes_.take(U'^')) return assertion(flags_.multiline ? "(?m:^)" : "\\A");
        if (escapes_.take(U'$')) return assertion(flags_.multiline ? "(?m:$)" : "\\z");
        if (escapes_.take(U'.')) return one_of(flags_.dot_all ? any_text : any_in_line_text);
        if (escapes_.sees(U'\\')) {
            if (escapes_.take(U"\\b")) return assertion("\\b");
            if (escapes_.take(U"\\B")) return assertion("\\B");
            TRY(const PatternEscape escape, escapes_.read(false));
            if (escape.character) return one_of(escaped(*escape.character));
            return one_of("[" + escape.set + "]");
        }
        const char32_t next = escapes_.next();
        if (next == U'*' || next == U'+' || next == U'?' || quantifier_size() != 0)
            return escapes_.refuse("there is nothing to repeat");
        if (flags_.unicode && (next == U'{' || next == U'}' || next == U']'))
            return escapes_.refuse("write a \\ before this character");
        escapes_.skip(1);
        return one_of(escaped(next));
    }

    static Piece assertion(std::string text) {
        return {.text = std::move(text), .is_assertion = true};
    }
    static Piece one_of(std::string text) {
        return {.text = std::move(text), .bytes = character_bytes_max};
    }

    Result<Piece> group(std::size_t depth) {
        const std::size_t opened_at = escapes_.place() - 1;
        if (depth > Pattern::nesting_max)
            return escapes_.refuse("groups are nested too deep", opened_at);
        std::string opening = "(";
        if (escapes_.take(U"?:")) {
            opening = "(?:";
        } else if (escapes_.sees(U'?')) {
            TRY_VOID(name_group(opened_at));
        } else {
            ++result_.group_count;
        }
        TRY(Piece inside, disjunction(depth));
        if (!escapes_.take(U')')) return escapes_.refuse("this ( is not closed", opened_at);
        inside.text = opening + inside.text + ")";
        return inside;
    }

    Result<void> name_group(std::size_t opened_at) {
        if (escapes_.take(U"?=") || escapes_.take(U"?!"))
            return escapes_.refuse("a lookahead cannot be matched in linear time", opened_at);
        if (escapes_.take(U"?<=") || escapes_.take(U"?<!"))
            return escapes_.refuse("a lookbehind cannot be matched in linear time", opened_at);
        if (!escapes_.take(U"?<"))
            return escapes_.refuse("there is no group of this kind", opened_at);
        TRY(std::string name, escapes_.read_name());
        if (!result_.groups.emplace(std::move(name), ++result_.group_count).second)
            return escapes_.refuse("two groups have this name", opened_at);
        return {};
    }

    // The characters of `{n}`, `{n,}` or `{n,m}` here; 0 when there is none.
    std::size_t quantifier_size() const {
        const std::u32string_view rest = escapes_.rest();
        std::size_t size = 1;
        const auto digits = [&] {
            const std::size_t before = size;
            while (size < rest.size() && rest[size] >= U'0' && rest[size] <= U'9') ++size;
            return size - before;
        };
        if (rest.empty() || rest[0] != U'{' || digits() == 0) return 0;
        if (size < rest.size() && rest[size] == U',') {
            ++size;
            digits();
        }
        return size < rest.size() && rest[size] == U'}' ? size + 1 : 0;
    }

    // Takes what stands behind a term and says how often.
    std::optional<Quantifier> take_quantifier() {
        if (escapes_.take(U'*')) return Quantifier{};
        if (escapes_.take(U'+')) return Quantifier{1};
        if (escapes_.take(U'?')) return Quantifier{0, 1};
        const std::size_t size = quantifier_size();
        if (size == 0) return std::nullopt;
        const std::u32string_view text = escapes_.rest().substr(1, size - 2);
        escapes_.skip(size);
        const std::size_t comma = text.find(U',');
        Quantifier found{number(text.substr(0, comma))};
        if (comma == text.npos)
            found.most = found.least;
        else if (comma + 1 < text.size())
            found.most = number(text.substr(comma + 1));
        return found;
    }

    // Numbers beyond the bound come out as one past it.
    static std::size_t number(std::u32string_view digits) {
        std::size_t value = 0;
        for (const char32_t digit : digits)
            value = std::min(value * 10 + (digit - U'0'), Pattern::repeats_max + 1);
        return value;
    }

    Result<void> quantify(Piece& piece) {
        const std::size_t at = escapes_.place();
        const auto quantifier = take_quantifier();
        if (!quantifier) return {};
        if (piece.is_assertion) return escapes_.refuse("there is nothing to repeat", at);
        const auto [least, most] = *quantifier;
        if (least > most) return escapes_.refuse("the numbers are out of order", at);
        const bool is_counted = most != unbounded || least > 1;
        if (is_counted) piece.repeats *= std::max<std::size_t>(most == unbounded ? least : most, 1);
        if (piece.repeats > Pattern::repeats_max)
            return escapes_.refuse("this repeats more than 1000 times", at);
        if (piece.bytes != 0 && piece.bytes != unbounded)
            piece.bytes = most == unbounded ? unbounded : piece.bytes * most;
        piece.text += quantifier_text(*quantifier);
        if (escapes_.take(U'?')) piece.text += '?';
        return {};
    }

    static std::string quantifier_text(const Quantifier& quantifier) {
        const auto [least, most] = quantifier;
        if (most == unbounded && least < 2) return least == 0 ? "*" : "+";
        if (most == 1 && least == 0) return "?";
        const std::string text = "{" + std::to_string(least);
        if (most == least) return text + "}";
        return text + "," + (most == unbounded ? "" : std::to_string(most)) + "}";
    }

    // What stands in a class between two characters: one, or a set such as `\d`.
    Result<PatternEscape> class_atom(std::size_t opened_at) {
        if (escapes_.is_at_end()) return escapes_.refuse("this [ is not closed", opened_at);
        if (escapes_.sees(U'\\')) return escapes_.read(true);
        const char32_t next = escapes_.next();
        escapes_.skip(1);
        return PatternEscape{.character = next, .set = {}};
    }

    Result<Piece> character_class() {
        const std::size_t opened_at = escapes_.place() - 1;
        const bool is_negated = escapes_.take(U'^');
        std::string set;
        while (!escapes_.take(U']')) {
            const std::size_t begins_at = escapes_.place();
            TRY(const PatternEscape first, class_atom(opened_at));
            if (!escapes_.sees(U'-') || escapes_.rest().substr(0, 2) == U"-]") {
                set += first.character ? escaped(*first.character) : first.set;
                continue;
            }
            escapes_.skip(1);
            TRY(const PatternEscape last, class_atom(opened_at));
            TRY_VOID(add_range(set, first, last, begins_at));
        }
        if (set.empty()) return one_of(is_negated ? any_text : nothing_text);
        return one_of((is_negated ? "[^" : "[") + set + "]");
    }

    Result<void> add_range(std::string& set, const PatternEscape& first, const PatternEscape& last,
                           std::size_t begins_at) const {
        if (!first.character || !last.character) {
            if (flags_.unicode) return escapes_.refuse("a range needs two characters", begins_at);
            // Then the - is only a character.
            set += first.character ? escaped(*first.character) : first.set;
            set += escaped(U'-');
            set += last.character ? escaped(*last.character) : last.set;
            return {};
        }
        if (*first.character > *last.character)
            return escapes_.refuse("the range is out of order", begins_at);
        set += escaped(*first.character) + "-" + escaped(*last.character);
        // A range over all surrogates takes in what pairs of them stand for.
        constexpr char32_t surrogate_first = 0xD800, surrogate_last = 0xDFFF;
        if (!flags_.unicode && *first.character < surrogate_first &&
            *last.character > surrogate_last)
            set += "\\x{10000}-\\x{10FFFF}";
        return {};
    }

    PatternReader escapes_;
    PatternFlags flags_;
    Pattern result_;
};

struct Source {
    std::u32string_view body;
    std::size_t offset = 0;
    std::u32string_view flags = {};
};

// Takes `/…/flags` apart. Anything else is a pattern as it stands, slashes included.
Source take_apart(std::u32string_view text) {
    const Source bare{text};
    if (text.size() < 3 || text[0] != U'/') return bare;
    bool is_in_class = false;
    std::size_t end = 1;
    for (; end < text.size(); ++end) {
        const char32_t character = text[end];
        if (character == U'/' && !is_in_class) break;
        if (character == U'\\') ++end;
        if (character == U'[') is_in_class = true;
        if (character == U']') is_in_class = false;
    }
    if (end == 1 || end >= text.size()) return bare;
    const std::u32string_view flags = text.substr(end + 1);
    const auto is_letter = [](char32_t c) { return c >= U'a' && c <= U'z'; };
    if (!std::ranges::all_of(flags, is_letter)) return bare;
    return {text.substr(1, end - 1), 1, flags};
}

Result<PatternFlags> read_flags(const Source& source) {
    PatternFlags flags;
    bool is_global = false;
    std::size_t at = source.body.size() + 2 * source.offset;
    for (const char32_t letter : source.flags) {
        ++at;
        bool* flag = letter == U'i'   ? &flags.ignore_case
                     : letter == U'm' ? &flags.multiline
                     : letter == U's' ? &flags.dot_all
                     : letter == U'u' ? &flags.unicode
                     : letter == U'g' ? &is_global
                                      : nullptr;
        if (!flag || std::exchange(*flag, true))
            return fail(Errc::bad_request, "The pattern, at character " + std::to_string(at) +
                                               ": the flags are g, i, m, s and u, each once");
    }
    return flags;
}

}  // namespace

Result<Pattern> translate_pattern(std::string_view javascript) {
    if (javascript.empty()) return fail(Errc::bad_request, "The pattern must not be empty");
    if (javascript.size() > Pattern::bytes_max)
        return fail(Errc::bad_request, "The pattern, at character " +
                                           std::to_string(Pattern::bytes_max + 1) +
                                           ": it must not be longer than 4000 bytes");
    const auto characters = utf8::decode(javascript);
    if (!characters) return fail(Errc::bad_request, "The pattern is not UTF-8");
    const Source source = take_apart(*characters);
    TRY(const PatternFlags flags, read_flags(source));
    return Translator(source.body, source.offset, flags).translate();
}

}  // namespace rejoinder::domain
