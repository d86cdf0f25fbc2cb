"""Appendix C: the acceptance tests that follow from the specification. The number in a test's name
is that of the list. Numbers 13 to 16 have files of their own."""

import re
import time
import urllib.parse

import pytest

from support.timing import seconds
from support.visitor import GONE, REST, decode

UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


# 1. SessionId.

@pytest.mark.parametrize("slash", ["", "/"])
def test_C01_session_id_with_and_without_a_slash(lane, slash):
    visitor = lane.visitor()
    response = visitor.exchange("GET", REST + "System/SessionId" + slash,
                                visitor.headers(affinity="null", key=None))
    assert response.status == 200
    assert response.header("Content-Type") == "application/json;charset=UTF-8"


def test_C01_the_reply_has_four_properties(lane):
    visitor = lane.visitor()
    response = visitor.exchange("GET", REST + "System/SessionId",
                                visitor.headers(affinity="null", key=None))
    reply = response.json()
    assert set(reply) == {"id", "key", "affinityToken", "clientPollTimeout"}
    assert UUID.match(reply["id"])
    assert reply["clientPollTimeout"] == 40 and isinstance(reply["clientPollTimeout"], int)
    assert re.match(r"^[0-9a-f]{8}$", reply["affinityToken"])
    identifier, at, tail = reply["key"].split("!")
    assert identifier == reply["id"]
    assert abs(int(at) / 1000 - time.time()) < 60
    assert re.match(r"^[A-Za-z0-9+/]{27}=$", tail), "base64 of 20 bytes"


def test_C01_every_session_is_another(lane):
    visitors = [lane.visitor() for _ in range(5)]
    assert len({visitor.id for visitor in visitors}) == 5
    assert len({visitor.key for visitor in visitors}) == 5


# 2. A poll before the request.

def test_C02_a_poll_is_held_and_then_204(hasty_lane):
    visitor = hasty_lane.visitor()
    started = time.monotonic()
    response = visitor.poll()
    held = time.monotonic() - started
    assert response.status == 204
    assert response.body == b"" and response.header("Content-Type") is None
    assert seconds(0.25) < held < seconds(1.0)


# 3. ChatRequestSuccess.

def test_C03_chat_request_success(lane):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init()
    response = visitor.poll()
    assert response.header("Content-Type") == "application/json;charset=UTF-8"
    reply = response.json()
    assert set(reply) == {"messages", "sequence", "offset"}
    assert reply["sequence"] == 0 and reply["offset"] > 0
    (kind, message), = decode(response)
    assert kind == "ChatRequestSuccess"
    assert isinstance(message["queuePosition"], int)
    assert isinstance(message["estimatedWaitTime"], (int, float))
    assert set(message["geoLocation"]) >= {"countryCode", "countryName"}
    assert message["url"] == ""
    assert message["customDetails"] == []
    assert UUID.match(message["visitorId"])
    assert message["connectionTimeout"] == 150000
    assert message["sensitiveDataRules"] == []
    assert message["transcriptSaveEnabled"] is False


def test_C03_sequence_is_the_number_of_the_last_message(lane):
    visitor = lane.chat()
    before = visitor.ack
    for text in ("one", "two", "three"):
        lane.agent.say(visitor.id, text)
    reply = visitor.poll().json()
    assert [entry["message"]["text"] for entry in reply["messages"]] == ["one", "two", "three"]
    assert reply["sequence"] == before + 3 == len(visitor.messages) - 1


# 4. Acknowledgement.

def test_C04_the_same_ack_gets_the_same_messages(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "one")
    first = visitor.poll(keep=False).json()
    again = visitor.poll(keep=False).json()
    assert (first["messages"], first["sequence"]) == (again["messages"], again["sequence"])


def test_C04_the_same_ack_gets_what_is_new_too(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "one")
    first = visitor.poll(keep=False).json()
    lane.agent.say(visitor.id, "two")
    both = visitor.poll(keep=False).json()
    assert both["messages"][:1] == first["messages"]
    assert both["messages"][1]["message"]["text"] == "two"
    assert both["sequence"] == first["sequence"] + 1


def test_C04_a_newer_ack_gets_only_newer_ones(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "one")
    visitor.poll()
    lane.agent.say(visitor.id, "two")
    visitor.poll()
    assert visitor.texts() == ["one", "two"]


def test_C04_without_ack_each_message_comes_once(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "one")
    visitor.poll(ack=None)
    lane.agent.say(visitor.id, "two")
    visitor.poll(ack=None)
    assert visitor.texts() == ["one", "two"]


# 5. Duplicate and missing sequence.

def test_C05_a_duplicate_sequence_is_ok_and_no_second_message(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.say("once")
    visitor.say("once", sequence=visitor.sequence)
    visitor.say("marker")
    assert stream.wait_for("chat.message")["text"] == "once"
    assert stream.wait_for("chat.message")["text"] == "marker"


def test_C05_a_missing_sequence_is_ok(lane):
    visitor = lane.chat()
    visitor.say("hello", sequence=None)
    assert lane.agent.texts(visitor.id) == ["hello"]


# 6. Strict sequences.

def test_C06_strict_a_gap_is_409_and_names_the_last_accepted(literal_lane):
    visitor = literal_lane.chat()
    visitor.say("two")
    visitor.say("three")
    visitor.say("four")
    response = visitor.post("ChatMessage", {"text": "far"}, sequence=498)
    assert (response.status, response.text) == (
        409, "Out of sync Ack. Expected 498. Actual 4")
    visitor.say("five")
    assert literal_lane.agent.texts(visitor.id) == ["two", "three", "four", "five"]


# 7. Wrong key, wrong affinity, reconnect: more in test_reconnect.py.

def test_C07_a_wrong_key_is_403(lane):
    visitor = lane.waiting()
    response = visitor.poll(headers=visitor.headers(key="wrong"))
    assert (response.status, response.text) == (403, GONE)
    assert response.header("Content-Type").startswith("text/plain")


def test_C07_reconnect_from_503_to_going_on(lane):
    visitor = lane.chat()
    visitor.say("from the visitor")
    lane.agent.say(visitor.id, "from the agent")
    visitor.wait_for("ChatMessage")
    old = visitor.affinity
    assert visitor.poll(headers=visitor.headers(affinity="00000000")).status == 503

    response = visitor.reconnect()
    assert response.status == 200
    (kind, message), = decode(response)
    assert kind == "ReconnectSession" and message["resetSequence"] is True
    assert visitor.affinity != old
    assert visitor.poll(headers=visitor.headers(affinity=old)).status == 503

    reply = visitor.poll(ack=-1).json()
    assert reply["messages"][0]["type"] == "ChasitorSessionData"
    lines = reply["messages"][0]["message"]["chatMessages"]
    assert [(line["type"], line["content"]) for line in lines] == [
        ("Chasitor", "from the visitor"), ("Agent", "from the agent")]
    visitor.say("numbered from one", sequence=1)
    assert lane.agent.texts(visitor.id)[-1] == "numbered from one"


# 8. ResyncSession.

def test_C08_resync_is_a_bare_object(lane):
    visitor = lane.waiting()
    response = visitor.exchange("GET", REST + "System/ResyncSession?SessionId=" + visitor.id)
    reply = response.json()
    assert response.status == 200
    assert set(reply) == {"isValid", "key", "affinityToken"} and reply["isValid"] is True
    visitor.key, visitor.affinity = reply["key"], reply["affinityToken"]
    assert decode(visitor.poll(ack=-1))[0][0] == "ChasitorSessionData"


def test_C08_resync_of_an_unknown_session_is_not_valid(lane):
    visitor = lane.visitor()
    response = visitor.exchange("GET", REST + "System/ResyncSession", visitor.headers(key="wrong"))
    assert response.status == 200 and response.json()["isValid"] is False


def test_C08_resync_of_an_unknown_session_may_be_forbidden(literal_lane):
    visitor = literal_lane.visitor()
    response = visitor.exchange("GET", REST + "System/ResyncSession", visitor.headers(key="wrong"))
    assert response.status == 403


# 9. Early posts.

def test_C09_an_early_message_is_the_first_line_the_agent_sees(lane):
    lane.agent.online()
    visitor = lane.waiting()
    visitor.say("early")
    details = lane.agent.accept(visitor.id)
    said = [entry["text"] for entry in details["entries"] if entry["type"] == "VisitorMessage"]
    assert said == ["early"]


@pytest.mark.parametrize("noun,body", [
    ("ChasitorTyping", {}), ("ChasitorNotTyping", {}),
    ("ChasitorSneakPeek", {"position": 0, "text": "x"}),
    ("CustomEvent", {"type": "t", "data": "d"}),
])
def test_C09_other_early_posts_are_acknowledged_and_dropped(lane, noun, body):
    lane.agent.online()
    visitor = lane.waiting()
    assert visitor.post(noun, body).text == "OK"
    details = lane.agent.accept(visitor.id)
    assert details["isTyping"] is False and details["sneakPeek"] == ""
    assert "VisitorCustomEvent" not in [entry["type"] for entry in details["entries"]]


@pytest.mark.parametrize("noun,body", [
    ("ChatMessage", {"text": "x"}), ("ChasitorTyping", {}), ("ChasitorNotTyping", {}),
    ("ChasitorSneakPeek", {"position": 0, "text": "x"}),
    ("CustomEvent", {"type": "t", "data": "d"}),
])
def test_C09_rejected_early_posts_are_500_and_use_no_number(literal_lane, noun, body):
    literal_lane.agent.online()
    visitor = literal_lane.waiting()
    assert visitor.post(noun, body, sequence=2).status == 500
    literal_lane.agent.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    assert visitor.post(noun, body, sequence=2).text == "OK"


def test_C09_chat_end_before_chat_established(lane):
    lane.agent.online()
    visitor = lane.waiting()
    assert visitor.end().text == "OK"
    assert visitor.wait_for("ChatEnded")["reason"] == "client"
    assert lane.agent.chats() == []


def test_C09_chat_end_is_exempt_when_early_posts_are_rejected(literal_lane):
    literal_lane.agent.online()
    visitor = literal_lane.waiting()
    assert visitor.end().text == "OK"
    assert visitor.wait_for("ChatEnded")["reason"] == "client"


# 10. Superseded polls.

def test_C10_a_superseded_poll_is_409_and_the_newer_one_works(lane):
    visitor = lane.chat()
    older = visitor.start_poll()
    newer = visitor.start_poll()
    assert older.finish().status == 409
    lane.agent.say(visitor.id, "still here")
    assert decode(newer.finish())[0][1]["text"] == "still here"


def test_C10_terminate_ends_the_chat(literal_lane):
    visitor = literal_lane.chat()
    stream = literal_lane.agent.stream()
    older = visitor.start_poll(keep=False)
    connection = literal_lane.server.connect()
    newer = connection.exchange("GET", visitor.messages_path(), visitor.headers())
    connection.close()
    assert (older.finish().status, newer.status) == (409, 409)
    stream.wait_for("chat.ended", chatKey=visitor.id)
    response = visitor.poll()
    assert (response.status, response.text) == (403, GONE)


# 11. Availability: in test_visitor_resources.py.

# 12. MultiNoun: more in test_multi_noun.py.

@pytest.mark.parametrize("member", ["object", "data"])
def test_C12_message_and_end_in_order(lane, member):
    visitor = lane.chat()
    stream = lane.agent.stream()
    response = visitor.batch(("Chasitor/ChatMessage", {"text": "That is all, thank you."}),
                             ("Chasitor/ChatEnd", {}), member=member)
    assert (response.status, response.text) == (200, "OK")
    assert stream.wait_for("chat.message")["text"] == "That is all, thank you."
    assert stream.wait_for("chat.ended")["chatKey"] == visitor.id
    assert visitor.wait_for("ChatEnded")["reason"] == "client"


# 17. 404, 405 and broken JSON.

@pytest.mark.parametrize("path", [
    "Chasitor/Nothing", "Nothing/ChatMessage", "System", "", "System/SessionIdd",
    "system/sessionid", "Chasitor/chatmessage",
])
def test_C17_unknown_resources_are_404(lane, path):
    visitor = lane.visitor()
    assert visitor.exchange("GET", REST + path).status == 404
    assert visitor.exchange("POST", REST + path, body={}).status == 404


@pytest.mark.parametrize("method,path", [
    ("GET", "Chasitor/ChatMessage"), ("GET", "Chasitor/ChasitorInit"), ("GET", "System/MultiNoun"),
    ("POST", "System/Messages"), ("POST", "System/SessionId"), ("PUT", "Chasitor/ChatMessage"),
    ("DELETE", "System/Messages"), ("POST", "Visitor/Availability"), ("GET", "Visitor/Breadcrumb"),
])
def test_C17_the_wrong_method_is_405(lane, method, path):
    visitor = lane.visitor()
    assert visitor.exchange(method, REST + path, body={}).status == 405


def test_C17_get_resync_state_is_not_executed(lane):
    # 1.4 says 405, D.8 tolerates the habit: either, but never an error that ends a chat.
    visitor = lane.chat()
    response = visitor.exchange("GET", REST + "Chasitor/ChasitorResyncState")
    assert response.status in (200, 405)


@pytest.mark.parametrize("body", ["{", "[]", "nonsense", '{"text":}', '{"text":"a"} x', "null",
 b'{"text":"\xff\xfe"}', ""])
def test_C17_broken_json_is_400(lane, body):
    visitor = lane.chat()
    response = visitor.exchange("POST", REST + "Chasitor/ChatMessage",
                                visitor.headers(sequence=2), body)
    assert response.status == 400, response
    visitor.say("the number is still free", sequence=2)
    assert lane.agent.texts(visitor.id) == ["the number is still free"]


# 18. DELETE.

def visitor_with(letters, lane):
    """A visitor whose key holds these letters. Keys are random: a few tries are enough."""
    for _ in range(200):
        visitor = lane.visitor()
        if all(letter in visitor.key for letter in letters):
            return visitor
        visitor.close()
    raise AssertionError(f"no key with {letters} in 200")


@pytest.mark.parametrize("letter", ["/", "+", "="])
@pytest.mark.parametrize("encoded", [False, True], ids=["raw", "encoded"])
def test_C18_delete_takes_the_rest_of_the_path(lane, letter, encoded):
    visitor = visitor_with(letter, lane)
    lane.agent.online()
    visitor.init()
    visitor.wait_for("ChatRequestSuccess")
    key = urllib.parse.quote(visitor.key, safe="") if encoded else visitor.key
    response = visitor.delete(key)
    assert (response.status, response.text) == (200, "OK")
    assert visitor.poll().status == 403
    assert lane.agent.chats() == []


def test_C18_delete_of_an_unknown_key_is_403(lane):
    assert lane.visitor().delete("unknown").status == 403


def test_C18_delete_ends_the_chat(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    assert visitor.delete().text == "OK"
    assert stream.wait_for("chat.ended", chatKey=visitor.id)["endedBy"] == "Visitor"


def test_C18_delete_answers_a_held_poll(lane):
    visitor = lane.chat()
    pending = visitor.start_poll(keep=False)
    visitor.delete()
    assert pending.finish().status in (200, 204, 403)
