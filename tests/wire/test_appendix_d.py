"""Appendix D: what clients were seen to need when run, one test per line, in its numbering."""

import pathlib

import pytest

from support.files import SUCCESS, FileChat
from support.forms import field_part, file_part, png
from support.organization import ORIGIN
from support.visitor import REST, decode


# Headers.

def test_D01_any_case_of_header_names(lane):
    visitor = lane.waiting()
    headers = [("x-LiveAgent-api-VERSION", "59"), ("X-liveagent-Affinity", visitor.affinity),
               ("x-LIVEAGENT-session-key", visitor.key)]
    assert visitor.poll(ack=-1, headers=headers).status == 200


@pytest.mark.parametrize("order", ["old first", "new first"])
def test_D01_two_affinity_headers(lane, order):
    visitor = lane.chat()
    tokens = [("X-LIVEAGENT-AFFINITY", visitor.affinity)]
    visitor.reconnect()
    tokens.append(("X-LIVEAGENT-AFFINITY", visitor.affinity))
    if order == "new first":
        tokens.reverse()
    headers = visitor.headers(affinity=None) + tokens
    assert visitor.poll(ack=-1, headers=headers).status == 200


@pytest.mark.parametrize("affinity", ["null", "", None, "98c41fa0"])
@pytest.mark.parametrize("path", [
    "System/SessionId", "Visitor/Availability?{q}&Availability.ids={button}",
    "Visitor/Settings?{q}", "Visitor/VisitorId?{q}"])
def test_D02_affinity_where_it_does_not_matter(lane, path, affinity):
    visitor = lane.visitor()
    query = f"org_id={visitor.organization}&deployment_id={visitor.deployment}"
    path = REST + path.format(q=query, button=visitor.button)
    headers = visitor.headers(affinity=affinity, key=None)
    assert visitor.exchange("GET", path, headers).status == 200


def test_D03_sequence_on_chasitor_init_only(lane):
    lane.agent.online()
    visitor = lane.waiting()
    lane.agent.accept(visitor.id)
    visitor.say("one", sequence=None)
    visitor.say("two", sequence=None)
    assert lane.agent.texts(visitor.id) == ["one", "two"]


def test_D03_sequence_on_get_and_delete_is_ignored(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "hello")
    assert visitor.poll(headers=visitor.headers(sequence=1)).status == 200
    visitor.say("two", sequence=2)
    assert visitor.delete(headers=visitor.headers(sequence=1)).text == "OK"


def test_D04_delete_without_the_key_header(lane):
    visitor = lane.chat()
    assert visitor.delete(headers=visitor.headers(key=None)).text == "OK"
    assert visitor.poll().status == 403


@pytest.mark.parametrize("extra", [
    [], [("Content-Type", "text/plain;charset=UTF-8")], [("Content-Type", "application/json")],
    [("Accept", "content/json")], [("Accept", "application/xml")]], ids=str)
def test_D05_content_type_and_accept(lane, extra):
    visitor = lane.waiting()
    assert visitor.poll(ack=-1, headers=visitor.headers() + extra).status == 200


def test_D06_preflight_with_credentials(lane):
    visitor = lane.visitor()
    response = visitor.exchange("OPTIONS", REST + "Chasitor/ChatMessage", [
        ("Origin", ORIGIN), ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers",
         "x-liveagent-affinity,x-liveagent-api-version,x-liveagent-session-key,"
         "x-liveagent-sequence,content-type,x-unrelated")])
    assert response.status in (200, 204)
    assert response.header("Access-Control-Allow-Origin") == ORIGIN
    assert response.header("Access-Control-Allow-Credentials") == "true"
    allowed = response.header("Access-Control-Allow-Headers").lower()
    assert "*" not in allowed
    for name in ("api-version", "affinity", "session-key", "sequence"):
        assert "x-liveagent-" + name in allowed


def test_D07_cookies_are_ignored(lane):
    visitor = lane.waiting()
    cookie = ("Cookie", "liveagent_sid=1; rejoinder_agent=nonsense; a=b")
    assert visitor.poll(ack=-1, headers=visitor.headers() + [cookie]).status == 200


# Requests.

def test_D08_get_with_a_body(lane):
    visitor = lane.visitor()
    headers = visitor.headers(affinity="null", key=None)
    response = visitor.exchange("GET", REST + "System/SessionId", headers, "body")
    assert response.status == 200
    # The body must not be taken for the next request on the connection.
    assert visitor.exchange("GET", REST + "System/SessionId", headers).status == 200


def test_D08_reconnect_session_by_post(lane):
    visitor = lane.chat()
    assert visitor.reconnect(method="POST").status == 200
    assert decode(visitor.poll(ack=-1))[0][0] == "ChasitorSessionData"


@pytest.mark.parametrize("client", ["chasitor", "snapins", "lightning"])
def test_D09_client_type_on_session_id(lane, client):
    visitor = lane.visitor()
    path = REST + "System/SessionId?SessionId.ClientType=" + client
    response = visitor.exchange("GET", path, visitor.headers(affinity="null", key=None))
    assert response.status == 200 and set(response.json()) == {
        "id", "key", "affinityToken", "clientPollTimeout"}


@pytest.mark.parametrize("noun", ["ChasitorTyping", "ChasitorNotTyping"])
@pytest.mark.parametrize("body", [None, "", {}], ids=["none", "empty", "object"])
def test_D10_typing_bodies(lane, noun, body):
    visitor = lane.chat()
    assert visitor.post(noun, body).text == "OK"


def test_D10_chat_cancel_leaves_before_chat_established(lane):
    stream = lane.agent.online().stream()
    visitor = lane.waiting()
    assert stream.wait_for("chat.requested")["chatKey"] == visitor.id
    assert visitor.post("ChatCancel", {}).text == "OK"
    assert visitor.wait_for("ChatEnded")["reason"] == "client"
    assert stream.wait_for("chat.revoked")["chatKey"] == visitor.id
    assert lane.agent.chats() == []


@pytest.mark.parametrize("fields", [
    {"sessionId": None}, {"visitorName": None}, {"visitorName": ""}, {"trackingId": "abc"},
    {"visitorInfo": {"visitCount": 3, "originalReferrer": "https://search.example/",
                     "pages": [{"location": "https://shop.example/", "time": 1700000000000}]}},
    {"isPost": "true", "receiveQueueUpdates": "false"},
    {"somethingNew": {"nested": [1, 2, None]}}, {"agentId": ""}, {"agentId": None},
], ids=lambda fields: next(iter(fields)))
def test_D11_shapes_of_chasitor_init(lane, fields):
    lane.agent.online()
    lane.waiting(**fields)


def test_D11_chasitor_init_without_the_optional_members(lane):
    lane.agent.online()
    visitor = lane.visitor()
    body = {"organizationId": visitor.organization, "deploymentId": visitor.deployment,
            "buttonId": visitor.button}
    assert visitor.post("ChasitorInit", body).text == "OK"
    visitor.wait_for("ChatRequestSuccess")


@pytest.mark.parametrize("detail,value", [
    ({"value": "text"}, "text"), ({"value": True}, "true"), ({"value": 12}, "12"),
    ({"value": None}, ""), ({"value": ""}, ""), ({"value": "x", "transcriptFields": []}, "x"),
    ({"value": "x", "transcriptFields": [""]}, "x"),
    ({"value": "x", "displayToAgent": "true"}, "x"),
    ({"value": "x", "entityMaps": []}, "x"), ({"value": "x", "entityFieldMaps": []}, "x"),
], ids=str)
def test_D12_shapes_of_prechat_details(lane, detail, value):
    lane.agent.online()
    visitor = lane.waiting(prechatDetails=[{"label": "L", **detail}])
    details = lane.agent.chat(visitor.id)["customDetails"]
    assert [(entry["label"], entry["value"]) for entry in details] == [("L", value)]


def test_D13_a_poll_before_chasitor_init_is_held(hasty_lane):
    visitor = hasty_lane.visitor()
    assert visitor.poll().status == 204
    assert visitor.poll().status == 204


def test_D14_a_message_straight_after_chasitor_init(lane):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init()
    visitor.say("one")
    visitor.say("two")
    visitor.wait_for("ChatRequestSuccess")
    details = lane.agent.accept(visitor.id)
    said = [entry["text"] for entry in details["entries"] if entry["type"] == "VisitorMessage"]
    assert said == ["one", "two"]


def test_D15_several_posts_in_flight(lane):
    visitor = lane.chat()
    connections = [lane.server.connect() for _ in range(5)]
    for number, connection in enumerate(connections):
        connection.send("POST", REST + "Chasitor/ChatMessage",
                        visitor.headers(), {"text": f"text {number}"})
    for connection in connections:
        assert connection.read().text == "OK"
        connection.close()
    assert sorted(lane.agent.texts(visitor.id)) == [f"text {number}" for number in range(5)]


# Sequence and ack.

def test_D16_success_is_two_letters(lane):
    visitor = lane.chat()
    response = visitor.post("ChatMessage", {"text": "x"})
    assert (response.status, response.body) == (200, b"OK")
    assert response.header("Content-Type").startswith("text/plain")


def test_D17_a_jump_forward_is_accepted(lane):
    visitor = lane.chat()
    visitor.say("four", sequence=4)
    visitor.say("four again", sequence=4)
    visitor.say("lower", sequence=3)
    visitor.say("nine", sequence=9)
    assert lane.agent.texts(visitor.id) == ["four", "nine"]


def test_D17_the_text_of_the_409_to_the_letter(literal_lane):
    visitor = literal_lane.chat()
    visitor.say("two")
    visitor.say("three")
    response = visitor.post("ChatMessage", {"text": "x"}, sequence=5)
    assert (response.status, response.body) == (409, b"Out of sync Ack. Expected 5. Actual 3")


def test_D18_a_lagging_ack_gets_the_messages_again(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, "one")
    before = visitor.ack
    visitor.poll()
    lane.agent.say(visitor.id, "two")
    texts = [message["text"] for _, message in decode(visitor.poll(ack=before))]
    assert texts == ["one", "two"]


@pytest.mark.parametrize("version", ["43", "59"])
def test_D18_an_ack_ahead_counts_as_received(lane, version):
    visitor = lane.chat(version=version)
    lane.agent.say(visitor.id, "seen")
    visitor.poll()
    lane.agent.say(visitor.id, "never sent")
    texts = [message["text"] for _, message in decode(visitor.poll(ack=99))]
    assert texts == ["never sent"], "what was sent counts as received, what was not is not lost"


def test_D19_ack_plus_messages_is_sequence(lane):
    visitor = lane.chat()
    for count in range(1, 4):
        for _ in range(count):
            lane.agent.say(visitor.id, "x")
        before = visitor.ack
        reply = visitor.poll().json()
        assert before + len(reply["messages"]) == reply["sequence"]


# Timing and replies.

@pytest.mark.parametrize("online", [True, False], ids=["success", "fail"])
def test_D20_the_outcome_is_ready_for_the_first_poll(lane, online):
    if online:
        lane.agent.online()
    visitor = lane.visitor()
    visitor.init()
    kinds = [kind for kind, _ in decode(visitor.poll())]
    assert kinds[0] == ("ChatRequestSuccess" if online else "ChatRequestFail")


def test_D21_204_has_no_body_and_no_content_type(hasty_lane):
    response = hasty_lane.chat().poll()
    assert response.status == 204 and response.body == b""
    assert response.header("Content-Type") is None


def test_D22_a_chat_that_goes_well_sees_200_only(lane):
    visitor = lane.chat()
    for noun, body in [("ChasitorTyping", {}), ("ChatMessage", {"text": "x"}),
                       ("ChatMessage", {"text": "x"}), ("ChatEnd", {})]:
        assert visitor.post(noun, body).status == 200
    assert visitor.poll().status == 200
    assert visitor.poll().status == 403


def test_D23_properties_that_are_always_there(lane):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init()
    assert visitor.wait_for("ChatRequestSuccess")["sensitiveDataRules"] == []
    lane.agent.accept(visitor.id)
    established = visitor.wait_for("ChatEstablished")
    assert established["userId"].startswith("005") and established["name"] == lane.agent.name
    lane.agent.typing(visitor.id, True)
    lane.agent.say(visitor.id, "x")
    for kind in ("AgentTyping", "ChatMessage"):
        message = visitor.wait_for(kind)
        assert message["name"] == lane.agent.name and message["agentId"]


def test_D24_reconnect_says_the_token_twice(lane):
    visitor = lane.waiting()
    entry, = visitor.reconnect().json()["messages"]
    assert entry["type"] == "ReconnectSession"
    assert entry["affinityToken"] == entry["message"]["affinityToken"] == visitor.affinity


def test_D25_no_async_result_for_visitors(lane):
    visitor = lane.chat()
    visitor.say("x")
    visitor.post("ChatMessage", {"no text": True})
    visitor.end()
    visitor.wait_for("ChatEnded")
    assert "AsyncResult" not in visitor.types()


def test_D26_jsonp_errors_are_scripts(lane):
    visitor = lane.visitor()
    path = (REST + "Visitor/Availability.jsonp?callback=liveagent._.handle&org_id=nonsense"
            "&deployment_id=nonsense&Availability.ids=nonsense&version=nonsense")
    response = visitor.exchange("GET", path, [])
    assert response.status == 200
    assert response.header("Content-Type").startswith("text/javascript")
    assert response.text.startswith("liveagent._.handle(")


def test_D27_file_upload(lane):
    chat = FileChat(lane)
    token = chat.ask()["fileToken"]
    # Everything in the form, nothing in the query, and a field of the client's own.
    fields = {"orgId": lane.organization, "chatKey": chat.key, "fileToken": token,
              "encoding": "UTF-8", "filename": "a.png"}
    parts = [field_part(name, value) for name, value in fields.items()]
    assert chat.upload(token, *parts, file_part(png()), query="") == SUCCESS


def test_D28_a_rich_message_may_carry_the_label(lane):
    visitor = lane.chat()
    action = {"type": "ChatWindowButton", "index": 2, "value": "Returns"}
    assert visitor.post("RichMessage", {"actions": [action]}).text == "OK"


def test_D28_chat_resumed_after_transfer_is_described():
    page = pathlib.Path(__file__).parents[2] / "docs" / "protocol.md"
    if not page.exists():
        pytest.skip("docs/protocol.md is not there")
    text = page.read_text()
    assert "ChatResumedAfterTransfer" in text and "isTransferFailure" in text
