#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "domain/access.hpp"
#include "domain/request.hpp"
#include "record/change.hpp"

namespace rejoinder::domain {

// Counts the transactions of a shard, from 1; 0 is "committed before anything".
using BatchNumber = std::int64_t;

// What an answer is, before a dialect puts it on the wire.
enum class Outcome : std::uint8_t {
    // Done; nothing to tell. The body is empty.
    done,
    // Done; the body is JSON.
    json,
    // Something was made; the body is JSON.
    created,
    // Done, or made; the body is the JSON of an object that has an `entity_tag`.
    object,
    created_object,
    // The body is a JavaScript text.
    script,
    // A poll's time is over.
    nothing_new,
    // For the server itself: the body is the password hash of the agent `agent`.
    credentials,
    // For the server itself: the body is the JSON of the `protocol::api::File` that was asked for.
    file,
    // For the server itself: `access` says what the agent may see.
    access,
};

// The one answer to a caller.
struct Reply {
    Caller caller;
    Outcome outcome = Outcome::done;
    std::string body;
    AgentId agent = {};
    std::shared_ptr<const Access> access = {};
};

// The refusal of a caller's request.
struct Refusal {
    Caller caller;
    Error error;
};

// A frame for an agent's stream.
struct StreamFrame {
    Caller stream;
    std::string text;
};

// An end to an agent's stream: `unauthorized` when its token does not hold (any more).
struct StreamEnd {
    Caller stream;
    Error error;
};

// Something that leaves the core, once the changes it rests on are durable.
struct Outgoing {
    // The batch that must be committed before.
    BatchNumber after = 0;
    std::variant<Reply, Refusal, StreamFrame, StreamEnd> what;
};

// What dispatching requests brought about, in order.
class Effects {
public:
    // `batch` is the transaction that collects the changes at present.
    explicit Effects(BatchNumber batch = 1) : batch_(batch) {}

    BatchNumber batch() const { return batch_; }

    // A row to write. Returns the batch it belongs to.
    BatchNumber change(record::Change change) {
        changes.push_back(std::move(change));
        return batch_;
    }

    void reply(Caller caller, Outcome outcome, std::string body, BatchNumber after) {
        outgoing.push_back({after, Reply{caller, outcome, std::move(body)}});
    }
    void done(Caller caller, BatchNumber after) { reply(caller, Outcome::done, {}, after); }
    void refuse(Caller caller, Error error, BatchNumber after = 0) {
        outgoing.push_back({after, Refusal{caller, std::move(error)}});
    }

    std::vector<record::Change> changes;
    std::vector<Outgoing> outgoing;

private:
    BatchNumber batch_;
};

}  // namespace rejoinder::domain
