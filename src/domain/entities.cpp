#include "domain/entities.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rejoinder::domain {
namespace {

// The id prefixes of the original's own objects; everything else goes by a custom object's.
struct Prefix {
    std::string_view entity;
    std::string_view prefix;
};
constexpr std::array prefixes = {
    Prefix{"Account", "001"},
    Prefix{"Contact", "003"},
    Prefix{"Lead", "00Q"},
    Prefix{"Case", "500"},
};
constexpr std::string_view custom_prefix = "a00";

std::string record_id(std::string_view entity, std::size_t serial) {
    constexpr std::size_t digits_max = 12;
    const auto known = std::ranges::find(prefixes, entity, &Prefix::entity);
    std::string id(known == prefixes.end() ? custom_prefix : known->prefix);
    const std::string digits = std::to_string(serial);
    return id.append(digits_max - digits.size(), '0').append(digits);
}

}  // namespace

std::string Entities::value_key(std::string_view entity, std::string_view field,
                                std::string_view value) {
    std::string key(entity);
    key += '\0';
    key += field;
    key += '\0';
    return key += value;
}

const std::string* Entities::value_of(const std::vector<protocol::CustomDetail>& details,
                                      const std::string& label) {
    const auto found = std::ranges::find(details, label, &protocol::CustomDetail::label);
    return found == details.end() || found->value.text.empty() ? nullptr : &found->value.text;
}

void Entities::index(Book& book, std::size_t place) {
    const Record& record = book.records[place];
    for (const auto& [field, value] : record.fields)
        book.by_value[value_key(record.row.entity, field, value)].push_back(place);
}

Entities::Record* Entities::find(Book& book, const protocol::Entity& entity,
                                 const std::vector<protocol::CustomDetail>& details) {
    std::vector<std::pair<const protocol::EntityFieldsMaps*, const std::string*>> wanted;
    for (const auto& map : entity.entity_fields_maps) {
        if (!map.do_find) continue;
        const std::string* value = value_of(details, map.label);
        if (!value) return nullptr;
        wanted.emplace_back(&map, value);
    }
    if (wanted.empty()) return nullptr;
    const auto matches = [&](const Record& record) {
        return record.row.entity == entity.entity_name &&
               std::ranges::all_of(wanted, [&](const auto& want) {
                   const auto field = record.fields.find(want.first->field_name);
                   if (field == record.fields.end()) return false;
                   return want.first->is_exact_match
                              ? field->second == *want.second
                              : field->second.find(*want.second) != std::string::npos;
               });
    };
    const auto exact =
        std::ranges::find_if(wanted, [](const auto& want) { return want.first->is_exact_match; });
    if (exact == wanted.end()) {
        const auto found = std::ranges::find_if(book.records, matches);
        return found == book.records.end() ? nullptr : &*found;
    }
    const auto places =
        book.by_value.find(value_key(entity.entity_name, exact->first->field_name, *exact->second));
    if (places == book.by_value.end()) return nullptr;
    for (const std::size_t place : places->second)
        if (matches(book.records[place])) return &book.records[place];
    return nullptr;
}

Entities::Record* Entities::make(Book& book, const OrganizationId& organization,
                                 const protocol::Entity& entity,
                                 const std::vector<protocol::CustomDetail>& details, Turn turn) {
    Record record;
    bool is_wanted = false;
    for (const auto& map : entity.entity_fields_maps) {
        if (!map.do_create) continue;
        is_wanted = true;
        if (const std::string* value = value_of(details, map.label))
            record.fields[map.field_name] = *value;
    }
    if (!is_wanted || book.records.size() >= records_max) return nullptr;
    record.row = {.organization = organization,
                  .id = record_id(entity.entity_name, book.records.size() + 1),
                  .entity = entity.entity_name,
                  .fields = {},
                  .created_at = turn.now};
    book.records.push_back(std::move(record));
    index(book, book.records.size() - 1);
    store(book.records.back(), turn);
    return &book.records.back();
}

void Entities::store(Record& record, Turn turn) {
    std::vector<protocol::AttachedRecord> fields;
    for (const auto& [name, value] : record.fields) fields.push_back({name, value});
    record.row.fields = protocol::to_json(fields);
    turn.effects.change(record.row);
}

std::vector<protocol::AttachedRecord> Entities::apply(
    const OrganizationId& organization, const std::vector<protocol::Entity>& entities,
    const std::vector<protocol::CustomDetail>& details, Turn turn) {
    Book& book = books_[organization];
    // Places, as records may move while others are made.
    std::map<std::string, std::size_t> places;
    std::vector<protocol::AttachedRecord> attached;
    for (const auto& entity : entities) {
        if (entity.entity_name.empty()) continue;
        Record* record = find(book, entity, details);
        if (!record) record = make(book, organization, entity, details, turn);
        if (!record) continue;
        places[entity.entity_name] = static_cast<std::size_t>(record - book.records.data());
        if (const auto& field = entity.save_to_transcript; field && !field->empty())
            attached.push_back({*field, record->row.id});
    }
    for (const auto& entity : entities) {
        const auto child = places.find(entity.entity_name);
        const auto parent = places.find(entity.link_to_entity_name.value_or(""));
        if (child == places.end() || parent == places.end() || !entity.link_to_entity_field)
            continue;
        Record& linked = book.records[parent->second];
        const std::string& id = book.records[child->second].row.id;
        linked.fields[*entity.link_to_entity_field] = id;
        book.by_value[value_key(linked.row.entity, *entity.link_to_entity_field, id)].push_back(
            parent->second);
        store(linked, turn);
    }
    return attached;
}

void Entities::restore(std::vector<record::EntityRecord> rows) {
    for (auto& row : rows) {
        Book& book = books_[row.organization];
        Record record;
        const auto fields = protocol::read<std::vector<protocol::AttachedRecord>>(row.fields);
        if (fields)
            for (const auto& field : *fields) record.fields[field.field_name] = field.field_value;
        record.row = std::move(row);
        book.records.push_back(std::move(record));
        index(book, book.records.size() - 1);
    }
}

}  // namespace rejoinder::domain
