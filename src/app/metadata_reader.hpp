#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/csv_file.hpp"
#include "app/metadata_file.hpp"
#include "app/metadata_import.hpp"
#include "app/organization_rows.hpp"
#include "app/row_names.hpp"

namespace rejoinder::app {

// What `read_metadata` does, in passes: the ids of all objects first, then what refers to them.
class MetadataReader {
public:
    MetadataReader(const OrganizationId& organization, const record::Snapshot& stored);

    std::expected<MetadataImport, Problems> read(std::span<const TextFile> files,
                                                 std::span<const std::string> others);

private:
    // An object's file, once its id is known.
    struct Item {
        MetadataFile file;
        std::string full_name;
    };
    template <class Row>
    using Items = std::vector<std::pair<Item*, Row>>;

    // ---- ids and names (metadata_import.cpp)
    void read_ids(const TextFile& file);
    void read_xml(const TextFile& file);
    template <class Row>
    void add_item(Item& item);
    template <class Id>
    Id made_id(std::string_view full_name) const;
    // The object of this full name in the files, or stored; empty when there is none.
    template <class Id>
    Id find(std::string_view full_name) const;
    SkillId make_skill(std::string_view full_name);
    void read_quick_texts(const TextFile& file);
    template <class Row>
    Row begin_row(const decltype(Row::id)& id, std::string_view name) const;
    void check();

    // ---- what the files say (metadata_rows.cpp)
    void read_row(MetadataFile& file, record::Skill& row);
    void read_row(MetadataFile& file, record::Deployment& row);
    void read_row(MetadataFile& file, record::Button& row);
    void read_row(MetadataFile& file, record::AgentConfig& row);
    void read_row(MetadataFile& file, record::SensitiveDataRule& row);
    static void read_invitation(MetadataFile& file, record::Button& row);
    static void read_features(MetadataFile& file, record::AgentConfig& row);
    // Replaces `references` with what the `inner` elements within `outer` name.
    template <class Id>
    void take_references(MetadataFile& file, std::string_view outer, std::string_view inner,
                         std::vector<Id>& references);
    template <class Id>
    void take_reference(MetadataFile& file, std::string_view element, Id& reference);
    template <class Id>
    Id resolve(const XmlElement& element, MetadataFile& file);
    void assign_skill(MetadataFile& file, const XmlElement& assignments, const SkillId& skill);
    record::Agent* find_agent(std::string_view username);

    OrganizationId organization_;
    const record::Snapshot& stored_;
    OrganizationRows own_;
    std::map<std::pair<std::string, std::string>, std::string> given_ids_;
    RowNames names_;
    RowNames stored_names_;
    std::deque<Item> items_;
    std::tuple<Items<record::Skill>, Items<record::Deployment>, Items<record::Button>,
               Items<record::AgentConfig>, Items<record::SensitiveDataRule>>
        rows_;
    // Agents as they are stored; those whose skills change are written.
    std::vector<record::Agent> agents_;
    // Where a row stands: its file's name.
    std::map<std::string, std::string> places_;
    std::vector<FileReport> reports_;
    MetadataImport import_;
    Problems problems_;
};

}  // namespace rejoinder::app
