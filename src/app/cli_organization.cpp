#include "app/cli_organization.hpp"

#include <fstream>
#include <iostream>
#include <optional>
#include <utility>

#include "app/cli_tools.hpp"
#include "app/exit_code.hpp"
#include "app/import_report.hpp"
#include "app/metadata_import.hpp"
#include "app/organization_file.hpp"
#include "app/organization_folder.hpp"
#include "app/organization_import.hpp"
#include "base/clock.hpp"

namespace rejoinder::app {
namespace {

int write_report(const std::string& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream << text << std::flush;
    return stream ? exit_code::ok : tell(Problems{file + ": cannot be written"}, exit_code::store);
}

// What the files say, in either form.
std::expected<MetadataImport, Problems> read_files(const ImportFiles& found,
                                                   const ImportOptions& options,
                                                   const record::Snapshot& stored) {
    if (found.kind == ImportFiles::Kind::metadata)
        return read_metadata(found.files, found.others,
                             *OrganizationId::parse(options.organization), stored);
    // What is about to go is no help to what stays.
    TRY(OrganizationFile file,
        read_organization(found.files, options.is_pruned ? record::Snapshot() : stored));
    return MetadataImport{std::move(file), {}};
}

int import_files(const ImportFiles& found, const ImportOptions& options, store::Store& store) {
    const auto stored = store.load(Instant::max());
    if (!stored) return tell(stored.error());
    const auto read = read_files(found, options, *stored);
    if (!read) return tell(read.error(), exit_code::data);
    const auto import =
        plan_import(read->file, *stored, options.is_pruned ? Prune::yes : Prune::no, Clock().now());
    if (!import) return tell(import.error(), exit_code::data);
    if (const auto done = commit_import(*import, store); !done) return tell(done.error());
    std::cout << report_text(*import, read->reports) << std::flush;
    if (options.report_file.empty()) return exit_code::ok;
    return write_report(options.report_file, report_json(*import, read->reports));
}

// Whether the options fit what was found.
std::optional<std::string> problem_of(const ImportOptions& options, ImportFiles::Kind kind) {
    if (kind == ImportFiles::Kind::toml)
        return options.organization.empty()
                   ? std::nullopt
                   : std::optional("TOML files say themselves which organization they describe");
    if (options.is_pruned) return "metadata does not describe everything: no --prune";
    if (!OrganizationId::parse(options.organization))
        return "metadata needs --organization with an id of 15 or 18 characters, 00D…";
    return std::nullopt;
}

// The organization of this id, or the only one.
Result<const record::Organization*> find_organization(const record::Snapshot& stored,
                                                      const std::string& id) {
    const auto wanted = OrganizationId::parse(id);
    for (const record::Organization& organization : stored.organizations)
        if (wanted ? organization.id == *wanted : id.empty() && stored.organizations.size() == 1)
            return &organization;
    if (!id.empty()) return fail(Errc::not_found, "there is no organization " + id);
    if (stored.organizations.empty()) return fail(Errc::not_found, "there is no organization");
    std::string ids;
    for (const record::Organization& organization : stored.organizations)
        ids += " " + organization.id.str();
    return fail(Errc::not_found, "say which --organization:" + ids);
}

int export_organization(const ExportOptions& options, store::Store& store) {
    const auto stored = store.load(Instant::max());
    if (!stored) return tell(stored.error());
    const auto organization = find_organization(*stored, options.organization);
    if (!organization) return tell(organization.error(), exit_code::data);
    const auto files =
        write_organization(**organization, rows_of_organization(*stored, (*organization)->id));
    if (const auto done = write_files(options.folder, files); !done) return tell(done.error());
    std::cout << files.size() << " files written\n";
    return exit_code::ok;
}

}  // namespace

int run_import(const Config& config, const ImportOptions& options) {
    const auto found = read_import_files(options.path);
    if (!found) return tell(found.error(), exit_code::data);
    if (const auto problem = problem_of(options, found->kind))
        return tell(Error{Errc::bad_request, *problem}, exit_code::usage);
    return with_store(config, [&](const DataDirectory&, store::Store& store) {
        return import_files(*found, options, store);
    });
}

int run_export(const Config& config, const ExportOptions& options) {
    return with_store(config, [&](const DataDirectory&, store::Store& store) {
        return export_organization(options, store);
    });
}

}  // namespace rejoinder::app
