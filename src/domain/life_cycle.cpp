#include "domain/life_cycle.hpp"

#include <string>

namespace rejoinder::domain::life_cycle {
namespace {

constexpr std::string_view ok{};
constexpr std::string_view early = "The chat has not been accepted";
constexpr std::string_view taken = "This request is not yours to answer";
constexpr std::string_view over = "The chat has ended";
constexpr std::string_view busy = "Others are being asked already";
constexpr std::string_view nobody = "Nobody is being asked";
constexpr std::string_view away = "The chat is on its way to another agent";

// One row per act, in their order; one column per phase. An empty text allows.
constexpr std::array<std::array<std::string_view, phase_count>, act_count> table = {{
    // waiting, offered, engaged, inviting, between_agents, ended
    {ok, ok, taken, taken, ok, taken},         // accept
    {ok, ok, taken, taken, ok, taken},         // decline
    {early, early, ok, ok, away, over},        // say
    {early, early, ok, ok, away, over},        // show_typing
    {early, early, ok, ok, away, over},        // end
    {early, early, ok, busy, away, over},      // invite
    {early, early, ok, busy, away, over},      // transfer_to_button
    {early, early, nobody, ok, nobody, over},  // answer_invitation
    {early, early, nobody, ok, nobody, over},  // cancel_invitation
    {early, early, ok, ok, away, over},        // leave_conference
    {early, early, ok, ok, away, over},        // set_flag
    {early, early, ok, ok, away, over},        // whisper
    {ok, ok, ok, ok, ok, over},                // watch
    {early, early, ok, ok, away, over},        // join
    {ok, ok, ok, ok, ok, over},                // take_over
    {early, early, ok, ok, away, over},        // transfer_file
    {early, early, ok, ok, away, over},        // block
}};

}  // namespace

Phase phase_of(const Chat& chat) {
    if (chat.is_ended()) return Phase::ended;
    if (chat.is_engaged()) return chat.invitation ? Phase::inviting : Phase::engaged;
    if (chat.is_between_agents()) return Phase::between_agents;
    return chat.offer ? Phase::offered : Phase::waiting;
}

Result<void> check(Phase phase, Act act) {
    const std::string_view why =
        table[static_cast<std::size_t>(act)][static_cast<std::size_t>(phase)];
    if (!why.empty()) return fail(Errc::conflict, std::string(why));
    return {};
}

}  // namespace rejoinder::domain::life_cycle
