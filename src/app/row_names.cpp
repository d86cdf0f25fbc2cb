#include "app/row_names.hpp"

namespace rejoinder::app {

bool RowNames::add(std::string_view prefix, std::string_view id, std::string_view name) {
    const bool is_new = names_.try_emplace(Key(prefix, id), name).second;
    if (is_new && !name.empty()) ids_[Key(prefix, name)].emplace_back(id);
    return is_new;
}

bool RowNames::has(std::string_view prefix, std::string_view id) const {
    return names_.contains(Key(prefix, id));
}

const std::string* RowNames::find(std::string_view prefix, std::string_view name,
                                  std::string_view table, std::string& problem) const {
    const auto found = ids_.find(Key(prefix, name));
    const std::string quoted = "\"" + std::string(name) + "\"";
    if (found == ids_.end()) {
        problem = "there is no [[" + std::string(table) + "]] named " + quoted;
        return nullptr;
    }
    if (found->second.size() > 1) {
        problem = quoted + " is the name of several [[" + std::string(table) + "]]: use the id";
        return nullptr;
    }
    return &found->second.front();
}

std::string RowNames::text_of(std::string_view prefix, std::string_view id) const {
    const auto name = names_.find(Key(prefix, id));
    // A name that is also some row's id would find that one.
    const bool is_plain = name != names_.end() && !name->second.empty() &&
                          !is_record_id_text(name->second) &&
                          ids_.at(Key(prefix, name->second)).size() == 1;
    return is_plain ? name->second : std::string(id);
}

}  // namespace rejoinder::app
