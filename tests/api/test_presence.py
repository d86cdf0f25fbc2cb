"""Presence, capacity, queues, and the stream that tells of them."""

import pytest

from support.agent import Agent
from support.world import World


def keys(chats):
    return [chat["chatKey"] for chat in chats]


def test_presence_is_told(lane):
    stream = lane.agent.stream()
    for state in ("Online", "Away", "Offline"):
        assert lane.agent.presence(state, reason="Lunch")["state"] == state
        told = stream.wait_for("presence.changed", state=state)
        assert told["agentId"] == lane.agent.id
        assert lane.agent.me()["presence"]["state"] == state


@pytest.mark.parametrize("body", [{}, {"state": "Asleep"}, {"state": 1}, "{",
                                  {"state": "Away", "reason": "x" * 300}],
                         ids=["none", "unknown", "number", "broken", "long"])
def test_a_presence_that_is_none_is_400(lane, body):
    response = lane.agent.request("PUT", "/me/presence", body)
    assert response.status == 400, response


def test_away_keeps_the_chats_and_gets_no_new_ones(lane):
    visitor = lane.chat()
    lane.agent.presence("Away")
    newcomer = lane.visitor()
    newcomer.init()
    newcomer.wait_for("ChatRequestFail")
    visitor.say("still here")
    lane.agent.say(visitor.id, "me too")
    assert lane.agent.texts(visitor.id) == ["still here", "me too"]


def test_the_least_active_agent_gets_the_chat(lane):
    lane.chat()
    lane.second.online()
    visitor = lane.waiting()
    assert keys(lane.second.chats("requested")) == [visitor.id]
    lane.second.accept(visitor.id)


def test_the_most_available_agent_gets_the_chat(lane):
    lane.chat()
    lane.second.online()
    visitor = lane.waiting("most")
    assert keys(lane.second.chats("requested")) == [visitor.id]


def test_ties_take_turns(lane):
    lane.agent.online()
    lane.second.online()
    chosen = []
    for _ in range(4):
        visitor = lane.waiting()
        agent = lane.agent if lane.agent.chats("requested") else lane.second
        agent.accept(visitor.id)
        chosen.append(agent.id)
    assert sorted(chosen) == sorted([lane.agent.id, lane.second.id] * 2)


def test_capacity_is_never_exceeded(lane):
    lane.agent.online()
    stream = lane.agent.stream()
    visitors = [lane.waiting() for _ in range(5)]
    requested = keys(lane.agent.chats("requested"))
    assert requested == [visitor.id for visitor in visitors[:3]]
    assert sorted(keys(lane.agent.chats("waiting"))) == sorted(
        visitor.id for visitor in visitors[3:])
    capacity = lane.agent.me()["capacity"]
    assert capacity == {"max": 3, "engaged": 0, "assigned": 3}
    for visitor in visitors[:3]:
        lane.agent.accept(visitor.id)
        assert len(lane.agent.chats("requested")) + len(lane.agent.chats("engaged")) <= 3
    assert lane.agent.post(visitors[3].id, "accept").status in (403, 409)
    stream.wait_for("capacity.changed", engaged=3, assigned=0)

    lane.agent.end(visitors[0].id)
    assert keys(lane.agent.chats("requested")) == [visitors[3].id]
    assert lane.agent.me()["capacity"] == {"max": 3, "engaged": 2, "assigned": 1}


def test_free_requests_do_not_exceed_the_capacity_either(single_lane):
    single_lane.chat("choice")
    visitor = single_lane.waiting("choice")
    assert single_lane.agent.post(visitor.id, "accept").status == 409
    assert single_lane.agent.me()["capacity"]["engaged"] == 1


def test_the_queue_is_told(single_lane):
    stream = single_lane.agent.online().stream()
    first = single_lane.chat()
    second = single_lane.waiting()
    told = stream.wait_for("queue.changed", buttonId=second.button, waiting=1)
    assert told["longestWait"] >= 0
    assert keys(single_lane.agent.chats("waiting")) == [second.id]
    single_lane.agent.end(first.id)
    stream.wait_for("queue.changed", buttonId=second.button, waiting=0)
    single_lane.agent.accept(second.id)


def test_who_waits_longest_is_served_first(single_lane):
    current = single_lane.chat()
    waiting = [single_lane.waiting() for _ in range(4)]
    for visitor in waiting:
        single_lane.agent.end(current.id)
        assert keys(single_lane.agent.chats("requested")) == [visitor.id]
        single_lane.agent.accept(visitor.id)
        current = visitor


def test_a_newcomer_does_not_overtake(single_lane):
    current = single_lane.chat()
    first = single_lane.waiting()
    single_lane.agent.end(current.id)
    newcomer = single_lane.waiting()
    assert keys(single_lane.agent.chats("requested")) == [first.id]
    assert keys(single_lane.agent.chats("waiting")) == [newcomer.id]


def test_an_agent_who_comes_online_takes_who_waits(single_lane):
    single_lane.chat()
    visitor = single_lane.waiting()
    stream = single_lane.second.stream()
    single_lane.second.online()
    stream.wait_for("chat.requested", chatKey=visitor.id)
    single_lane.second.accept(visitor.id)


def test_going_offline_hands_an_offer_on(lane):
    lane.agent.online()
    visitor = lane.waiting()
    second = lane.second.online().stream()
    lane.agent.presence("Offline")
    second.wait_for("chat.requested", chatKey=visitor.id)


# Two tabs, one lease.

@pytest.fixture
def tab(hasty_lane):
    """The same agent once more, with a log-in of its own."""
    agent = hasty_lane.agent
    other = Agent(agent.server, next(
        entry for lane in agent.server.organization.lanes for entry in lane.agents
        if entry.id == agent.id)).login()
    yield other
    other.logout()
    other.close()


def test_two_tabs_hear_the_same(hasty_lane, tab):
    visitor = hasty_lane.chat()
    streams = [hasty_lane.agent.stream(), tab.stream()]
    tab.say(visitor.id, "from the other tab")
    for stream in streams:
        assert stream.wait_for("chat.message")["text"] == "from the other tab"


@pytest.mark.slow
def test_two_tabs_are_one_lease(hasty_lane, tab):
    visitor = hasty_lane.chat()
    one, two = hasty_lane.agent.stream(), tab.stream()
    one.cut()
    # Three times the grace time, on the visitor's polls.
    for _ in range(8):
        assert visitor.poll().status == 204
    assert tab.me()["presence"]["state"] == "Online"
    visitor.say("there?")
    assert two.wait_for("chat.message")["text"] == "there?"


@pytest.mark.slow
def test_the_lease_ends_when_no_stream_is_left(hasty_lane):
    visitor = hasty_lane.chat()
    hasty_lane.agent.stream().cut()
    hasty_lane.agent.forget_connection()
    visitor.wait_for("AgentDisconnect")
    assert visitor.post("ChatMessage", {"text": "still here"}).status == 200


@pytest.mark.slow
def test_a_stream_that_comes_back_in_time_keeps_the_lease(hasty_lane):
    visitor = hasty_lane.chat()
    stream = hasty_lane.agent.stream()
    for _ in range(6):
        stream.cut()
        assert visitor.poll().status == 204
        stream = hasty_lane.agent.stream(resume=stream.last)
    assert "AgentDisconnect" not in visitor.types()
    assert hasty_lane.agent.me()["presence"]["state"] == "Online"


# The stream.

def test_a_new_stream_starts_now(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    assert stream.greeting["type"] == "hello"
    assert stream.greeting["data"] == {"resumed": False}
    visitor.say("new")
    assert stream.wait_for("chat.message")["text"] == "new"


def test_a_resumed_stream_misses_nothing(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.say("one")
    stream.wait_for("chat.message")
    last = stream.last
    stream.cut()
    for text in ("two", "three"):
        visitor.say(text)
    resumed = lane.agent.stream(resume=last)
    assert resumed.greeting["data"] == {"resumed": True}
    heard = [resumed.wait_for("chat.message")["text"] for _ in range(2)]
    assert heard == ["two", "three"]


def test_resuming_twice_from_the_same_place_repeats(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.say("one")
    stream.wait_for("chat.message")
    last = stream.last
    visitor.say("two")
    for _ in range(2):
        again = lane.agent.stream(resume=last)
        frame = again.next()
        while frame["type"] != "chat.message":
            frame = again.next()
        assert frame["data"]["text"] == "two"


def test_a_number_that_was_never_sent_is_reset(lane):
    lane.agent.online()
    stream = lane.agent.stream(resume=10 ** 12)
    assert stream.greeting["type"] == "reset"
    assert stream.greeting["data"] == {"reason": "unknown"}


@pytest.mark.slow
def test_a_number_that_is_too_old_is_reset(own_server):
    lane = World(own_server({"limits.stream_frames": 20})).lane()
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.say("first")
    stream.wait_for("chat.message")
    last = stream.last
    stream.cut()
    for number in range(60):
        visitor.say(str(number))
    again = lane.agent.stream(resume=last)
    assert again.greeting["type"] == "reset"
    assert again.greeting["data"] == {"reason": "too_old"}
