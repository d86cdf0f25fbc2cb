#pragma once

#include <array>
#include <boost/intrusive/list.hpp>
#include <cstdint>

namespace rejoinder::http {

// Something with at most one deadline at a time. Forgets its deadline when destroyed.
class Timed : public boost::intrusive::list_base_hook<
                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    virtual ~Timed() = default;

    // Its deadline has come; it has none now.
    virtual void on_deadline() = 0;

private:
    friend class TimingWheel;
    std::uint32_t due_ = 0;
};

// The deadlines of one worker, counted in ticks. Setting and clearing one costs the same however
// many there are, and a tick looks at those that are due only (and, rarely, at some that are more
// than `slots` ticks away).
class TimingWheel {
public:
    static constexpr std::uint32_t slots = 512;

    // Calls `timed.on_deadline()` at the end of `ticks` whole ticks, at least one. Replaces the
    // deadline it had.
    void set(Timed& timed, std::uint32_t ticks);

    void clear(Timed& timed) { timed.unlink(); }

    // One tick has passed. Calls those that are due; they may set and clear deadlines, and destroy
    // themselves.
    void tick();

private:
    using List = boost::intrusive::list<Timed, boost::intrusive::constant_time_size<false>>;

    void insert(Timed& timed);

    std::uint32_t now_ = 0;
    std::array<List, slots> wheel_;
};

}  // namespace rejoinder::http
