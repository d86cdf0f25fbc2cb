#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "http/ticket.hpp"

namespace rejoinder::app::live_agent {

// How an owed answer has to look, beyond what it says.
struct Note {
    // Finished header lines: what a page at another origin has to be told.
    std::string header_lines;
    // The function a JSONP answer calls, errors included; empty for everybody else.
    std::string callback;

    bool is_empty() const { return header_lines.empty() && callback.empty(); }
};

// Notes about answers still owed. Most requests need none, so that a held poll costs nothing here.
// There are as many as connections at the most. Any thread may use it.
class Notes {
public:
    // `note` replaces an older one about the same ticket.
    void keep(http::Ticket ticket, Note note);

    // Takes the note out; an empty one when there is none.
    Note take(http::Ticket ticket);

    std::size_t size() const;

private:
    mutable std::mutex mutex_;
    boost::unordered_flat_map<std::uint64_t, Note> notes_;
};

}  // namespace rejoinder::app::live_agent
