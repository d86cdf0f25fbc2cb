"""Appendix C 15: the estimated wait time (7.4), and the place in the queue (7.3)."""

import pytest

from support.timing import Deadline, seconds
from support.visitor import REST, decode


def estimate(visitor):
    path = (REST + f"Visitor/Availability?org_id={visitor.organization}&deployment_id="
            f"{visitor.deployment}&Availability.ids={visitor.button}"
            "&Availability.needEstimatedWaitTime=1")
    result, = decode(visitor.exchange("GET", path))[0][1]["results"]
    return result["estimatedWaitTime"]


def test_C15_minus_one_before_the_first_acceptance(lane):
    lane.agent.online()
    visitor = lane.visitor()
    assert estimate(visitor) == -1
    visitor.init()
    assert visitor.wait_for("ChatRequestSuccess")["estimatedWaitTime"] == -1


@pytest.mark.slow
def test_C15_the_first_wait_then_one_tenth_of_the_next(hasty_lane):
    lane = hasty_lane
    lane.agent.online().stream()
    first = lane.waiting()
    waited = Deadline(2.2)
    while not waited.over():
        first.poll()
    lane.agent.accept(first.id)
    after_first = estimate(first)
    assert 2 <= after_first <= 2.2 + seconds(1.5)
    second = lane.waiting()
    lane.agent.accept(second.id)
    after_second = estimate(first)
    assert after_first * 0.9 - 1 <= after_second <= after_first + 0.5


def test_C15_never_below_zero(lane):
    lane.chat()
    visitor = lane.visitor()
    assert estimate(visitor) >= 0
    visitor.init()
    assert visitor.wait_for("ChatRequestSuccess")["estimatedWaitTime"] >= 0


def test_C15_every_button_has_its_own(lane):
    lane.chat()
    assert estimate(lane.visitor("most")) == -1


def position(visitor):
    """The visitor's place, as last told."""
    places = [entry["message"].get("queuePosition", entry["message"].get("position"))
              for entry in visitor.messages
              if entry["type"] in ("ChatRequestSuccess", "QueueUpdate")]
    return places[-1]


def test_positions_in_the_queue_and_their_updates(single_lane):
    agent = single_lane.agent
    first = single_lane.chat()
    waiting = [single_lane.waiting() for _ in range(3)]
    assert [position(visitor) for visitor in waiting] == [1, 2, 3]

    agent.end(first.id)
    agent.accept(waiting[0].id)
    waiting[0].wait_for("ChatEstablished")
    assert position(waiting[0]) == 0
    for place, visitor in enumerate(waiting[1:], start=1):
        while position(visitor) != place:
            update = visitor.wait_for("QueueUpdate")
            assert set(update) == {"position", "estimatedWaitTime"}


def test_the_position_0_comes_right_before_chat_established(single_lane):
    first = single_lane.chat()
    visitor = single_lane.waiting()
    single_lane.agent.end(first.id)
    single_lane.agent.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    types = visitor.types()
    assert types[:2] == ["ChatRequestSuccess", "QueueUpdate"] and types[-1] == "ChatEstablished"
    assert set(types[1:-1]) == {"QueueUpdate"} and position(visitor) == 0


def test_updates_only_when_asked_for(single_lane):
    first = single_lane.chat()
    visitor = single_lane.waiting(receiveQueueUpdates=False)
    single_lane.agent.end(first.id)
    single_lane.agent.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    assert "QueueUpdate" not in visitor.types()


def test_who_leaves_makes_room_for_those_behind(single_lane):
    single_lane.chat()
    first, second = single_lane.waiting(), single_lane.waiting()
    first.end()
    while position(second) != 1:
        second.wait_for("QueueUpdate")


def test_the_last_agent_leaves_while_a_visitor_waits(single_lane):
    visitor = single_lane.chat()
    waiting = single_lane.waiting()
    single_lane.agent.end(visitor.id)
    single_lane.agent.presence("Offline")
    assert waiting.wait_for("ChatRequestFail")["reason"] == "Unavailable"
