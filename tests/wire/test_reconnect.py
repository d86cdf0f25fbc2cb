"""503 and the way back (5.6)."""

import pytest

from support.visitor import REST, decode


def texts(response):
    return [message["text"] for kind, message in decode(response) if kind == "ChatMessage"]


def moved(lane):
    """A visitor in a chat who has seen "seen" and not seen "unseen", and must reconnect."""
    visitor = lane.chat()
    lane.agent.say(visitor.id, "seen")
    visitor.wait_for("ChatMessage")
    lane.agent.say(visitor.id, "unseen")
    assert visitor.poll(headers=visitor.headers(affinity="00000000")).status == 503
    return visitor


def test_session_data_comes_first_and_is_number_zero(lane):
    visitor = moved(lane)
    visitor.reconnect()
    reply = visitor.poll(ack=-1).json()
    assert [entry["type"] for entry in reply["messages"]] == ["ChasitorSessionData", "ChatMessage"]
    assert reply["messages"][1]["message"]["text"] == "unseen"
    assert reply["sequence"] == 1


def test_session_data_tells_the_state(lane):
    visitor = lane.chat("pages")
    visitor.say("from the visitor")
    lane.agent.say(visitor.id, "from the agent")
    visitor.reconnect()
    data = decode(visitor.poll(ack=-1))[0][1]
    assert data["queuePosition"] == 0
    assert data["sneakPeekEnabled"] is True
    assert data["postChatUrl"] == "https://shop.example/survey"
    lines = data["chatMessages"]
    assert [(line["type"], line["name"], line["content"]) for line in lines] == [
        ("Chasitor", "Jo", "from the visitor"), ("Agent", lane.agent.name, "from the agent")]
    assert lines[0]["timestamp"] <= lines[1]["timestamp"]
    assert lines[0]["sequence"] < lines[1]["sequence"]


def test_the_client_that_restarts_its_posts_and_sends_no_ack(lane):
    visitor = moved(lane)
    visitor.reconnect()
    response = visitor.poll(ack=None)
    assert decode(response)[0][0] == "ChasitorSessionData" and texts(response) == ["unseen"]
    state = {"organizationId": visitor.organization}
    assert visitor.post("ChasitorResyncState", state, sequence=None).text == "OK"
    visitor.say("first again", sequence=1)
    visitor.say("first again", sequence=1)
    visitor.say("second", sequence=2)
    lane.agent.say(visitor.id, "and on")
    assert texts(visitor.poll(ack=None)) == ["and on"]
    assert lane.agent.texts(visitor.id) == ["seen", "unseen", "first again", "second", "and on"]


def test_the_client_that_restarts_its_ack_and_counts_its_posts_on(lane):
    visitor = moved(lane)
    visitor.say("two")
    visitor.reconnect()
    visitor.poll(ack=-1)
    assert visitor.texts()[-1] == "unseen"
    state = {"organizationId": visitor.organization}
    assert visitor.post("ChasitorResyncState", state, sequence=None).text == "OK"
    visitor.say("three")
    visitor.say("three", sequence=visitor.sequence)
    lane.agent.say(visitor.id, "and on")
    assert texts(visitor.poll()) == ["and on"]
    assert lane.agent.texts(visitor.id)[-3:] == ["two", "three", "and on"]


def test_the_client_that_keeps_its_old_ack(lane):
    visitor = moved(lane)
    visitor.reconnect()
    response = visitor.poll()
    assert decode(response)[0][0] == "ChasitorSessionData" and texts(response) == ["unseen"]
    lane.agent.say(visitor.id, "and on")
    assert texts(visitor.poll()) == ["and on"]


def test_the_offset_tells_what_was_received(lane):
    visitor = lane.chat()
    before = visitor.offset
    lane.agent.say(visitor.id, "lost")
    visitor.poll(keep=False)
    visitor.reconnect(offset=before)
    assert texts(visitor.poll(ack=-1)) == ["lost"]


def test_what_was_received_does_not_come_again(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "seen")
    visitor.poll()
    visitor.reconnect()
    assert [kind for kind, _ in decode(visitor.poll(ack=-1))] == ["ChasitorSessionData"]


@pytest.mark.parametrize("offset", [None, "x", ""])
def test_a_missing_or_bad_offset_is_400(lane, offset):
    visitor = lane.waiting()
    assert visitor.reconnect(offset=offset).status == 400


def test_offset_zero_is_taken(lane):
    visitor = lane.waiting()
    assert visitor.reconnect(offset=0).status == 200


def test_reconnecting_is_allowed_at_any_time_and_again(lane):
    visitor = lane.chat()
    tokens = {visitor.affinity}
    for _ in range(3):
        assert visitor.reconnect().status == 200
        tokens.add(visitor.affinity)
    assert len(tokens) == 4
    lane.agent.say(visitor.id, "still here")
    assert texts(visitor.poll(ack=-1)) == ["still here"]


def test_any_affinity_is_taken_for_reconnecting(lane):
    visitor = lane.waiting()
    for token in (visitor.affinity, "00000000", "", "null"):
        assert visitor.reconnect(affinity=token).status == 200, token


def test_an_unknown_session_cannot_reconnect(lane):
    visitor = lane.visitor()
    path = REST + "System/ReconnectSession?ReconnectSession.offset=0"
    assert visitor.exchange("GET", path, visitor.headers(key="wrong")).status == 403


def test_key_and_id_stay(lane):
    visitor = lane.chat()
    visitor.reconnect()
    assert visitor.poll(ack=-1).status == 200
    assert lane.agent.chat(visitor.id)["isEngaged"] is True


def test_the_reply_has_neither_sequence_nor_offset(lane):
    assert set(lane.waiting().reconnect().json()) == {"messages"}


def test_resync_state_without_a_reconnect_is_harmless(lane):
    visitor = lane.chat()
    state = {"organizationId": visitor.organization}
    assert visitor.post("ChasitorResyncState", state, sequence=None).text == "OK"
    visitor.say("two", sequence=2)
    assert lane.agent.texts(visitor.id) == ["two"]


def test_a_held_poll_does_not_survive_the_reconnect(lane):
    visitor = lane.chat()
    pending = visitor.start_poll(keep=False)
    visitor.reconnect()
    response = visitor.poll(ack=-1)
    assert decode(response)[0][0] == "ChasitorSessionData"
    assert pending.finish().status in (409, 503)


def test_while_waiting_the_position_is_in_the_session_data(single_lane):
    single_lane.chat()
    visitor = single_lane.waiting()
    visitor.reconnect()
    kind, data = decode(visitor.poll(ack=-1))[0]
    assert (kind, data["queuePosition"]) == ("ChasitorSessionData", 1)
    assert data["chatMessages"] == []


def test_pending_only_reconnecting_without_a_reason_is_405(literal_lane):
    assert literal_lane.chat().reconnect().status == 405
