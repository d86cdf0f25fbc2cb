"""The agent's side of chats."""

import pytest

from support.openapi import Description


def keys(chats):
    return [chat["chatKey"] for chat in chats]


def refused(response, status):
    assert response.status == status, response
    assert response.json()["status"] == status


# Requests.

def test_a_request_is_offered_and_accepted(lane):
    stream = lane.agent.online().stream()
    visitor = lane.waiting()
    offer = stream.wait_for("chat.requested", chatKey=visitor.id)
    assert (offer["name"], offer["liveChatButtonId"], offer["liveChatDeploymentId"]) == (
        "Jo", visitor.button, lane.deployment)
    assert offer["isPushRequest"] is True
    assert keys(lane.agent.chats("requested")) == [visitor.id]

    details = lane.agent.accept(visitor.id)
    assert (details["state"], details["isEngaged"]) == ("engaged", True)
    assert stream.wait_for("chat.started", chatKey=visitor.id)["acceptTime"] >= offer["requestTime"]
    assert lane.agent.chats("requested") == []
    assert keys(lane.agent.chats("engaged")) == [visitor.id] == keys(lane.agent.chats())


def test_details(lane):
    visitor = lane.chat(language="de-DE", userAgent="Lynx/2.8.8", screenResolution="80x25")
    visitor.say("hello")
    lane.agent.say(visitor.id, "hi")
    details = lane.agent.chat(visitor.id)
    assert details["ipAddress"] == "127.0.0.1"
    info = details["visitorInfo"]
    assert (info["language"], info["screenResolution"]) == ("de-DE", "80x25")
    entries = details["entries"]
    assert [entry["position"] for entry in entries] == sorted({e["position"] for e in entries})
    assert [(entry["from"], entry["name"], entry["text"]) for entry in entries
            if entry["type"] in ("VisitorMessage", "AgentMessage")] == [
        ("visitor", "Jo", "hello"), ("agent", lane.agent.name, "hi")]
    types = [entry["type"] for entry in entries]
    assert types.index("ChatRequest") < types.index("Accept")


def test_a_declined_request_goes_to_the_other_agent(lane):
    first = lane.agent.online().stream()
    second = lane.second.online().stream()
    visitor = lane.waiting()
    streams = {lane.agent: first, lane.second: second}
    chosen = next(agent for agent in streams if keys(agent.chats("requested")) == [visitor.id])
    other = lane.second if chosen is lane.agent else lane.agent
    streams[chosen].wait_for("chat.requested", chatKey=visitor.id)

    chosen.decline(visitor.id)
    assert streams[chosen].wait_for("chat.revoked", chatKey=visitor.id)["reason"] == "declined"
    streams[other].wait_for("chat.requested", chatKey=visitor.id)
    assert chosen.chats("requested") == []
    other.accept(visitor.id)
    assert visitor.wait_for("ChatEstablished")["userId"] == other.id


def test_without_a_queue_all_declining_fails_the_request(lane):
    lane.agent.online()
    visitor = lane.waiting("no_queue")
    lane.agent.decline(visitor.id)
    assert visitor.wait_for("ChatRequestFail")["reason"] == "Unavailable"


def test_a_request_that_nobody_answers_goes_to_the_next(lane):
    streams = [agent.online().stream() for agent in (lane.agent, lane.second)]
    visitor = lane.waiting("impatient")
    for stream in streams:
        stream.wait_for("chat.requested", chatKey=visitor.id)
    for stream in streams:
        assert stream.wait_for("chat.revoked", chatKey=visitor.id)["reason"] == "timeout"
    assert lane.agent.chats("requested") == [] == lane.second.chats("requested")


def test_a_free_request_is_for_the_first_who_takes_it(lane):
    first, second = lane.agent.online().stream(), lane.second.online().stream()
    visitor = lane.waiting("choice")
    for stream in (first, second):
        assert stream.wait_for("chat.requested", chatKey=visitor.id)["isPushRequest"] is False
    lane.second.accept(visitor.id)
    assert first.wait_for("chat.revoked", chatKey=visitor.id)["reason"] == "accepted"
    assert lane.agent.post(visitor.id, "accept").status in (403, 409)


def test_the_visitor_leaves_before(lane):
    stream = lane.agent.online().stream()
    visitor = lane.waiting()
    visitor.end()
    assert stream.wait_for("chat.revoked", chatKey=visitor.id)["reason"] == "canceled"
    refused(lane.agent.post(visitor.id, "accept"), 409)


def test_accepting_twice_is_a_conflict(lane):
    visitor = lane.chat()
    refused(lane.agent.post(visitor.id, "accept"), 409)


# Messages and what goes with them.

def test_messages_both_ways(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.say("from the visitor")
    heard = stream.wait_for("chat.message")
    assert (heard["chatKey"], heard["from"], heard["name"], heard["text"]) == (
        visitor.id, "visitor", "Jo", "from the visitor")
    entry = lane.agent.say(visitor.id, "from the agent")
    assert (entry["type"], entry["from"], entry["text"]) == (
        "AgentMessage", "agent", "from the agent")
    own = stream.wait_for("chat.message")
    assert (own["from"], own["position"]) == ("agent", entry["position"])
    assert visitor.wait_for("ChatMessage")["text"] == "from the agent"


def test_typing_both_ways(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    lane.agent.typing(visitor.id, True)
    visitor.wait_for("AgentTyping")
    lane.agent.typing(visitor.id, False)
    visitor.wait_for("AgentNotTyping")
    visitor.post("ChasitorTyping", {})
    stream.wait_for("chat.typing", chatKey=visitor.id, isTyping=True)
    assert lane.agent.chat(visitor.id)["isTyping"] is True
    visitor.post("ChasitorNotTyping", {})
    stream.wait_for("chat.typing", chatKey=visitor.id, isTyping=False)


def test_sneak_peek(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.post("ChasitorSneakPeek", {"position": 0, "text": "Where is my"})
    stream.wait_for("chat.typing", chatKey=visitor.id, sneakPeek="Where is my")
    assert lane.agent.chat(visitor.id)["sneakPeek"] == "Where is my"
    visitor.say("Where is my parcel?")
    assert lane.agent.chat(visitor.id)["sneakPeek"] == ""


def test_custom_events_both_ways(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    entry = lane.agent.send_event(visitor.id, "ShowForm", "{}")
    assert (entry["type"], entry["eventType"], entry["text"]) == (
        "AgentCustomEvent", "ShowForm", "{}")
    assert visitor.wait_for("CustomEvent") == {"type": "ShowForm", "data": "{}"}
    visitor.post("CustomEvent", {"type": "Filled", "data": "x"})
    while True:
        entry = stream.wait_for("chat.event", chatKey=visitor.id)["entry"]
        if entry["from"] == "visitor":
            break
    assert (entry["eventType"], entry["text"]) == ("Filled", "x")


@pytest.mark.parametrize("verb,body", [
    ("messages", {}), ("messages", {"text": ""}), ("messages", {"text": 1}), ("messages", "{"),
    ("messages", {"text": "x" * 16385}), ("typing", {}), ("typing", {"isTyping": "perhaps"}),
    ("events", {"type": "x"}), ("events", {"type": "", "data": ""})], ids=str)
def test_bodies_that_are_none_are_400(lane, verb, body):
    visitor = lane.chat()
    refused(lane.agent.post(visitor.id, verb, body), 400)


# The end.

def test_the_agent_ends(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    lane.agent.end(visitor.id)
    ended = stream.wait_for("chat.ended", chatKey=visitor.id)
    assert (ended["reason"], ended["endedBy"]) == ("agent", "Agent")
    assert visitor.wait_for("ChatEnded")["reason"] == "agent"
    assert lane.agent.chats() == []


def test_the_visitor_ends(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.end()
    ended = stream.wait_for("chat.ended", chatKey=visitor.id)
    assert (ended["reason"], ended["endedBy"]) == ("client", "Visitor")


@pytest.mark.parametrize("verb,body", [
    ("messages", {"text": "x"}), ("events", {"type": "t", "data": "d"}), ("end", None),
    ("accept", None)])
def test_an_ended_chat_takes_nothing(lane, verb, body):
    visitor = lane.chat()
    lane.agent.end(visitor.id)
    assert lane.agent.post(visitor.id, verb, body).status in (404, 409)


# Whose chats.

UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize("verb,body", [
    ("accept", None), ("decline", None), ("messages", {"text": "x"}), ("end", None),
    ("typing", {"isTyping": True}), ("events", {"type": "t", "data": "d"})])
def test_a_chat_that_is_not_there_is_404(lane, verb, body):
    refused(lane.agent.post(UNKNOWN, verb, body), 404)


@pytest.mark.parametrize("verb,body", [
    ("messages", {"text": "x"}), ("end", None), ("typing", {"isTyping": True})])
def test_another_agents_chat_is_403(lane, verb, body):
    visitor = lane.chat()
    refused(lane.second.post(visitor.id, verb, body), 403)
    visitor.say("still here")


def test_a_chat_of_another_skill_is_not_seen(world, lane):
    other = world.lane()
    if other.agent.id == lane.agent.id:
        other = world.lane()
    other.agent.online()
    visitor = lane.chat()
    assert other.agent.chats() == []
    refused(other.agent.request("GET", f"/chats/{visitor.id}"), 403)
    other.clear()


# Repeating.

def test_the_same_idempotency_key_says_it_once(lane):
    visitor = lane.chat()
    answers = [lane.agent.post(visitor.id, "messages", {"text": "once"},
                               [("Idempotency-Key", "a")]) for _ in range(3)]
    assert [answer.status for answer in answers] == [201] * 3
    assert answers[0].json() == answers[1].json() == answers[2].json()
    lane.agent.post(visitor.id, "messages", {"text": "twice"}, [("Idempotency-Key", "b")])
    assert lane.agent.texts(visitor.id) == ["once", "twice"]


def test_an_idempotency_key_repeats_accept_and_end(lane):
    lane.agent.online()
    visitor = lane.waiting()
    for verb, status in (("accept", 200), ("end", 204)):
        header = [("Idempotency-Key", visitor.id + verb)]
        assert lane.agent.post(visitor.id, verb, None, header).status == status
        assert lane.agent.post(visitor.id, verb, None, header).status == status


def test_idempotency_keys_are_the_agents_own(lane):
    lane.agent.online()
    one = lane.chat()
    lane.agent.presence("Away")
    two = lane.chat(agent=lane.second)
    header = [("Idempotency-Key", one.id)]
    lane.agent.post(one.id, "messages", {"text": "one"}, header)
    lane.second.post(two.id, "messages", {"text": "two"}, header)
    assert lane.second.texts(two.id) == ["two"]


def test_answers_were_validated(lane):
    lane.agent.me()
    assert Description.validated > 0
