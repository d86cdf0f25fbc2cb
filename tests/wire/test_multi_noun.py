"""Several nouns in one POST (2.4)."""

import pytest

from support.visitor import REST


def said(lane, visitor):
    return lane.agent.texts(visitor.id)


def test_all_run_in_their_order(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    response = visitor.batch(
        ("Chasitor/ChasitorTyping", {}), ("Chasitor/ChatMessage", {"text": "one"}),
        ("Chasitor/ChatMessage", {"text": "two"}),
        ("Chasitor/CustomEvent", {"type": "t", "data": "d"}),
        ("Chasitor/ChatMessage", {"text": "three"}))
    assert (response.status, response.text) == (200, "OK")
    assert [stream.wait_for("chat.message")["text"] for _ in range(3)] == ["one", "two", "three"]
    types = [entry["type"] for entry in lane.agent.chat(visitor.id)["entries"]]
    wanted = ["VisitorMessage", "VisitorMessage", "VisitorCustomEvent", "VisitorMessage"]
    assert [kind for kind in types if kind.startswith("Visitor")] == wanted


def test_one_sequence_for_the_whole_batch(lane):
    visitor = lane.chat()
    nouns = [("Chasitor/ChatMessage", {"text": "one"}), ("Chasitor/ChatMessage", {"text": "two"})]
    assert visitor.batch(*nouns, sequence=2).text == "OK"
    assert visitor.batch(*nouns, sequence=2).text == "OK"
    visitor.say("three", sequence=3)
    assert said(lane, visitor) == ["one", "two", "three"]


@pytest.mark.parametrize("wrong", [
    ("Chasitor/Nothing", {}), ("Nothing/ChatMessage", {"text": "x"}), ("Chasitor/ChatMessage", {}),
    ("Chasitor/ChatMessage", {"text": 1}), ("Chasitor/ChatMessage", "{broken"),
    ("Chasitor/ChasitorIdleTimeoutWarningEvent", {"idleTimeoutWarningEvent": "neither"}),
], ids=["noun", "prefix", "no text", "number", "text in text", "event"])
def test_nothing_runs_when_one_is_wrong(lane, wrong):
    visitor = lane.chat()
    response = visitor.batch(("Chasitor/ChatMessage", {"text": "good"}), wrong, sequence=2)
    assert response.status == 400
    visitor.say("after", sequence=2)
    assert said(lane, visitor) == ["after"]


@pytest.mark.parametrize("body", ["{", {}, {"nouns": 3}, {"nouns": [3]}, {"nouns": [{}]}], ids=str)
def test_a_batch_that_is_none_is_400(lane, body):
    visitor = lane.chat()
    assert visitor.post("MultiNoun", body, prefix="System").status == 400


def test_an_empty_batch_does_nothing(lane):
    visitor = lane.chat()
    assert visitor.batch().text == "OK"


def test_the_request_for_a_chat_may_be_in_a_batch(lane):
    lane.agent.online()
    visitor = lane.visitor()
    response = visitor.batch(("Chasitor/ChasitorInit", visitor.init_body()),
                             ("Chasitor/ChatMessage", {"text": "hello"}))
    assert response.text == "OK"
    visitor.wait_for("ChatRequestSuccess")
    lane.agent.accept(visitor.id)
    assert said(lane, visitor) == ["hello"]


def test_members_that_nobody_knows_are_ignored(lane):
    visitor = lane.chat()
    body = {"extra": 1, "nouns": [{"prefix": "Chasitor", "noun": "ChatMessage", "new": True,
                                   "object": {"text": "x", "color": "red"}}]}
    response = visitor.exchange("POST", REST + "System/MultiNoun", visitor.headers(sequence=2),
                                body)
    assert response.text == "OK"
    assert said(lane, visitor) == ["x"]
