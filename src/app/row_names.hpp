#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/organization_rows.hpp"
#include "base/record_id.hpp"

namespace rejoinder::app {

// The names and ids by which rows of one organization refer to each other in files: either will do,
// where a name belongs to one row of its kind only.
class RowNames {
public:
    // Adds a row under its name. False when a row of its kind has the id already; then the name
    // given first counts.
    template <class Id>
    bool add(const Id& id, std::string_view name) {
        return add(Id::prefix, id.view(), name);
    }

    // The row that `text` names: by its id, else by its name. Otherwise empty, and `problem` tells
    // why, with `table` as the kind's name.
    template <class Id>
    Id find(std::string_view text, std::string_view table, std::string& problem) const {
        const auto id = Id::parse(text);
        if (id && has(Id::prefix, id->view())) return *id;
        const std::string* const found = find(Id::prefix, text, table, problem);
        return found ? *Id::parse(*found) : Id();
    }

    template <class Id>
    bool has(const Id& id) const {
        return has(Id::prefix, id.view());
    }
    template <class Id>
    bool has_name(std::string_view name) const {
        return ids_.contains(Key(Id::prefix, name));
    }

    // Whether several rows of the kind have the name.
    template <class Id>
    bool is_ambiguous(std::string_view name) const {
        const auto found = ids_.find(Key(Id::prefix, name));
        return found != ids_.end() && found->second.size() > 1;
    }

    // How to write a reference to the row: by its name if that finds it again, else by its id.
    template <class Id>
    std::string text_of(const Id& id) const {
        return text_of(Id::prefix, id.view());
    }

private:
    using Key = std::pair<std::string, std::string>;  // a kind's id prefix, and a name or an id

    bool add(std::string_view prefix, std::string_view id, std::string_view name);
    bool has(std::string_view prefix, std::string_view id) const;
    const std::string* find(std::string_view prefix, std::string_view name, std::string_view table,
                            std::string& problem) const;
    std::string text_of(std::string_view prefix, std::string_view id) const;

    std::map<Key, std::string> names_;
    std::map<Key, std::vector<std::string>> ids_;
};

// The table of the rows that have ids of this type.
template <class Id>
constexpr std::string_view table_of_id() {
    std::string_view table;
    const auto look = [&]<class Rows>(Rows OrganizationRows::*) {
        if constexpr (std::is_same_v<decltype(RowOf<Rows>::id), Id>)
            table = table_of<RowOf<Rows>>();
    };
    visit_fields(static_cast<const OrganizationRows*>(nullptr),
                 [&](const auto&... field) { (look(field.member), ...); });
    return table;
}

}  // namespace rejoinder::app
