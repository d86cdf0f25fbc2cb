"""Whatever happens on the way, each event is delivered once and in order, in both directions.

A visitor and an agent talk. At random the visitor repeats a POST, loses the answer of a POST or a
poll, polls twice at once, or reconnects; at random the agent's stream breaks and is resumed. The
seed of each run is in the test's name; REJOINDER_TEST_SEEDS="1 2 3" runs others.
"""

import os
import random

import pytest

from support.timing import Deadline, seconds
from support.visitor import REST

SEEDS = [int(seed) for seed in
         os.environ.get("REJOINDER_TEST_SEEDS", " ".join(map(str, range(1, 21)))).split()]
STEPS = 60


class Story:
    """One random run."""

    def __init__(self, lane, seed, reconnects):
        self._random = random.Random(seed)
        self._agent = lane.agent
        self._visitor = lane.chat()
        self._stream = self._agent.stream()
        self._server = lane.server
        self._pending = None  # a poll in flight
        self._from_visitor = []  # what the server acknowledged
        self._from_agent = []
        self._heard = []  # by the agent, from its stream
        self._delivered = []  # to the visitor: texts
        self._steps = [self.visitor_says, self.visitor_repeats, self.visitor_loses_an_answer,
                       self.agent_says, self.agent_says, self.poll, self.poll, self.poll_is_lost,
                       self.start_poll, self.finish_poll, self.abandon_poll, self.stream_breaks]
        if reconnects:
            self._steps.append(self.reconnect)

    def run(self, steps):
        deadline = Deadline(seconds(20))
        for _ in range(steps):
            self._random.choice(self._steps)()
            assert not deadline.over()
        self.drain()

    # What the visitor does.

    def visitor_says(self):
        text = f"visitor {len(self._from_visitor)}"
        self._visitor.say(text)
        self._from_visitor.append(text)

    def visitor_repeats(self):
        if self._from_visitor and self._visitor.sequence > 0:
            for _ in range(self._random.randint(1, 3)):
                self._visitor.say(self._from_visitor[-1], sequence=self._visitor.sequence)

    def visitor_loses_an_answer(self):
        text = f"visitor {len(self._from_visitor)}"
        self._visitor.sequence += 1
        headers = self._visitor.headers(sequence=self._visitor.sequence)
        with self._server.connect() as connection:
            connection.send("POST", REST + "Chasitor/ChatMessage", headers, {"text": text})
            if self._random.random() < 0.5:
                connection.readable(0.01)
        self._visitor.say(text, sequence=self._visitor.sequence)
        self._from_visitor.append(text)

    def reconnect(self):
        self.abandon_poll()
        assert self._visitor.reconnect().status == 200
        self._visitor.sequence = 0
        self._visitor.ack = -1

    # Polls. Only when something is there does a plain poll come back at once.

    def something_is_there(self):
        return len(self._delivered) < len(self._from_agent)

    def take(self, response):
        if response.status != 200:
            assert response.status in (204, 409), response
            return
        reply = response.json()
        assert reply["sequence"] == self._visitor.ack + len(reply["messages"]), response
        self._visitor.note(response)
        self._delivered += [entry["message"]["text"] for entry in reply["messages"]
                            if entry["type"] == "ChatMessage"]

    def poll(self):
        if self.something_is_there():
            self.abandon_poll()
            response = self._visitor.poll(keep=False)
            assert response.status == 200, response
            self.take(response)

    def poll_is_lost(self):
        if self.something_is_there():
            self.abandon_poll()
            assert self._visitor.poll(keep=False).status == 200

    def start_poll(self):
        before, self._pending = self._pending, self._visitor.start_poll(keep=False)
        if before is not None:
            # Superseded, or answered before; then the answer counts as lost.
            assert before.finish().status in (200, 409)

    def finish_poll(self):
        if self._pending is not None and (self.something_is_there() or self._pending.answered()):
            pending, self._pending = self._pending, None
            self.take(pending.finish())

    def abandon_poll(self):
        if self._pending is not None:
            self._pending.abandon()
            self._pending = None

    # What the agent does.

    def agent_says(self):
        text = f"agent {len(self._from_agent)}"
        self._agent.say(self._visitor.id, text)
        self._from_agent.append(text)

    def stream_breaks(self):
        self.listen()
        self._stream.cut()
        if self._random.random() < 0.5:
            self.visitor_says()
        last = self._stream.last
        self._stream = self._agent.stream(resume=last)
        assert self._stream.greeting["type"] == "hello"
        assert self._stream.greeting["data"]["resumed"] is True

    def listen(self):
        """Hears some of what was said, or nothing."""
        for _ in range(self._random.randint(0, 3)):
            if self._stream.readable():
                self.hear(self._stream.next())

    def hear(self, frame):
        if frame["type"] == "chat.message" and frame["data"]["from"] == "visitor":
            self._heard.append(frame["data"]["text"])

    # The end.

    def drain(self):
        self.abandon_poll()
        self._agent.say(self._visitor.id, "last")
        self._from_agent.append("last")
        self._visitor.say("last")
        self._from_visitor.append("last")
        while "last" not in self._delivered:
            self.take(self._visitor.poll(keep=False))
        while "last" not in self._heard:
            self.hear(self._stream.next())
        assert self._delivered == self._from_agent
        assert self._heard == self._from_visitor
        entries = self._agent.chat(self._visitor.id)["entries"]
        by_type = {kind: [entry["text"] for entry in entries if entry["type"] == kind]
                   for kind in ("VisitorMessage", "AgentMessage")}
        assert by_type == {"VisitorMessage": self._from_visitor, "AgentMessage": self._from_agent}


@pytest.mark.parametrize("seed", SEEDS)
def test_each_event_once_and_in_order(lane, seed):
    print(f"seed {seed}")
    Story(lane, seed, reconnects=False).run(STEPS)


@pytest.mark.parametrize("seed", SEEDS[:8])
def test_each_event_once_and_in_order_with_reconnects(lane, seed):
    print(f"seed {seed}")
    Story(lane, seed, reconnects=True).run(STEPS)


@pytest.mark.parametrize("seed", SEEDS[:6])
def test_polls_without_ack_deliver_each_event_once(lane, seed):
    print(f"seed {seed}")
    chance = random.Random(seed)
    visitor = lane.chat()
    said, heard = [], []
    while len(said) < 40:
        for _ in range(chance.randint(1, 5)):
            said.append(f"agent {len(said)}")
            lane.agent.say(visitor.id, said[-1])
        if chance.random() < 0.3:
            visitor.say("in between")
        while len(heard) < len(said):
            reply = visitor.poll(ack=None).json()
            heard += [entry["message"]["text"] for entry in reply["messages"]]
    assert heard == said
