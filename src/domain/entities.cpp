#include "domain/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/record_id.hpp"
#include "base/text.hpp"

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

constexpr std::size_t prefix_size = 3;
constexpr std::size_t id_size = 15;

std::string record_id(std::string_view entity, std::uint64_t serial) {
    const auto known = std::ranges::find(prefixes, entity, &Prefix::entity);
    std::string id(known == prefixes.end() ? custom_prefix : known->prefix);
    const std::string digits = std::to_string(serial);
    return id.append(id_size - prefix_size - digits.size(), '0').append(digits);
}

// 0 for what is no id of ours.
std::uint64_t serial_of(std::string_view id) {
    std::uint64_t serial = 0;
    if (id.size() != id_size) return serial;
    const auto [stop, error] =
        std::from_chars(id.data() + prefix_size, id.data() + id.size(), serial);
    return error == std::errc{} && stop == id.data() + id.size() ? serial : 0;
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
    record.serial = book.records.empty() ? 1 : book.records.back().serial + 1;
    record.row = {.organization = organization,
                  .id = record_id(entity.entity_name, record.serial),
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

std::vector<protocol::ChatRecord> Entities::apply(
    const OrganizationId& organization, const std::vector<protocol::Entity>& entities,
    const std::vector<protocol::CustomDetail>& details, Turn turn) {
    Book& book = books_[organization];
    // Places, as records may move while others are made.
    std::map<std::string, std::size_t> places;
    std::vector<protocol::ChatRecord> taken;
    for (const auto& entity : entities) {
        if (entity.entity_name.empty()) continue;
        Record* record = find(book, entity, details);
        const bool is_new = !record;
        if (is_new) record = make(book, organization, entity, details, turn);
        if (!record) continue;
        places[entity.entity_name] = static_cast<std::size_t>(record - book.records.data());
        taken.push_back({.field_name = entity.save_to_transcript.value_or(""),
                         .field_value = record->row.id,
                         .entity_name = entity.entity_name,
                         .is_new = is_new,
                         .show_on_create = entity.show_on_create.value_or(false)});
    }
    link(book, entities, places, turn);
    return taken;
}

void Entities::link(Book& book, const std::vector<protocol::Entity>& entities,
                    const std::map<std::string, std::size_t>& places, Turn turn) {
    // Whom each record is linked to: to one other at the most.
    std::map<std::size_t, std::size_t> parents;
    const auto leads_to = [&](std::size_t from, std::size_t to) {
        while (from != to) {
            const auto next = parents.find(from);
            if (next == parents.end()) return false;
            from = next->second;
        }
        return true;
    };
    for (const auto& entity : entities) {
        const auto child = places.find(entity.entity_name);
        const auto parent = places.find(entity.link_to_entity_name.value_or(""));
        if (child == places.end() || parent == places.end() ||
            entity.link_to_entity_field.value_or("").empty())
            continue;
        if (parents.contains(child->second) || leads_to(parent->second, child->second)) continue;
        parents[child->second] = parent->second;
        Record& linked = book.records[parent->second];
        const std::string& id = book.records[child->second].row.id;
        std::string& field = linked.fields[*entity.link_to_entity_field];
        if (field == id) continue;
        field = id;
        book.by_value[value_key(linked.row.entity, *entity.link_to_entity_field, id)].push_back(
            parent->second);
        store(linked, turn);
    }
}

const Entities::Record* Entities::find_by_id(const OrganizationId& organization,
                                             std::string_view id) const {
    const auto book = books_.find(organization);
    if (book == books_.end() || !is_record_id_text(id)) return nullptr;
    const std::vector<Record>& records = book->second.records;
    const auto found =
        std::ranges::lower_bound(records, serial_of(id.substr(0, id_size)), {}, &Record::serial);
    return found != records.end() && found->row.id == id.substr(0, id_size) ? &*found : nullptr;
}

protocol::api::Record Entities::shown(const Record& record) {
    protocol::api::Record shown{
        record.row.id, record.row.entity, {}, epoch_milliseconds(record.row.created_at)};
    for (const auto& [name, value] : record.fields) shown.fields.push_back({name, value});
    return shown;
}

Result<protocol::api::Record> Entities::get(const OrganizationId& organization,
                                            std::string_view id) const {
    const Record* record = find_by_id(organization, id);
    if (!record) return fail(Errc::not_found, "No such record");
    return shown(*record);
}

std::string Entities::kind_of(const OrganizationId& organization, std::string_view id) const {
    const Record* record = find_by_id(organization, id);
    return record ? record->row.entity : std::string();
}

protocol::api::RecordList Entities::list(const OrganizationId& organization,
                                         const agent::ListRecords& wanted) const {
    protocol::api::RecordList list;
    const auto book = books_.find(organization);
    if (book == books_.end()) return list;
    const std::vector<Record>& records = book->second.records;
    const auto is_wanted = [&](const Record& record) {
        if (!wanted.entity.empty() && record.row.entity != wanted.entity) return false;
        return wanted.search.empty() || record.row.id == wanted.search ||
               std::ranges::any_of(record.fields, [&](const auto& field) {
                   return contains_in_any_case(field.second, wanted.search);
               });
    };
    const std::size_t limit =
        std::clamp<std::size_t>(wanted.limit, 1, agent::ListRecords::limit_max);
    auto place = records.end();
    if (wanted.before != 0)
        place = std::ranges::lower_bound(records, wanted.before, {}, &Record::serial);
    for (std::size_t looked_at = 0; place != records.begin(); ++looked_at) {
        if (list.records.size() == limit || looked_at == looked_at_max) {
            list.next_cursor = std::to_string(place->serial);
            break;
        }
        --place;
        if (is_wanted(*place)) list.records.push_back(shown(*place));
    }
    return list;
}

void Entities::restore(std::vector<record::EntityRecord> rows) {
    std::ranges::sort(rows, {}, [](const auto& row) { return serial_of(row.id); });
    for (auto& row : rows) {
        Book& book = books_[row.organization];
        Record record;
        const auto fields = protocol::read<std::vector<protocol::AttachedRecord>>(row.fields);
        if (fields)
            for (const auto& field : *fields) record.fields[field.field_name] = field.field_value;
        record.serial = serial_of(row.id);
        record.row = std::move(row);
        book.records.push_back(std::move(record));
        index(book, book.records.size() - 1);
    }
}

std::vector<protocol::ChatRecord> records_of(const record::Chat& chat) {
    if (chat.attached_records.empty()) return {};
    return protocol::read<std::vector<protocol::ChatRecord>>(chat.attached_records)
        .value_or(std::vector<protocol::ChatRecord>{});
}

}  // namespace rejoinder::domain
