#include "app/cli.hpp"

#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <string>

#include "app/admin.hpp"
#include "app/cli_organization.hpp"
#include "app/cli_tools.hpp"
#include "app/config.hpp"
#include "app/data_directory.hpp"
#include "app/demo.hpp"
#include "app/echo_agent.hpp"
#include "app/exit_code.hpp"
#include "app/logging.hpp"
#include "app/password.hpp"
#include "app/random.hpp"
#include "app/server.hpp"
#include "app/toml_file.hpp"
#include "app/version.hpp"
#include "base/clock.hpp"
#include "store/store.hpp"

namespace rejoinder::app {
namespace {

// ---- serve

enum class Demo : bool { no, yes };

int prepare_demo(const DataDirectory& directory, store::Store& store) {
    const auto import = import_demo(directory, store, Clock().now());
    if (!import) return tell(import.error());
    if (*import) std::cout << demo_banner(**import, directory) << std::flush;
    return exit_code::ok;
}

int run_serve(const Config& config, web::Assets console, Demo demo) {
    if (demo == Demo::yes) {
        const int prepared = with_store(config, prepare_demo);
        if (prepared != exit_code::ok) return prepared;
    }
    const Logging logging(config.log.level);
    return serve(config, console);
}

// ---- admin

// Reads one line from the standard input, unseen when that is a terminal.
std::string read_secret_line() {
    termios shown{};
    const bool is_terminal = ::tcgetattr(STDIN_FILENO, &shown) == 0;
    if (is_terminal) {
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        std::cerr << "New password: " << std::flush;
    }
    std::string line;
    std::getline(std::cin, line);
    if (is_terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        std::cerr << '\n';
    }
    return line;
}

struct SetPassword {
    std::string organization;
    std::string username;
    bool is_generated = false;
};

int run_set_password(const Config& config, const SetPassword& asked) {
    const auto organization = OrganizationId::parse(asked.organization);
    if (!organization)
        return tell(Error{Errc::bad_request, asked.organization + " is no organization's id"},
                    exit_code::usage);
    const std::string password = asked.is_generated ? random_password() : read_secret_line();
    if (password.empty() || password.size() > password::bytes_max)
        return tell(Error{Errc::bad_request,
                          "a password has 1 to " + std::to_string(password::bytes_max) + " bytes"},
                    exit_code::usage);
    return with_store(config, [&](const DataDirectory&, store::Store& store) {
        const auto done =
            set_password(store, *organization, asked.username, password, Clock().now());
        if (!done)
            return done.error().code == Errc::not_found ? tell(done.error(), exit_code::data)
                                                        : tell(done.error());
        if (asked.is_generated) std::cout << password << '\n';
        return exit_code::ok;
    });
}

// ---- echo-agent

int run_echo(EchoAgentOptions options, const std::string& password_file) {
    if (!password_file.empty()) {
        const auto text = read_text_file(password_file);
        if (!text) return tell(Problems{text.error()}, exit_code::data);
        options.password = find_password(*text, options.username);
    } else if (const char* const password = std::getenv("REJOINDER_PASSWORD")) {
        options.password = password;
    }
    if (options.password.empty())
        return tell(Error{Errc::bad_request,
                          "give the password by --password-file or in REJOINDER_PASSWORD"},
                    exit_code::usage);
    const Logging logging(LogLevel::info);
    return run_echo_agent(options);
}

// ---- the command line

// All commands; `action` becomes what the one that was given does.
class Commands {
public:
    Commands(CLI::App& app, web::Assets console) : console_(console) {
        app.require_subcommand(1);
        app.set_version_flag("--version", version_text());
        app.footer(
            "Settings stand in rejoinder.toml in the working directory, or --config FILE;\n"
            "`rejoinder config print` shows all of them with their meaning.");
        add_serve(app);
        add_echo_agent(app);
        add_config(app);
        add_organization(app);
        add_admin(app);
        app.add_subcommand("version", "Print the version and what it was built with")
            ->callback([this] {
                action_ = [] {
                    std::cout << version_text();
                    return exit_code::ok;
                };
            });
    }

    int run() const { return action_(); }

private:
    CLI::App& add_configured(CLI::App& parent, const std::string& name, const std::string& what,
                             std::function<int(const Config&)> act) {
        CLI::App& command = *parent.add_subcommand(name, what);
        command.add_option("--config", config_file_, "File with the settings")->type_name("FILE");
        command.add_option("--set", source_.overrides, "Set section.name=value, before the file")
            ->type_name("SETTING")
            ->allow_extra_args(false)
            ->take_all();
        command.callback([this, act = std::move(act)] {
            if (!config_file_.empty()) source_.file = config_file_;
            action_ = [this, act] { return with_config(source_, act); };
        });
        return command;
    }

    void add_serve(CLI::App& app) {
        CLI::App& serve =
            add_configured(app, "serve", "Run the server", [this](const Config& config) {
                return run_serve(config, console_, is_demo_ ? Demo::yes : Demo::no);
            });
        serve.add_flag("--demo", is_demo_,
                       "Make the demo organization when there is none, and print its passwords");
    }

    void add_echo_agent(CLI::App& app) {
        CLI::App& echo = *app.add_subcommand(
            "echo-agent", "Log in as an agent that accepts every chat and echoes what is said");
        echo.add_option("--url", echo_.url, "The server")->capture_default_str();
        echo.add_option("--organization", echo_.organization, "The agent's organization")
            ->capture_default_str();
        echo.add_option("--username", echo_.username, "The agent")->capture_default_str();
        echo.add_option("--password-file", echo_password_file_,
                        "File with the password, or with lines `username password`; without it "
                        "the password is in REJOINDER_PASSWORD")
            ->type_name("FILE");
        echo.callback(
            [this] { action_ = [this] { return run_echo(echo_, echo_password_file_); }; });
    }

    void add_config(CLI::App& app) {
        CLI::App& config = *app.add_subcommand("config", "Look at the settings");
        config.require_subcommand(1);
        add_configured(config, "check", "Tell what is wrong with the settings", [](const Config&) {
            std::cout << "The settings are good.\n";
            return exit_code::ok;
        });
        add_configured(config, "print", "Print all settings with their meaning",
                       [](const Config& settings) {
                           std::cout << config_text(settings);
                           return exit_code::ok;
                       });
        config.add_subcommand("docs", "Print all settings as Markdown")->callback([this] {
            action_ = [] {
                std::cout << config_docs();
                return exit_code::ok;
            };
        });
    }

    void add_organization(CLI::App& app) {
        CLI::App& org = *app.add_subcommand(
            "org", "An organization from and to files, while no server runs on the store");
        org.require_subcommand(1);
        CLI::App& import =
            add_configured(org, "import", "Make or change an organization as files say",
                           [this](const Config& config) { return run_import(config, import_); });
        import
            .add_option("PATH", import_.path,
                        "TOML file, or folder of TOML files or of the Metadata API's files")
            ->required();
        import.add_option("--organization", import_.organization,
                          "Id, for the Metadata API's files");
        import.add_flag("--prune", import_.is_pruned, "Take away what the files do not name");
        import.add_option("--report", import_.report_file, "Also report as JSON, into this file")
            ->type_name("FILE");
        CLI::App& write = add_configured(
            org, "export", "Write an organization's configuration as TOML files",
            [this](const Config& config) { return run_export(config, export_options_); });
        write.add_option("FOLDER", export_options_.folder, "Where to; made when missing")
            ->required();
        write.add_option("--organization", export_options_.organization,
                         "Id, where there are several");
    }

    void add_admin(CLI::App& app) {
        CLI::App& admin =
            *app.add_subcommand("admin", "Administer the store while no server runs on it");
        admin.require_subcommand(1);
        CLI::App& password = add_configured(
            admin, "set-password", "Set an agent's password, read from the standard input",
            [this](const Config& config) { return run_set_password(config, set_password_); });
        password.add_option("--organization", set_password_.organization, "Id")->required();
        password.add_option("--username", set_password_.username, "The agent")->required();
        password.add_flag("--generate", set_password_.is_generated,
                          "Draw a password and print it instead of reading one");
    }

    const web::Assets console_;
    std::function<int()> action_;
    ConfigSource source_;
    std::string config_file_;
    bool is_demo_ = false;
    EchoAgentOptions echo_;
    std::string echo_password_file_;
    ImportOptions import_;
    ExportOptions export_options_;
    SetPassword set_password_;
};

}  // namespace

int run_command_line(int argc, char** argv, web::Assets console) {
    try {
        CLI::App app("A live-chat server that speaks the Live Agent REST API", "rejoinder");
        const Commands commands(app, console);
        try {
            app.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return app.exit(error) == 0 ? exit_code::ok : exit_code::usage;
        }
        return commands.run();
    } catch (const std::exception& exception) {
        std::cerr << "rejoinder: " << exception.what() << '\n';
        return exit_code::software;
    }
}

}  // namespace rejoinder::app
