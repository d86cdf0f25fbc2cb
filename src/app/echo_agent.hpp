#pragma once

#include <string>
#include <string_view>

// An agent that is a program: it takes every chat, greets, and repeats what the visitor says. A
// client of the agents' API like any other, for those who try out their own clients.
namespace rejoinder::app {

struct EchoAgentOptions {
    std::string url = "http://127.0.0.1:8080";
    std::string organization = "00D000000000001";
    std::string username = "ann";
    std::string password = {};
};

// Runs until SIGTERM or SIGINT, then logs out. A server that is away is tried again for as long as
// that takes. Returns the exit code: `no_permission` when the server refuses the password, `usage`
// for a URL that is not `http://host[:port]`.
int run_echo_agent(const EchoAgentOptions& options);

// The password in a file's text: what stands behind `username` in a line that begins with it, else
// the whole first line.
std::string find_password(std::string_view text, std::string_view username);

}  // namespace rejoinder::app
