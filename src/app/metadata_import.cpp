#include "app/metadata_import.hpp"

#include <sodium.h>

#include <array>
#include <cstring>

#include "app/metadata_reader.hpp"
#include "app/organization_check.hpp"
#include "base/check.hpp"

namespace rejoinder::app {
namespace {

// What objects' files are called, and what their root is.
struct Kind {
    std::string_view suffix;
    std::string_view root;
};
constexpr std::array kinds = {
    Kind{".skill", "Skill"},
    Kind{".liveChatDeployment", "LiveChatDeployment"},
    Kind{".liveChatButton", "LiveChatButton"},
    Kind{".liveChatAgentConfig", "LiveChatAgentConfig"},
    Kind{".liveChatSensitiveDataRule", "LiveChatSensitiveDataRule"},
};

// Why files that are known are not taken.
struct Reason {
    std::string_view suffix;
    std::string_view why;
};
constexpr std::array reasons = {
    Reason{".page", "Visualforce pages are not run here"},
    Reason{".component", "Visualforce components are not run here"},
    Reason{".cls", "Apex classes are not run here; routing types are built in"},
    Reason{".trigger", "Apex triggers are not run here"},
    Reason{".site", "sites are not served here; give addresses in full"},
    Reason{".queue", "Omni queues are not there; a button's skills say who answers"},
    Reason{".queueRoutingConfig", "Omni routing is a button's routing type and priority"},
    Reason{".presenceUserConfig", "capacity is the agent configuration's"},
    Reason{".servicePresenceStatus", "agents are Online, Away or Offline"},
    Reason{".serviceChannel", "there is one channel, chat"},
    Reason{".profile", "an agent's profile is a name that agent configurations list"},
    Reason{".permissionset", "an agent's role says what it may do"},
    Reason{".xml", "it describes the folder"},
};

std::string_view base_name(std::string_view path) {
    return path.substr(std::min(path.rfind('/') + 1, path.size()));
}

std::string_view without_meta(std::string_view name) {
    constexpr std::string_view meta = "-meta.xml";
    if (name.ends_with(meta)) name.remove_suffix(meta.size());
    return name;
}

bool is_csv(std::string_view name, std::string_view begin) {
    return name.starts_with(begin) && name.ends_with(".csv");
}

const Kind* kind_of(std::string_view path) {
    const std::string_view name = without_meta(base_name(path));
    const auto found =
        std::ranges::find_if(kinds, [&](const Kind& kind) { return name.ends_with(kind.suffix); });
    return found == kinds.end() ? nullptr : &*found;
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

// The object's name, in which file names escape some characters: `A%26B`.
std::string full_name_of(std::string_view path, const Kind& kind) {
    std::string_view name = without_meta(base_name(path));
    name.remove_suffix(kind.suffix.size());
    std::string decoded;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool is_escape = name[i] == '%' && i + 2 < name.size() &&
                               digit_of(name[i + 1]) >= 0 && digit_of(name[i + 2]) >= 0;
        decoded += is_escape ? static_cast<char>(digit_of(name[i + 1]) * 16 + digit_of(name[i + 2]))
                             : name[i];
        if (is_escape) i += 2;
    }
    return decoded;
}

FileReport report_of_other(const std::string& name) {
    FileReport report;
    report.file = name;
    const std::string_view bare = without_meta(base_name(name));
    const auto found = std::ranges::find_if(
        reasons, [&](const Reason& reason) { return bare.ends_with(reason.suffix); });
    report.why = found == reasons.end() ? "it is of no kind that is imported" : found->why;
    return report;
}

template <class List>
void append(List& list, const List& more) {
    list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

bool is_metadata_file(std::string_view name) {
    const std::string_view base = base_name(name);
    return kind_of(name) != nullptr || is_csv(base, "ids") || is_csv(base, "quickText");
}

MetadataReader::MetadataReader(const OrganizationId& organization, const record::Snapshot& stored)
    : organization_(organization),
      stored_(stored),
      own_(rows_of_organization(stored, organization)),
      agents_(own_.agents) {
    for_each_kind(own_, [this](const auto& rows) {
        for (const auto& row : rows) stored_names_.add(row.id, name_of(row));
    });
}

std::expected<MetadataImport, Problems> MetadataReader::read(std::span<const TextFile> files,
                                                             std::span<const std::string> others) {
    const auto known =
        std::ranges::find(stored_.organizations, organization_, &record::Organization::id);
    import_.file.organization = known != stored_.organizations.end()
                                    ? *known
                                    : record::Organization{organization_, organization_.str()};
    for (const TextFile& file : files)
        if (is_csv(base_name(file.name), "ids")) read_ids(file);
    for (const TextFile& file : files)
        if (kind_of(file.name) != nullptr) read_xml(file);
    const auto read_all = [this](auto& items) {
        for (auto& [item, row] : items) {
            read_row(item->file, row);
            item->file.finish();
        }
    };
    std::apply([&](auto&... items) { (read_all(items), ...); }, rows_);
    for (const TextFile& file : files)
        if (is_csv(base_name(file.name), "quickText")) read_quick_texts(file);
    const auto take_rows = [this]<class Row>(const Items<Row>& items) {
        for (const auto& [item, row] : items) rows_of<Row>(import_.file.rows).push_back(row);
    };
    std::apply([&](const auto&... items) { (take_rows(items), ...); }, rows_);
    for (std::size_t i = 0; i < agents_.size(); ++i)
        if (!is_same_row(agents_[i], own_.agents[i]))
            import_.file.rows.agents.push_back(agents_[i]);
    check();
    for (const Item& item : items_) {
        append(problems_, item.file.problems().sorted());
        import_.reports.push_back(item.file.report());
    }
    append(import_.reports, reports_);
    for (const std::string& name : others) import_.reports.push_back(report_of_other(name));
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(import_);
}

// Columns `Id` and one of those that hold full names, as data exports have them.
void MetadataReader::read_ids(const TextFile& file) {
    const auto table = CsvFile::parse(file.text, file.name);
    if (!table) return append(problems_, table.error());
    FileReport& report = reports_.emplace_back();
    report.file = file.name;
    constexpr std::array<std::string_view, 3> name_columns = {"fullname", "developername", "name"};
    const auto column =
        std::ranges::find_if(name_columns, [&](std::string_view name) { return table->has(name); });
    if (!table->has("id") || column == name_columns.end())
        return problems_.push_back(file.name + ":1:1: has no columns Id and DeveloperName");
    for (const CsvFile::Line& line : table->lines) {
        const std::string& id = line.values.find("id")->second;
        const std::string& name = line.values.find(*column)->second;
        if (!is_record_id_text(id))
            problems_.push_back(Place{file.name, line.number, 1}.text() + ": \"" + id +
                                "\" is no id");
        else
            given_ids_[{id.substr(0, SkillId::prefix.size()), name}] = id;
    }
    report.taken = {"Id", std::string(*column)};
}

void MetadataReader::read_xml(const TextFile& file) {
    auto root = parse_xml(file.text, file.name);
    if (!root) return append(problems_, root.error());
    const Kind& kind = *kind_of(file.name);
    if (root->name != kind.root)
        return problems_.push_back(Place{file.name, root->line, 1}.text() + ": is no " +
                                   std::string(kind.root) + " but a " + root->name);
    Item& item = items_.emplace_back(
        Item{MetadataFile(file.name, *std::move(root)), full_name_of(file.name, kind)});
    if (kind.suffix == ".skill") return add_item<record::Skill>(item);
    if (kind.suffix == ".liveChatDeployment") return add_item<record::Deployment>(item);
    if (kind.suffix == ".liveChatButton") return add_item<record::Button>(item);
    if (kind.suffix == ".liveChatAgentConfig") return add_item<record::AgentConfig>(item);
    add_item<record::SensitiveDataRule>(item);
}

template <class Row>
void MetadataReader::add_item(Item& item) {
    using Id = decltype(Row::id);
    Id id = made_id<Id>(item.full_name);
    item.file.for_each("id", [&](const XmlElement& element) {
        const auto given = Id::parse(element.text);
        if (given)
            id = *given;
        else
            item.file.report_problem(element, "must be 15 or 18 letters and digits, the first " +
                                                  std::string(Id::prefix));
    });
    if (!names_.add(id, item.full_name) || names_.is_ambiguous<Id>(item.full_name))
        item.file.report_problem(item.file.root(), "stands in another file too");
    FileReport& report = item.file.report();
    report.table = table_of<Row>();
    report.id = id.str();
    report.name = item.full_name;
    places_[id.str()] = report.file;
    std::get<Items<Row>>(rows_).emplace_back(&item, begin_row<Row>(id, item.full_name));
}

// As it is stored, else with its defaults and this name.
template <class Row>
Row MetadataReader::begin_row(const decltype(Row::id)& id, std::string_view name) const {
    const auto& rows = rows_of<Row>(own_);
    const auto known = std::ranges::find(rows, id, &Row::id);
    if (known != rows.end()) return *known;
    Row row = default_row<Row>();
    row.id = id;
    row.organization = organization_;
    row.name = name;
    return row;
}

template <class Id>
Id MetadataReader::made_id(std::string_view full_name) const {
    const auto given = given_ids_.find({std::string(Id::prefix), std::string(full_name)});
    if (given != given_ids_.end()) return *Id::parse(given->second);
    std::string text = organization_.str();
    text.append(1, '\0').append(Id::prefix).append(1, '\0').append(full_name);
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size());
    std::uint64_t serial = 0;
    for (std::size_t i = 0; i < sizeof serial; ++i) serial = serial << 8U | hash[i];
    return Id::numbered(serial);
}

template <class Id>
Id MetadataReader::find(std::string_view full_name) const {
    std::string problem;
    if (names_.has_name<Id>(full_name)) return names_.find<Id>(full_name, {}, problem);
    const Id made = made_id<Id>(full_name);
    if (stored_names_.has(made)) return made;
    return stored_names_.find<Id>(full_name, {}, problem);
}

template SkillId MetadataReader::find(std::string_view) const;
template DeploymentId MetadataReader::find(std::string_view) const;
template ButtonId MetadataReader::find(std::string_view) const;

// A button without its skills would never be answered, so a skill needs no file.
SkillId MetadataReader::make_skill(std::string_view full_name) {
    const SkillId id = made_id<SkillId>(full_name);
    names_.add(id, full_name);
    import_.file.rows.skills.push_back(begin_row<record::Skill>(id, full_name));
    return id;
}

void MetadataReader::read_quick_texts(const TextFile& file) {
    const auto table = CsvFile::parse(file.text, file.name);
    if (!table) return append(problems_, table.error());
    if (!table->has("name") || !table->has("message"))
        return problems_.push_back(file.name + ":1:1: has no columns Name and Message");
    FileReport& report = reports_.emplace_back();
    report.file = file.name;
    report.table = table_of<record::QuickText>();
    for (const std::string& column : table->columns) {
        constexpr std::array<std::string_view, 7> known = {
            "id", "name", "message", "category", "channel", "foldername", "folder"};
        if (std::ranges::find(known, column) != known.end())
            report.taken.push_back(column);
        else
            report.notes.push_back({1, column, "is not known"});
    }
    for (const CsvFile::Line& line : table->lines) {
        const auto value = [&](std::string_view column) {
            const auto found = line.values.find(column);
            return found == line.values.end() ? std::string() : found->second;
        };
        const std::string folder = table->has("foldername") ? value("foldername") : value("folder");
        const std::string full_name = folder.empty() ? value("name") : folder + "/" + value("name");
        const auto given = QuickTextId::parse(value("id"));
        const QuickTextId id = given ? *given : made_id<QuickTextId>(full_name);
        const std::string place = Place{file.name, line.number, 1}.text();
        if (value("name").empty()) problems_.push_back(place + ": the name is missing");
        if (!names_.add(id, full_name))
            problems_.push_back(place + ": " + full_name + " is there twice");
        record::QuickText row = begin_row<record::QuickText>(id, value("name"));
        row.name = value("name");
        row.message = value("message");
        row.category = value("category");
        row.folder = folder;
        row.channels.clear();
        std::string channels = value("channel");
        for (std::size_t end = 0; !channels.empty(); channels.erase(0, end + 1)) {
            end = std::min(channels.find(';'), channels.size() - 1);
            const std::string channel = channels.substr(0, channels[end] == ';' ? end : end + 1);
            if (!channel.empty()) row.channels.push_back(channel);
        }
        places_[id.str()] = place;
        import_.file.rows.quick_texts.push_back(std::move(row));
    }
}

void MetadataReader::check() {
    // A row that was not understood would be told of twice.
    if (!problems_.empty()) return;
    for (const RowProblem& problem : check_rows(import_.file.rows, own_)) {
        const auto place = places_.find(problem.id);
        problems_.push_back((place == places_.end() ? problem.id : place->second) + ": " +
                            problem.member + " " + problem.what);
    }
}

std::expected<MetadataImport, Problems> read_metadata(std::span<const TextFile> files,
                                                      std::span<const std::string> others,
                                                      const OrganizationId& organization,
                                                      const record::Snapshot& stored) {
    return MetadataReader(organization, stored).read(files, others);
}

}  // namespace rejoinder::app
