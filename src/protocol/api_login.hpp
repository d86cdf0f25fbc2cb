#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "protocol/api.hpp"

// The agents' API: log-ins, and what an agent is told about itself.
namespace rejoinder::protocol::api {

// POST /login
struct Login {
    std::string organization = {};  // its id
    std::string username = {};
    std::string password = {};
};
WIRE(Login, organization, username, password);
WIRE_REQUIRED(Login, "organization", "username", "password");

// The token is a secret: it stands for the agent until `expires_at` or the log-out.
struct LoginReply {
    std::string token = {};
    std::int64_t expires_at = 0;
    Agent agent = {};
    Organization organization = {};
};
WIRE(LoginReply, token, expires_at, agent, organization);

// How the agent's configuration wants its console to be.
struct ConsoleConfig {
    bool enable_request_sound = false;
    bool enable_logout_sound = false;
    bool enable_notifications = false;
    std::string custom_agent_name = {};  // what visitors are told; empty for the agent's own
    std::string supervisor_default_agent_status_filter = {};
    std::string supervisor_default_button_filter = {};
    std::string supervisor_default_skill_filter = {};
};
WIRE(ConsoleConfig, enable_request_sound, enable_logout_sound, enable_notifications,
     custom_agent_name, supervisor_default_agent_status_filter, supervisor_default_button_filter,
     supervisor_default_skill_filter);

// What an id is called.
struct Name {
    std::string id = {};
    std::string name = {};
};
WIRE(Name, id, name);

// The names of what chats are told with, each kind by id.
struct Names {
    std::vector<Name> buttons = {};
    std::vector<Name> deployments = {};
    std::vector<Name> skills = {};
};
WIRE(Names, buttons, deployments, skills);

// GET /me
struct Me {
    Agent agent = {};
    Organization organization = {};
    Presence presence = {};
    Capacity capacity = {};
    std::vector<Skill> skills = {};
    ConsoleConfig config = {};
    Names names = {};
};
WIRE(Me, agent, organization, presence, capacity, skills, config, names);

}  // namespace rejoinder::protocol::api
