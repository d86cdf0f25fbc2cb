"""Appendix A: what real clients do, one test per line of the list, in its order."""

import json

import pytest

from support.visitor import REST, decode


def test_A01_header_names_in_lower_case(lane):
    visitor = lane.waiting()
    headers = [(name.lower(), value) for name, value in visitor.headers()]
    assert visitor.poll(ack=-1, headers=headers).status == 200


def test_A02_affinity_null_on_visitor_calls(lane):
    visitor = lane.visitor()
    path = (f"{REST}Visitor/Availability?org_id={visitor.organization}"
            f"&deployment_id={visitor.deployment}&Availability.ids={visitor.button}")
    assert visitor.exchange("GET", path, visitor.headers(affinity="null", key=None)).status == 200


def test_A03_polls_without_ack(lane):
    visitor = lane.chat()
    for text in ("one", "two", "three"):
        lane.agent.say(visitor.id, text)
        assert [message["text"] for _, message in decode(visitor.poll(ack=None))] == [text]


def test_A04_polls_with_ack_and_pc(lane):
    visitor = lane.chat()
    for count, text in enumerate(("one", "two")):
        lane.agent.say(visitor.id, text)
        response = visitor.poll(extra=f"pc={count}")
        assert [message["text"] for _, message in decode(response)] == [text]


def test_A05_no_sequence_at_all(lane):
    visitor = lane.visitor()
    lane.agent.online()
    assert visitor.post("ChasitorInit", visitor.init_body(), sequence=None).text == "OK"
    visitor.wait_for("ChatRequestSuccess")
    lane.agent.accept(visitor.id)
    for text in ("one", "two"):
        visitor.say(text, sequence=None)
    assert lane.agent.texts(visitor.id) == ["one", "two"]
    assert visitor.post("ChatEnd", {"reason": "client"}, sequence=None).text == "OK"


def test_A06_a_post_is_retried_under_the_same_sequence(lane):
    visitor = lane.chat()
    for _ in range(3):
        visitor.say("once", sequence=2)
    assert lane.agent.texts(visitor.id) == ["once"]


def test_A07_polls_before_chasitor_init(lane):
    visitor = lane.visitor()
    lane.agent.online()
    pending = visitor.start_poll()
    assert not pending.answered()
    visitor.init()
    assert decode(pending.finish())[0][0] == "ChatRequestSuccess"


def test_A08_a_poll_and_a_post_at_the_same_time(lane):
    visitor = lane.chat()
    pending = visitor.start_poll()
    visitor.say("while a poll is held")
    assert not pending.answered()
    lane.agent.say(visitor.id, "and the answer")
    assert decode(pending.finish())[0][1]["text"] == "and the answer"


@pytest.mark.parametrize("body", [
    {"reason": "client"},
    {"type": "ChatEndReason", "reason": "client"},
    {"ChatEndReason": {"reason": "client"}},
    {},
], ids=["reason", "typed", "nested", "empty"])
def test_A09_four_shapes_of_chat_end(lane, body):
    visitor = lane.chat()
    assert visitor.end(body).text == "OK"
    assert visitor.wait_for("ChatEnded")["reason"] == "client"


@pytest.mark.parametrize("content_type", [None, "text/plain;charset=UTF-8", "application/json",
                                          "application/json; charset=utf-8"])
def test_A10_json_whatever_the_content_type(lane, content_type):
    visitor = lane.chat()
    headers = visitor.headers(sequence=2)
    if content_type:
        headers.append(("Content-Type", content_type))
    response = visitor.exchange("POST", REST + "Chasitor/ChatMessage", headers, {"text": "Grüße"})
    assert (response.status, response.text) == (200, "OK")
    assert lane.agent.texts(visitor.id) == ["Grüße"]


def test_A11_unescaped_brackets_in_availability_ids(lane):
    visitor = lane.visitor()
    other = lane.button_of("choice")
    path = (f"{REST}Visitor/Availability?org_id={visitor.organization}&deployment_id="
            f"{visitor.deployment}&Availability.ids=[{visitor.button},{other}]")
    results = decode(visitor.exchange("GET", path))[0][1]["results"]
    assert [result["id"] for result in results] == [visitor.button, other]


def test_A12_the_session_key_raw_in_the_path(lane):
    visitor = lane.visitor()
    assert visitor.delete(visitor.key).status == 200


@pytest.mark.parametrize("flag,updates", [("true", True), ("false", False)])
def test_A13_booleans_as_strings(single_lane, flag, updates):
    first = single_lane.chat()
    visitor = single_lane.waiting(receiveQueueUpdates=flag, isPost="true")
    single_lane.agent.end(first.id)
    single_lane.agent.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    assert ("QueueUpdate" in visitor.types()) == updates


@pytest.mark.parametrize("detail,entity", [
    ("entityMaps", "entityFieldsMaps"), ("entityFieldMaps", "entityFieldsMap"),
    ("entityMaps", "entityFieldMaps"),
])
def test_A14_spellings_of_the_entity_maps(lane, detail, entity):
    lane.agent.online()
    visitor = lane.waiting(
        prechatDetails=[{"label": "E-mail", "value": "jo@example.org", "transcriptFields": [],
                         "displayToAgent": True,
                         detail: [{"entityName": "Contact", "fieldName": "Email"}]}],
        prechatEntities=[{"entityName": "Contact", entity: [
            {"fieldName": "Email", "label": "E-mail", "doFind": True, "isExactMatch": True,
             "doCreate": True}]}])
    details = lane.agent.chat(visitor.id)["customDetails"]
    assert [(entry["entityName"], entry["fieldName"]) for entry in details[0]["entityMaps"]] == [
        ("Contact", "Email")]


@pytest.mark.parametrize("member", ["object", "data"])
def test_A15_object_or_data_in_a_noun_wrapper(lane, member):
    visitor = lane.chat()
    response = visitor.batch(("Chasitor/ChatMessage", {"text": "wrapped"}), member=member)
    assert (response.status, response.text) == (200, "OK")
    assert lane.agent.texts(visitor.id) == ["wrapped"]


def test_A15_data_may_be_json_in_a_string(lane):
    visitor = lane.chat()
    response = visitor.batch(
        ("Chasitor/ChatMessage", json.dumps({"text": "as a string"})), member="data")
    assert response.status == 200
    assert lane.agent.texts(visitor.id) == ["as a string"]


@pytest.mark.parametrize("missing", ["prechatDetails", "prechatEntities", "buttonOverrides"])
@pytest.mark.parametrize("null", [True, False], ids=["null", "absent"])
def test_A16_missing_arrays(lane, missing, null):
    lane.agent.online()
    visitor = lane.visitor()
    body = visitor.init_body()
    body.pop(missing, None)
    if null:
        body[missing] = None
    assert visitor.post("ChasitorInit", body).text == "OK"
    visitor.wait_for("ChatRequestSuccess")


def test_A17_posts_are_answered_200(lane):
    visitor = lane.chat()
    for noun, body in [("ChasitorTyping", {}), ("ChasitorNotTyping", None),
                       ("ChasitorSneakPeek", {"position": 0, "text": "x"}),
                       ("ChatMessage", {"text": "x"}), ("CustomEvent", {"type": "t", "data": "d"}),
                       ("ChatEnd", {"reason": "client"})]:
        response = visitor.post(noun, body)
        assert (response.status, response.text) == (200, "OK"), noun


def test_A18_chat_request_success_comes_alone(lane):
    visitor = lane.visitor()
    lane.agent.online()
    visitor.init()
    assert [kind for kind, _ in decode(visitor.poll())] == ["ChatRequestSuccess"]


def test_A19_403_only_when_it_is_over_409_for_a_superseded_poll(lane):
    visitor = lane.chat()
    first = visitor.start_poll()
    second = visitor.start_poll()
    assert first.finish().status == 409
    lane.agent.end(visitor.id)
    assert decode(second.finish())[-1][0] == "ChatEnded"
    assert visitor.poll().status == 403
