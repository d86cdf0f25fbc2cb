"""A chat from the visitor's side: the shapes of messages (3), and what posts do (2)."""

import pytest

from support.visitor import decode


def only(visitor, kind):
    return [entry["message"] for entry in visitor.messages if entry["type"] == kind]


# What the visitor receives.

def test_chat_established(lane):
    visitor = lane.chat()
    message, = only(visitor, "ChatEstablished")
    assert message["name"] == lane.agent.name
    assert message["userId"] == lane.agent.id
    assert message["sneakPeekEnabled"] is True
    assert message["items"] == []
    assert message["chasitorIdleTimeout"] == {"isEnabled": False}


def test_chat_established_with_an_idle_timeout(lane):
    message, = only(lane.chat("idle"), "ChatEstablished")
    assert message["chasitorIdleTimeout"] == {
        "isEnabled": True, "warningTime": 90, "timeout": 120}


def test_the_buttons_custom_name_and_greeting(lane):
    visitor = lane.chat("named")
    message, = only(visitor, "ChatEstablished")
    assert message["name"] == "The Desk"
    greeting = visitor.wait_for("ChatMessage")
    assert (greeting["name"], greeting["text"]) == ("The Desk", "Welcome!")


def test_chat_message(lane):
    visitor = lane.chat()
    lane.agent.say(visitor.id, 'Let me check: "ä€😀" \\ <b>')
    assert visitor.wait_for("ChatMessage") == {
        "text": 'Let me check: "ä€😀" \\ <b>', "name": lane.agent.name,
        "schedule": {"responseDelayMilliseconds": 0}, "agentId": lane.agent.id}


def test_agent_typing_and_not_typing(lane):
    visitor = lane.chat()
    lane.agent.typing(visitor.id, True)
    lane.agent.typing(visitor.id, False)
    typing, not_typing = visitor.wait_for("AgentTyping"), visitor.wait_for("AgentNotTyping")
    assert typing == not_typing and set(typing) == {"name", "agentId"}
    assert typing["name"] == lane.agent.name


def test_custom_event_from_the_agent(lane):
    visitor = lane.chat()
    lane.agent.send_event(visitor.id, "ShowForm", '{"form":"address"}')
    assert visitor.wait_for("CustomEvent") == {"type": "ShowForm", "data": '{"form":"address"}'}


def test_chat_ended_by_the_agent(lane):
    visitor = lane.chat()
    lane.agent.end(visitor.id)
    assert visitor.wait_for("ChatEnded") == {"reason": "agent", "attachedRecords": []}


def test_chat_request_fail(lane):
    visitor = lane.visitor("pages")
    visitor.init()
    assert visitor.wait_for("ChatRequestFail") == {
        "reason": "Unavailable", "postChatUrl": "https://shop.example/survey",
        "attachedRecords": []}


def test_the_post_chat_page_is_told(lane):
    lane.agent.online()
    visitor = lane.visitor("pages")
    visitor.init()
    assert visitor.wait_for("ChatRequestSuccess")["postChatUrl"] == "https://shop.example/survey"


@pytest.mark.parametrize("field,value", [
    ("organizationId", "00D000000009999"), ("deploymentId", "572000000009999"),
    ("buttonId", "573000000009999"), ("organizationId", "nonsense"), ("buttonId", "nonsense")])
def test_an_unknown_place_fails_the_request_by_a_message(lane, field, value):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init(**{field: value})
    assert decode(visitor.poll())[0][0] == "ChatRequestFail"


def test_a_session_id_that_is_not_the_keys_is_400(lane):
    one, other = lane.visitor(), lane.visitor()
    assert one.post("ChasitorInit", one.init_body(sessionId=other.id)).status == 400


def test_a_second_request_in_a_session_is_400_unless_repeated(lane):
    lane.agent.online()
    visitor = lane.waiting()
    assert visitor.post("ChasitorInit", visitor.init_body(), sequence=1).text == "OK"
    assert visitor.post("ChasitorInit", visitor.init_body(), sequence=2).status == 400
    lane.agent.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    assert visitor.types().count("ChatRequestSuccess") == 1


# What the visitor posts.

def test_sneak_peek_and_typing_reach_the_agent(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    visitor.post("ChasitorTyping", {})
    assert stream.wait_for("chat.typing", isTyping=True)["chatKey"] == visitor.id
    visitor.post("ChasitorSneakPeek", {"position": 0, "text": "My par"})
    stream.wait_for("chat.typing", sneakPeek="My par")
    visitor.post("ChasitorSneakPeek", {"position": 0, "text": "My parcel"})
    stream.wait_for("chat.typing", sneakPeek="My parcel")
    visitor.post("ChasitorNotTyping", {})
    stream.wait_for("chat.typing", isTyping=False)


def test_custom_event_from_the_visitor(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    assert visitor.post("CustomEvent", {"type": "Cart", "data": "3 items"}).text == "OK"
    entry = stream.wait_for("chat.event", chatKey=visitor.id)["entry"]
    assert (entry["type"], entry["eventType"], entry["text"]) == (
        "VisitorCustomEvent", "Cart", "3 items")


@pytest.mark.parametrize("event,status", [("triggered", 200), ("cleared", 200), ("other", 400)])
def test_idle_warning(lane, event, status):
    visitor = lane.chat("idle")
    response = visitor.post("ChasitorIdleTimeoutWarningEvent", {"idleTimeoutWarningEvent": event})
    assert response.status == status


def test_the_visitors_own_idle_timeout(lane):
    visitor = lane.chat("idle")
    assert visitor.end({"reason": "clientIdleTimeout"}).text == "OK"
    assert visitor.wait_for("ChatEnded")["reason"] == "clientIdleTimeout"


@pytest.mark.parametrize("prefix", ["Chasitor"])
def test_sensitive_data_rule_triggered(lane, prefix):
    visitor = lane.chat()
    body = {"rules": [{"id": "0GO000000000001", "name": "Mask-Card"}]}
    assert visitor.post("SensitiveDataRuleTriggered", body, prefix=prefix).text == "OK"


@pytest.mark.parametrize("action", [
    {"type": "ChatWindowMenu", "index": 0}, {"type": "ChatWindowButton", "index": 2},
    {"type": "ChatWindowFooterMenu", "index": 1, "dialogId": "d"}], ids=lambda a: a["type"])
def test_rich_message(lane, action):
    assert lane.chat().post("RichMessage", {"actions": [action]}).text == "OK"


def test_messages_are_not_echoed(lane):
    visitor = lane.chat()
    visitor.say("mine")
    lane.agent.say(visitor.id, "yours")
    visitor.wait_for("ChatMessage")
    assert visitor.texts() == ["yours"]


def test_messages_back_to_back_are_all_kept(lane):
    visitor = lane.chat()
    texts = [f"line {number}" for number in range(50)]
    for text in texts:
        visitor.say(text)
    assert lane.agent.texts(visitor.id) == texts


@pytest.mark.parametrize("text", [
    "ä€😀", 'quote " and \\ back', "tab\tline\nend", "x" * 16384, "</script>",
], ids=["unicode", "quote", "control", "long", "markup"])
def test_a_text_arrives_as_it_was(lane, text):
    visitor = lane.chat()
    visitor.say(text)
    assert lane.agent.texts(visitor.id) == [text]


def test_a_text_that_is_too_long_is_400(lane):
    visitor = lane.chat()
    response = visitor.post("ChatMessage", {"text": "x" * 16385}, sequence=2)
    assert response.status == 400
    visitor.say("short", sequence=2)
    assert lane.agent.texts(visitor.id) == ["short"]


def test_the_end_reaches_both_sides(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    assert visitor.end().text == "OK"
    ended = stream.wait_for("chat.ended", chatKey=visitor.id)
    assert (ended["reason"], ended["endedBy"]) == ("client", "Visitor")
    assert visitor.wait_for("ChatEnded")["reason"] == "client"


def test_chats_do_not_mix(lane):
    lane.agent.online()
    one, two = lane.waiting(), lane.waiting()
    for visitor in (one, two):
        lane.agent.accept(visitor.id)
    lane.agent.say(one.id, "for one")
    lane.agent.say(two.id, "for two")
    one.say("from one")
    two.say("from two")
    one.wait_for("ChatMessage")
    two.wait_for("ChatMessage")
    assert (one.texts(), two.texts()) == (["for one"], ["for two"])
    assert lane.agent.texts(one.id) == ["for one", "from one"]
    assert lane.agent.texts(two.id) == ["for two", "from two"]
