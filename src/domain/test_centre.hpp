#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/test_desk.hpp"

namespace rejoinder::domain {

// A contact centre for stories: the demo organization with a second skill and button (`sales`), a
// third agent (`cora`, who sells), a supervisor (`sue`) and a bot (`botty`), all of them in one
// deployment. What differs is arranged before it opens.
class Centre {
public:
    static constexpr const char* support = TestDesk::button;
    static constexpr const char* sales = "573000000000002";
    static constexpr const char* support_skill = "0C5000000000001";
    static constexpr const char* sales_skill = "0C5000000000002";
    static constexpr const char* ann = TestDesk::ann;
    static constexpr const char* bob = TestDesk::bob;
    static constexpr const char* cora = "005000000000003";
    static constexpr const char* sue = "005000000000004";
    static constexpr const char* botty = "005000000000005";

    struct Visitor {
        TestDesk::Visitor session;
        std::int64_t ack = -1;
        SessionId id() const { return session.id; }
    };
    using Arrange = std::function<void(record::Snapshot&)>;

    explicit Centre(const Arrange& arrange = {}, Settings settings = {});

    // Rows to arrange, by their ids.
    static record::Button& button(record::Snapshot& rows, std::string_view id);
    static record::Agent& agent(record::Snapshot& rows, std::string_view id);
    // The configuration of one agent, made when there is none yet.
    static record::AgentConfig& config(record::Snapshot& rows, std::string_view agent);

    // ---- visitors

    // Asks for a chat; `more` goes into the ChasitorInit.
    Visitor& ask(std::string_view button = support, std::string_view more = "");
    // The messages that have come since the last look, as one text; empty for none.
    std::string hear(Visitor& visitor);
    void say(Visitor& visitor, std::string_view text);
    int post(Visitor& visitor, std::string_view noun, std::string_view body = "{}");
    // What was stored of a chat: its row, and the types of its entries in order.
    const record::Chat& row(const Visitor& visitor) const;
    std::vector<std::string> events(const Visitor& visitor) const;
    std::vector<const record::Entry*> entries(const Visitor& visitor) const;
    // How often an entry of this type was made.
    std::size_t count(const Visitor& visitor, std::string_view type) const;

    // ---- agents

    void online(std::initializer_list<const char*> agents);
    void go(const char* agent, record::PresenceState state) { desk_.go(agent, state); }
    // The status an action is answered with.
    int act(const char* agent, agent::Action action);
    std::string body(const char* agent, agent::Action action);
    int accept(const char* agent, const Visitor& visitor);
    int tell(const char* agent, const Visitor& visitor, std::string text);
    // Asks, and has the agent accept.
    Visitor& chat(const char* agent, std::string_view button = support);
    // The frames that came on the agent's stream since the last look, as one text.
    std::string frames(const char* agent);
    int transfer(const char* from, const Visitor& visitor, record::TransferKind to, std::string id,
                 std::string note = "");

    void advance(Duration by);
    void restart();
    TestDesk& desk() { return desk_; }

private:
    static record::Snapshot arranged(const Arrange& arrange);

    TestDesk desk_;
    std::deque<Visitor> visitors_;
    std::map<std::string, Caller> streams_;
};

}  // namespace rejoinder::domain
