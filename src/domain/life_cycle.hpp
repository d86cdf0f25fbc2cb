#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/error.hpp"
#include "domain/chat.hpp"

// The phases of a chat's life, and what agents may do in each. Who may do it is another question.
//
//                        +--> offered --+                 +--> inviting --+
//     request --> waiting <-------------+--> engaged <----+---------------+
//                   ^                          |    |
//                   |   (the agent is gone)    |    +--> between_agents --> offered, engaged
//                   +--------------------------+
//     every phase --> ended
//
namespace rejoinder::domain::life_cycle {

enum class Phase : std::uint8_t {
    // In line, or free to pick.
    waiting,
    // Pushed to an agent who has not answered.
    offered,
    engaged,
    // Engaged, while others are asked to take it over or to join.
    inviting,
    // Handed to a button and not accepted there.
    between_agents,
    ended,
};

enum class Act : std::uint8_t {
    accept,
    decline,
    say,
    show_typing,
    end,
    invite,
    transfer_to_button,
    answer_invitation,
    cancel_invitation,
    leave_conference,
    set_flag,
    whisper,
    watch,
    join,
    take_over,
    transfer_file,
    block,
};

inline constexpr std::size_t phase_count = 6;
inline constexpr std::size_t act_count = 17;

Phase phase_of(const Chat& chat);

// Fails with `conflict`, telling why, when the phase does not allow the act.
Result<void> check(Phase phase, Act act);

}  // namespace rejoinder::domain::life_cycle
