#include "app/organization_file.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <type_traits>
#include <utility>

#include "app/organization_check.hpp"
#include "app/password.hpp"
#include "app/row_names.hpp"
#include "app/toml_file.hpp"
#include "app/toml_value.hpp"

namespace rejoinder::app {
namespace {

constexpr std::size_t text_bytes_max = 65'536;
constexpr std::size_t list_max = 10'000;

// One file on its way to rows.
struct Source {
    std::string name;
    toml::table root;
    ProblemList problems;
};

// Where a row stands.
struct RowPlace {
    Source* source;
    const toml::table* table;
};

using MaybeProblem = std::optional<std::string>;

// An empty text is no id, and no problem.
template <class Prefix>
MaybeProblem read_id(const toml::node& node, RecordId<Prefix>& id) {
    std::string text;
    if (auto problem = read_value(node, text)) return problem;
    const auto parsed = RecordId<Prefix>::parse(text);
    if (!parsed && !text.empty())
        return "\"" + text + "\" must be 15 or 18 letters and digits, the first " +
               std::string(RecordId<Prefix>::prefix);
    id = parsed.value_or(RecordId<Prefix>());
    return std::nullopt;
}

// Reads members by their type; references by the names in the files, else by those stored.
class MemberReader {
public:
    MemberReader(const RowNames& names, const RowNames& stored) : names_(names), stored_(stored) {}

    template <class T>
    MaybeProblem read(const toml::node& node, T& value) const {
        if constexpr (std::is_enum_v<T>)
            return read_choice(node, enum_names_of(&value), value);
        else
            return read_value(node, value);
    }
    MaybeProblem read(const toml::node& node, std::string& value) const {
        if (auto problem = read_value(node, value)) return problem;
        return value.size() > text_bytes_max ? MaybeProblem("is too long") : std::nullopt;
    }
    MaybeProblem read(const toml::node& node, std::int64_t& value) const {
        return read_value(node, value);
    }
    MaybeProblem read(const toml::node& node, std::vector<std::string>& values) const {
        return read_value(node, values, list_max);
    }
    template <class Prefix>
    MaybeProblem read(const toml::node& node, RecordId<Prefix>& reference) const {
        std::string text;
        if (auto problem = read_value(node, text)) return problem;
        reference = {};
        return text.empty() ? std::nullopt : find(text, reference);
    }
    template <class Prefix>
    MaybeProblem read(const toml::node& node, std::vector<RecordId<Prefix>>& references) const {
        std::vector<std::string> texts;
        if (auto problem = read_value(node, texts, list_max)) return problem;
        for (const std::string& text : texts) {
            RecordId<Prefix> found;
            if (auto problem = find(text, found)) return problem;
            if (std::ranges::find(references, found) != references.end())
                return "has \"" + text + "\" twice";
            references.push_back(found);
        }
        return std::nullopt;
    }

private:
    template <class Id>
    MaybeProblem find(const std::string& text, Id& id) const {
        std::string problem;
        id = names_.find<Id>(text, table_of_id<Id>(), problem);
        if (id.empty() && !names_.has_name<Id>(text))
            id = stored_.find<Id>(text, table_of_id<Id>(), problem);
        return id.empty() ? MaybeProblem(problem) : std::nullopt;
    }

    const RowNames& names_;
    const RowNames& stored_;
};

// The keys of one table, read one after the other.
class TableReader {
public:
    explicit TableReader(RowPlace place) : table_(*place.table), source_(*place.source) {}

    // Takes the value of `key` with `read` if it is there.
    template <class Read>
    void take(std::string_view key, Read read) {
        known_.emplace(key);
        const toml::node* const node = table_.get(key);
        if (node == nullptr) return;
        if (const MaybeProblem problem = read(*node)) report(key, *problem);
    }

    // The text of `key`, which must be there and not be empty.
    void require(std::string_view key) {
        const toml::node* const node = table_.get(key);
        if (node == nullptr) return report(key, "is missing");
        if (node->value_or(std::string_view("?")).empty()) report(key, "must not be empty");
    }

    // To be called when everything has been read: says which keys nobody asked for.
    void finish() {
        for (auto&& [key, node] : table_) {
            if (!known_.contains(std::string(key.str())))
                source_.problems.add(place_of(source_.name, key.source()),
                                     "there is no key " + std::string(key.str()));
        }
    }

    void report(std::string_view key, std::string_view what) {
        const toml::node* const node = table_.get(key);
        const toml::source_region& at = node == nullptr ? table_.source() : node->source();
        source_.problems.add(place_of(source_.name, at),
                             std::string(key) + " " + std::string(what));
    }

private:
    const toml::table& table_;
    Source& source_;
    std::set<std::string> known_;
};

class Reader {
public:
    explicit Reader(const record::Snapshot& stored) : stored_(stored) {}

    std::expected<OrganizationFile, Problems> read(std::span<const TextFile> files) {
        for (const TextFile& file : files) {
            Source& source = sources_.emplace_back(Source{file.name, {}, {}});
            source.root = parse_toml(file.text, file.name, source.problems);
        }
        if (auto found = problems(); !found.empty()) return std::unexpected(std::move(found));
        for (Source& source : sources_) check_tables(source);
        read_organization();
        const OrganizationRows own = rows_of_organization(stored_, file_.organization.id);
        // First all names, then what they are used for.
        for_each_kind(file_.rows, [this]<class Row>(std::vector<Row>&) { read_names<Row>(); });
        for_each_kind(own, [this](const auto& rows) {
            for (const auto& row : rows) stored_names_.add(row.id, name_of(row));
        });
        for_each_kind(file_.rows, [this](auto& rows) { read_rows(rows); });
        check(own);
        if (auto found = problems(); !found.empty()) return std::unexpected(std::move(found));
        return std::move(file_);
    }

private:
    Problems problems() const {
        Problems all;
        for (const Source& source : sources_) {
            const Problems own = source.problems.sorted();
            all.insert(all.end(), own.begin(), own.end());
        }
        return all;
    }

    static void check_tables(Source& source) {
        std::set<std::string_view> known = {table_of<record::Organization>()};
        const OrganizationRows none;
        for_each_kind(none,
                      [&]<class Row>(const std::vector<Row>&) { known.insert(table_of<Row>()); });
        for (auto&& [key, node] : source.root) {
            if (known.contains(key.str())) continue;
            source.problems.add(place_of(source.name, key.source()),
                                "there is no table " + std::string(key.str()));
        }
    }

    void read_organization() {
        const toml::table* first = nullptr;
        for (Source& source : sources_) {
            const toml::node* const node = source.root.get("organization");
            const toml::table* const table = node == nullptr ? nullptr : node->as_table();
            if (table == nullptr) continue;
            if (first != nullptr) {
                source.problems.add(place_of(source.name, table->source()),
                                    "[organization] stands in another file too");
                continue;
            }
            first = table;
            TableReader reader({&source, table});
            reader.require("id");
            reader.take("id", [&](const auto& id) { return read_id(id, file_.organization.id); });
            reader.require("name");
            reader.take("name", [&](const auto& name) {
                return MemberReader(names_, stored_names_).read(name, file_.organization.name);
            });
            reader.finish();
        }
        if (first == nullptr && !sources_.empty()) {
            Source& source = sources_.front();
            source.problems.add(place_of(source.name, source.root.source()),
                                "[organization] is missing");
        }
    }

    // Calls `act` with the place of each table of the kind.
    template <class Row, class Act>
    void for_each_table(Act act) {
        for (Source& source : sources_) {
            const toml::node* const node = source.root.get(table_of<Row>());
            if (node == nullptr) continue;
            const toml::array* const tables = node->as_array();
            if (tables == nullptr || !tables->is_homogeneous(toml::node_type::table)) continue;
            for (const toml::node& table : *tables) act(RowPlace{&source, table.as_table()});
        }
    }

    template <class Row>
    void read_names() {
        for (Source& source : sources_) {
            const toml::node* const node = source.root.get(table_of<Row>());
            const toml::array* const tables = node == nullptr ? nullptr : node->as_array();
            if (node == nullptr || (tables && tables->is_homogeneous(toml::node_type::table)))
                continue;
            source.problems.add(place_of(source.name, node->source()),
                                "write [[" + std::string(table_of<Row>()) + "]]");
        }
        constexpr std::string_view key = std::is_same_v<Row, record::Agent> ? "username" : "name";
        for_each_table<Row>([&](RowPlace place) {
            decltype(Row::id) id;
            const toml::node* const node = place.table->get("id");
            if (node == nullptr || read_id(*node, id)) return;
            if (!names_.add(id, (*place.table)[key].value_or(std::string_view())))
                TableReader(place).report("id", "is used twice: " + id.str());
            places_[id.str()] = place;
        });
    }

    template <class Row>
    void read_rows(std::vector<Row>& rows) {
        for_each_table<Row>([&](RowPlace place) {
            Row& row = rows.emplace_back(default_row<Row>());
            row.organization = file_.organization.id;
            TableReader reader(place);
            read_members(reader, row);
            if constexpr (std::is_same_v<Row, record::Agent>) read_password(reader, row);
            reader.finish();
        });
    }

    template <class Row>
    void read_members(TableReader& reader, Row& row) {
        const MemberReader members(names_, stored_names_);
        const auto read = [&](const auto& field) {
            if (is_left_out(field.name)) return;
            const bool is_id = field.name == "id";
            if (is_id || field.name == "name" || field.name == "username" ||
                field.name == "from_address")
                reader.require(field.name);
            reader.take(field.name, [&](const toml::node& node) -> MaybeProblem {
                if constexpr (std::is_same_v<decltype(field.member), decltype(&Row::id)>)
                    if (is_id) return read_id(node, row.id);
                return members.read(node, row.*field.member);
            });
        };
        visit_fields(&row, [&](const auto&... field) { (read(field), ...); });
    }

    void read_password(TableReader& reader, const record::Agent& row) {
        reader.take("password", [&](const toml::node& node) -> MaybeProblem {
            std::string text;
            if (auto problem = read_value(node, text)) return problem;
            if (text.size() > password::bytes_max) return "is too long";
            if (!text.empty()) file_.passwords[row.id] = std::move(text);
            return std::nullopt;
        });
    }

    void check(const OrganizationRows& stored) {
        for (const RowProblem& problem : check_rows(file_.rows, stored)) {
            const auto place = places_.find(problem.id);
            if (place != places_.end())
                TableReader(place->second).report(problem.member, problem.what);
        }
    }

    const record::Snapshot& stored_;
    std::deque<Source> sources_;
    RowNames names_;
    RowNames stored_names_;
    std::map<std::string, RowPlace> places_;
    OrganizationFile file_;
};

}  // namespace

std::expected<OrganizationFile, Problems> read_organization(std::span<const TextFile> files,
                                                            const record::Snapshot& stored) {
    return Reader(stored).read(files);
}

std::expected<OrganizationFile, Problems> read_organization(std::string_view text,
                                                            std::string_view name) {
    const TextFile file{std::string(name), std::string(text)};
    return read_organization(std::span(&file, 1), record::Snapshot());
}

}  // namespace rejoinder::app
