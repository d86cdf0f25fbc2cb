#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "domain/chats.hpp"
#include "domain/directory.hpp"
#include "domain/request.hpp"
#include "domain/streams.hpp"
#include "domain/turn.hpp"

namespace rejoinder::domain {

// What an administrator's request is answered with, and what it leaves to be done where log-ins are
// known.
struct Administered {
    Outcome outcome = Outcome::done;
    std::string body = {};
    // Whose log-ins end, if anyone's.
    Agent* logged_out = nullptr;
    // Whose API key does not hold any more, and its hash.
    Agent* key_owner = nullptr;
    std::string key_hash = {};
};

// Changes the configuration at run time. A change is stored and in effect at once: requests that
// wait go to who can take them now, agents are told of another capacity.
//
// Belongs to one shard; not thread-safe.
class Administration {
public:
    // Objects of one kind in an organization at most.
    static constexpr std::size_t objects_max = 10'000;

    Administration(Directory& directory, Streams& streams, Chats& chats)
        : directory_(directory), streams_(streams), chats_(chats) {}

    // Carries a request out. Changes nothing when it fails:
    //
    // - `forbidden`: the agent is no administrator
    // - `not_found`: there is no such object in the agent's organization
    // - `precondition_required`, `precondition_failed`: If-Match is missing or names another state
    // - `bad_request`: the object cannot be as it is sent; `fields` has what is wrong
    // - `conflict`: the id is taken, the object is still named or at work, or the administrator
    //   would shut itself out
    Result<Administered> handle(const Agent& admin, const agent::Administer& request, Turn turn);

    // A page of the organization's quick texts, as JSON.
    Result<std::string> quick_texts(const Agent& agent, const agent::ListQuickTexts& request);

private:
    // Who asks, about which organization.
    struct Asker {
        const Agent& agent;
        Organization& organization;
    };
    // How things stood before a change.
    struct Before {
        std::vector<std::pair<Agent*, std::size_t>> capacities;
        std::vector<std::pair<Button*, std::vector<Agent*>>> qualified;
    };
    using Answer = Result<Administered>;

    Answer apply(Asker asker, const agent::ListObjects& request, Turn turn);
    Answer apply(Asker asker, const agent::GetObject& request, Turn turn);
    Answer apply(Asker asker, const agent::CreateObject& request, Turn turn);
    Answer apply(Asker asker, const agent::ReplaceObject& request, Turn turn);
    Answer apply(Asker asker, const agent::RemoveObject& request, Turn turn);
    Answer apply(Asker asker, const agent::GetOrganization& request, Turn turn);
    Answer apply(Asker asker, const agent::ReplaceOrganization& request, Turn turn);
    Answer apply(Asker asker, const agent::SetPassword& request, Turn turn);
    Answer apply(Asker asker, const agent::CreateApiKey& request, Turn turn);
    Answer apply(Asker asker, const agent::RemoveApiKey& request, Turn turn);

    template <class Row>
    Answer create(Asker asker, const agent::CreateObject& request, Turn turn);
    template <class Row>
    Answer replace(Asker asker, const agent::ReplaceObject& request, Turn turn);
    template <class Row>
    Answer remove(Asker asker, const agent::RemoveObject& request, Turn turn);

    // Whether an object of any organization has this id.
    template <class Row>
    bool is_taken(const decltype(Row::id)& id) const;
    // Why an object cannot be removed, if it cannot.
    template <class Row>
    Result<void> check_unused(Asker asker, const Row& row) const;

    template <class Row>
    void put(Organization& organization, const Row& row, Turn turn);
    void put(const record::Agent& row, Turn turn);

    static Before look(Organization& organization);
    // Links the organization anew and brings what follows about.
    void settle(Organization& organization, const Before& before, Turn turn);
    void tell_capacity(Agent& agent, Turn turn);

    Directory& directory_;
    Streams& streams_;
    Chats& chats_;
};

}  // namespace rejoinder::domain
