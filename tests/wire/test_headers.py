"""Which resource wants which header, what a missing or wrong one gives, and the order of checks
(1.3, 1.4, 1.5 of the wire's specification)."""

import pytest

from support.visitor import GONE, REST

VISITOR_QUERY = "org_id={organization}&deployment_id={deployment}"
PATHS = {
    "SessionId": ("GET", "System/SessionId"),
    "DeleteSession": ("DELETE", "System/SessionId/{key}"),
    "Messages": ("GET", "System/Messages?ack=-1"),
    "MultiNoun": ("POST", "System/MultiNoun"),
    "ReconnectSession": ("GET", "System/ReconnectSession?ReconnectSession.offset=0"),
    "ResyncSession": ("GET", "System/ResyncSession"),
    "ChasitorInit": ("POST", "Chasitor/ChasitorInit"),
    "ChasitorResyncState": ("POST", "Chasitor/ChasitorResyncState"),
    "ChasitorTyping": ("POST", "Chasitor/ChasitorTyping"),
    "ChasitorNotTyping": ("POST", "Chasitor/ChasitorNotTyping"),
    "ChasitorSneakPeek": ("POST", "Chasitor/ChasitorSneakPeek"),
    "ChatMessage": ("POST", "Chasitor/ChatMessage"),
    "ChatEnd": ("POST", "Chasitor/ChatEnd"),
    "ChatCancel": ("POST", "Chasitor/ChatCancel"),
    "CustomEvent": ("POST", "Chasitor/CustomEvent"),
    "IdleWarning": ("POST", "Chasitor/ChasitorIdleTimeoutWarningEvent"),
    "SensitiveDataRuleTriggered": ("POST", "Chasitor/SensitiveDataRuleTriggered"),
    "RichMessage": ("POST", "Chasitor/RichMessage"),
    "Settings": ("GET", "Visitor/Settings?" + VISITOR_QUERY),
    "Availability": ("GET", "Visitor/Availability?Availability.ids={button}&" + VISITOR_QUERY),
    "VisitorId": ("GET", "Visitor/VisitorId?" + VISITOR_QUERY),
    "Breadcrumb": ("POST", "Visitor/Breadcrumb"),
}
BODIES = {
    "MultiNoun": {"nouns": []},
    "ChasitorSneakPeek": {"position": 0, "text": "x"},
    "ChatMessage": {"text": "x"},
    "ChatEnd": {"reason": "client"},
    "CustomEvent": {"type": "t", "data": "d"},
    "IdleWarning": {"idleTimeoutWarningEvent": "triggered"},
    "SensitiveDataRuleTriggered": {"rules": [{"id": "0GO000000000001", "name": "r"}]},
    "RichMessage": {"actions": [{"type": "ChatWindowButton", "index": 0}]},
    "Breadcrumb": {"location": "https://shop.example/"},
}
NEEDS_KEY = ["Messages", "MultiNoun", "ReconnectSession", "ChasitorInit", "ChasitorResyncState",
             "ChasitorTyping", "ChasitorNotTyping", "ChasitorSneakPeek", "ChatMessage", "ChatEnd",
             "ChatCancel", "CustomEvent", "IdleWarning", "SensitiveDataRuleTriggered",
             "RichMessage"]
NEEDS_AFFINITY = [name for name in NEEDS_KEY
                  if name not in ("ReconnectSession", "SensitiveDataRuleTriggered")]


def ask(visitor, name, **headers):
    method, path = PATHS[name]
    path = path.format(**vars(visitor))
    body = BODIES.get(name, {}) if method == "POST" else None
    sequence = headers.pop("sequence", 2 if method == "POST" else None)
    return visitor.exchange(method, REST + path, visitor.headers(sequence, **headers), body)


@pytest.mark.parametrize("name", PATHS)
def test_1_4_every_resource_wants_the_version(lane, name):
    response = ask(lane.waiting(), name, version=None)
    assert response.status == 400, response


@pytest.mark.parametrize("name", NEEDS_KEY)
def test_1_4_session_resources_want_the_key(lane, name):
    response = ask(lane.waiting(), name, key=None)
    assert (response.status, response.text) == (403, GONE), response


@pytest.mark.parametrize("name", NEEDS_AFFINITY)
def test_1_4_session_resources_want_the_affinity_token(lane, name):
    response = ask(lane.waiting(), name, affinity=None)
    assert response.status == 403, response


@pytest.mark.parametrize("name", NEEDS_AFFINITY)
def test_1_5_a_wrong_affinity_token_asks_for_a_reconnect(lane, name):
    response = ask(lane.waiting(), name, affinity="00000000")
    assert response.status == 503, response


@pytest.mark.parametrize("name", ["SessionId", "Settings", "Availability", "VisitorId"])
def test_1_4_visitor_resources_need_no_session(lane, name):
    response = ask(lane.visitor(), name, key=None, affinity=None)
    assert response.status == 200, response


def test_1_4_a_breadcrumb_needs_no_session(lane):
    response = ask(lane.visitor(), "Breadcrumb", key=None, affinity=None, sequence=None)
    assert (response.status, response.text) == (200, "OK")


@pytest.mark.parametrize("version", ["", "abc", "28", "28.0", "-1", "4x"])
def test_1_5_a_version_that_is_none_or_below_29_is_400(lane, version):
    assert ask(lane.visitor(), "SessionId", version=version).status == 400


@pytest.mark.parametrize("version", ["29", "42", "43.0", "67", "68", "99"])
def test_1_5_versions_from_29_on_are_taken(lane, version):
    assert ask(lane.visitor(), "SessionId", version=version).status == 200


def test_1_5_an_unknown_key_is_403(lane):
    visitor = lane.visitor()
    start, end = visitor.key.rsplit("!", 1)
    forged = start + "!" + ("A" if end[0] != "A" else "B") + end[1:]
    for key in ("nonsense", "a!b!c", forged, "!!", visitor.id):
        response = ask(visitor, "Messages", key=key)
        assert (response.status, response.text) == (403, GONE), key


def test_1_5_a_key_with_another_sessions_id_is_403(lane):
    one, other = lane.visitor(), lane.visitor()
    mixed = other.id + one.key[len(one.id):]
    assert ask(one, "Messages", key=mixed).status == 403


def test_1_5_an_ended_session_is_403(lane):
    visitor = lane.waiting()
    assert visitor.delete().status == 200
    response = visitor.poll()
    assert (response.status, response.text) == (403, GONE)


def test_1_5_the_literal_null_is_a_wrong_token_inside_a_session(lane):
    visitor = lane.waiting()
    assert ask(visitor, "Messages", affinity="null").status == 503
    assert ask(visitor, "ChatMessage", affinity="null").status == 503


def test_1_5_a_missing_sequence_is_taken_and_does_not_count(lane):
    visitor = lane.chat()
    visitor.say("without", sequence=None)
    visitor.say("with the next number")
    assert lane.agent.texts(visitor.id) == ["without", "with the next number"]


@pytest.mark.parametrize("behind", [0, 1])
def test_1_5_a_sequence_again_is_acknowledged_and_not_executed(lane, behind):
    visitor = lane.chat()
    visitor.say("one")
    visitor.say("two")
    visitor.say("again", sequence=visitor.sequence - behind)
    visitor.say("three")
    assert lane.agent.texts(visitor.id) == ["one", "two", "three"]


@pytest.mark.parametrize("sequence", ["0", "-1", "abc", "1.5"])
def test_1_5_a_sequence_that_is_no_positive_integer_is_400(lane, sequence):
    assert ask(lane.chat(), "ChatMessage", sequence=sequence).status == 400


# The order of checks: 404, 405, 400 (version), 403, 503, 409, 400 (body), 500.


def test_order_404_before_405_and_400(lane):
    visitor = lane.visitor()
    response = visitor.exchange("DELETE", REST + "Chasitor/Nothing", [])
    assert response.status == 404


def test_order_405_before_400(lane):
    visitor = lane.visitor()
    assert visitor.exchange("GET", REST + "Chasitor/ChatMessage", []).status == 405


def test_order_400_for_the_version_before_403(lane):
    assert ask(lane.visitor(), "Messages", version="x", key="wrong").status == 400


def test_order_403_before_503(lane):
    assert ask(lane.visitor(), "Messages", key="wrong", affinity="00000000").status == 403


def test_order_503_before_409(literal_lane):
    visitor = literal_lane.chat()
    assert ask(visitor, "ChatMessage", affinity="00000000", sequence=77).status == 503


def test_order_409_before_400_for_the_body(literal_lane):
    visitor = literal_lane.chat()
    response = visitor.exchange("POST", REST + "Chasitor/ChatMessage",
                                visitor.headers(sequence=77), "{broken")
    assert response.status == 409


def test_order_400_for_the_body_before_500(literal_lane):
    visitor = literal_lane.waiting()
    response = visitor.exchange("POST", REST + "Chasitor/ChatMessage",
                                visitor.headers(sequence=2), "{broken")
    assert response.status == 400
