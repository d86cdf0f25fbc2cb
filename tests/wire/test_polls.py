"""Life times, numbering, acknowledgement, order and offsets (5.1 to 5.5)."""

import time

import pytest

from support.timing import Deadline, seconds
from support.visitor import GONE, decode
from support.world import HASTY_DEPLOYMENT


def let_pass(lane, duration):
    """Spends time on the server's own clock: another visitor's polls, held and answered 204."""
    other = lane.visitor()
    deadline = Deadline(duration)
    while not deadline.over():
        assert other.poll().status == 204


# 5.1 The loop.

def test_a_held_poll_is_answered_at_once_when_something_comes(lane):
    visitor = lane.chat()
    pending = visitor.start_poll()
    started = time.monotonic()
    lane.agent.say(visitor.id, "here")
    assert decode(pending.finish())[0][1]["text"] == "here"
    assert time.monotonic() - started < seconds(1.5)


def test_one_reply_holds_all_that_is_pending(lane):
    visitor = lane.chat()
    for number in range(20):
        lane.agent.say(visitor.id, str(number))
    assert [message["text"] for _, message in decode(visitor.poll())] == [
        str(number) for number in range(20)]


# 5.2 Life times.

@pytest.mark.slow
def test_a_session_that_stops_polling_ends(hasty_lane):
    visitor = hasty_lane.visitor()
    assert visitor.poll().status == 204
    let_pass(hasty_lane, seconds(1.3) + 0.8)
    response = visitor.poll()
    assert (response.status, response.text) == (403, GONE)


@pytest.mark.slow
def test_a_session_that_polls_lives_on(hasty_lane):
    visitor = hasty_lane.visitor()
    let_end = Deadline(seconds(1.3) + 0.8)
    while not let_end.over():
        assert visitor.poll().status == 204


@pytest.mark.slow
def test_a_chat_whose_visitor_stops_polling_ends(hasty_lane):
    visitor = hasty_lane.chat(deployment=HASTY_DEPLOYMENT)
    stream = hasty_lane.agent.stream()
    assert stream.wait_for("chat.ended", chatKey=visitor.id)
    response = visitor.poll()
    assert (response.status, response.text) == (403, GONE)


@pytest.mark.slow
def test_posts_do_not_keep_a_session_alive_for_ever_but_polls_do(hasty_lane):
    visitor = hasty_lane.chat(deployment=HASTY_DEPLOYMENT)
    hasty_lane.agent.stream()
    let_end = Deadline(2 * seconds(1.0))
    while not let_end.over():
        assert visitor.poll().status == 204
    visitor.say("still here")
    assert hasty_lane.agent.texts(visitor.id) == ["still here"]


def test_the_connection_timeout_is_told(hasty_lane):
    hasty_lane.agent.online()
    visitor = hasty_lane.visitor(deployment=HASTY_DEPLOYMENT)
    visitor.init()
    assert visitor.wait_for("ChatRequestSuccess")["connectionTimeout"] == int(seconds(1000))


@pytest.mark.parametrize("ack", [True, False], ids=["ack", "no ack"])
def test_after_chat_ended_was_delivered_the_session_is_over(lane, ack):
    visitor = lane.chat()
    lane.agent.end(visitor.id)
    assert visitor.wait_for("ChatEnded")["reason"] == "agent"
    response = visitor.poll() if ack else visitor.poll(ack=None)
    assert (response.status, response.text) == (403, GONE)


def test_a_lost_chat_ended_is_delivered_again(lane):
    visitor = lane.chat()
    lane.agent.end(visitor.id)
    assert decode(visitor.poll(keep=False))[-1][0] == "ChatEnded"
    assert decode(visitor.poll())[-1][0] == "ChatEnded"
    assert visitor.poll().status == 403


def test_after_chat_request_fail_the_session_is_over(lane):
    visitor = lane.visitor()
    visitor.init()
    assert visitor.wait_for("ChatRequestFail")["reason"] == "Unavailable"
    assert visitor.poll().status == 403


def test_chat_ended_waits_for_its_poll(lane):
    visitor = lane.chat()
    visitor.end()
    assert visitor.wait_for("ChatEnded") == {"reason": "client", "attachedRecords": []}


def test_chat_end_and_messages_after_the_agents_end_are_403(lane):
    visitor = lane.chat()
    lane.agent.end(visitor.id)
    assert visitor.post("ChatMessage", {"text": "x"}).status == 403
    assert visitor.end().status == 403


def test_delete_after_chat_ended(lane):
    visitor = lane.chat()
    visitor.end()
    visitor.wait_for("ChatEnded")
    assert visitor.delete().text == "OK"
    assert visitor.poll().status == 403


# 5.3 Numbering and ack.

@pytest.mark.parametrize("ack", ["x", "1.5", "", "1x", "99999999999999999999"])
def test_an_ack_that_is_no_integer_is_400(lane, ack):
    visitor = lane.chat()
    assert visitor.poll(ack=ack).status == 400


def test_the_first_poll_may_omit_ack(lane):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init()
    reply = visitor.poll(ack=None).json()
    assert reply["messages"][0]["type"] == "ChatRequestSuccess" and reply["sequence"] == 0


def test_ack_minus_one_again_gets_everything_again(lane):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init()
    first = visitor.poll(ack=-1).json()
    again = visitor.poll(ack=-1).json()
    assert again["messages"] == first["messages"]


def test_a_forgotten_message_does_not_come_again(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "one")
    visitor.poll()
    confirmed = visitor.ack
    lane.agent.say(visitor.id, "two")
    visitor.poll(ack=confirmed)
    reply = visitor.poll(ack=confirmed - 1).json()
    texts = [entry["message"]["text"] for entry in reply["messages"]]
    assert texts == ["two"]


def test_a_lost_answer_of_a_held_poll_is_delivered_again(lane):
    visitor = lane.chat()
    pending = visitor.start_poll()
    lane.agent.say(visitor.id, "lost at first")
    pending.abandon()
    assert [message["text"] for _, message in decode(visitor.poll())] == ["lost at first"]


def test_a_poll_abandoned_while_held_loses_nothing(lane):
    visitor = lane.chat()
    visitor.start_poll().abandon()
    lane.agent.say(visitor.id, "one")
    assert [message["text"] for _, message in decode(visitor.poll())] == ["one"]


def test_the_number_of_a_message_does_not_change(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "one")
    one = visitor.poll(keep=False).json()
    lane.agent.say(visitor.id, "two")
    both = visitor.poll(keep=False).json()
    lane.agent.say(visitor.id, "three")
    third = visitor.poll(ack=one["sequence"]).json()
    assert both["sequence"] == one["sequence"] + 1
    assert [entry["message"]["text"] for entry in third["messages"]] == ["two", "three"]


# 5.4 Order.

def test_typing_and_messages_keep_their_order(lane):
    visitor = lane.chat()
    for text in ("one", "two"):
        lane.agent.typing(visitor.id, True)
        lane.agent.say(visitor.id, text)
    kinds = [(kind, message.get("text")) for kind, message in decode(visitor.poll())
             if kind != "AgentNotTyping"]
    assert kinds == [("AgentTyping", None), ("ChatMessage", "one"),
                     ("AgentTyping", None), ("ChatMessage", "two")]


# 5.5 Offset.

def test_the_offset_grows(lane):
    visitor = lane.chat()
    offsets = [visitor.offset]
    for _ in range(3):
        lane.agent.say(visitor.id, "x")
        visitor.poll()
        offsets.append(visitor.offset)
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < 2 ** 53 for offset in offsets)
