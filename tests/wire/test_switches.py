"""The settings whose defaults the specification recommends, turned the other way; and the gates
by version (section 8)."""

import pytest

from support.visitor import REST, decode


def test_default_a_gap_is_accepted(lane):
    visitor = lane.chat()
    visitor.say("far", sequence=100)
    assert lane.agent.texts(visitor.id) == ["far"]


def test_strict_a_409_does_not_execute_and_the_right_number_goes_on(literal_lane):
    visitor = literal_lane.chat()
    assert visitor.post("ChatMessage", {"text": "x"}, sequence=9).status == 409
    visitor.say("two", sequence=2)
    visitor.say("two", sequence=2)
    assert literal_lane.agent.texts(visitor.id) == ["two"]


def test_strict_a_missing_sequence_is_still_taken(literal_lane):
    visitor = literal_lane.chat()
    visitor.say("no number", sequence=None)
    visitor.say("two", sequence=2)
    assert literal_lane.agent.texts(visitor.id) == ["no number", "two"]


def test_strict_an_ack_ahead_is_409(literal_lane):
    visitor = literal_lane.chat()
    assert visitor.poll(ack=visitor.ack + 5).status == 409


def test_default_no_post_is_ignored(lane):
    lane.agent.online()
    lane.waiting(isPost=False)


def test_no_post_reject(literal_lane):
    literal_lane.agent.online()
    visitor = literal_lane.visitor()
    visitor.init(isPost=False)
    failure = visitor.wait_for("ChatRequestFail")
    assert failure["reason"] == "NoPost" and failure["attachedRecords"] == []


def test_default_bot_lines_are_taken_and_not_echoed(lane):
    visitor = lane.chat()
    response = visitor.batch(("ChatBot/ChatMessage", {"text": "I am a bot"}),
                             ("Chasitor/ChatMessage", {"text": "hello"}))
    assert (response.status, response.text) == (200, "OK")
    entries = lane.agent.chat(visitor.id)["entries"]
    said = [(entry["type"], entry["text"]) for entry in entries if entry["from"] != "system"]
    assert said == [("BotMessage", "I am a bot"), ("VisitorMessage", "hello")]
    lane.agent.say(visitor.id, "marker")
    visitor.wait_for("ChatMessage")
    assert visitor.texts() == ["marker"]


def test_bot_lines_rejected(literal_lane):
    visitor = literal_lane.chat()
    response = visitor.batch(("ChatBot/ChatMessage", {"text": "I am a bot"}),
                             ("Chasitor/ChatMessage", {"text": "hello"}))
    assert response.status == 400
    assert literal_lane.agent.texts(visitor.id) == []


def test_unknown_organization_unavailable(literal_lane):
    visitor = literal_lane.visitor()
    path = (REST + "Visitor/Availability?org_id=00D000000009999&deployment_id="
            f"{visitor.deployment}&Availability.ids={visitor.button}")
    (kind, message), = decode(visitor.exchange("GET", path))
    assert kind == "Availability"
    assert not any(result.get("isAvailable") for result in message["results"])


def test_accepted_status_202(talkative_lane):
    talkative_lane.agent.online()
    visitor = talkative_lane.visitor()
    response = visitor.post("ChasitorInit", visitor.init_body())
    assert (response.status, response.text) == (202, "OK")


def test_sensitive_data_rules_as_a_message_too(talkative_lane):
    talkative_lane.agent.online()
    visitor = talkative_lane.visitor()
    visitor.post("ChasitorInit", visitor.init_body())
    talkative_lane.agent.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    rules = [entry["message"] for entry in visitor.messages
             if entry["type"] == "SensitiveDataRules"]
    assert rules == [{"sensitiveDataRules": []}]


def test_async_results_when_wanted(talkative_lane):
    talkative_lane.agent.online()
    visitor = talkative_lane.visitor()
    visitor.post("ChasitorInit", visitor.init_body())
    visitor.wait_for("ChatRequestSuccess")
    talkative_lane.agent.accept(visitor.id)
    assert visitor.post("ChatMessage", {"text": "x"}).status == 202
    talkative_lane.agent.say(visitor.id, "marker")
    while "marker" not in visitor.texts():
        visitor.wait_for("ChatMessage")
    results = [entry["message"] for entry in visitor.messages if entry["type"] == "AsyncResult"]
    assert {"sequence": 2, "isSuccess": True} in results


# Gates by version.

def idle_warning(visitor, **headers):
    return visitor.post("ChasitorIdleTimeoutWarningEvent",
                        {"idleTimeoutWarningEvent": "triggered"}, **headers)


def test_gates_default_are_open(lane):
    visitor = lane.chat(version="29")
    assert idle_warning(visitor).text == "OK"
    assert visitor.reconnect().status == 200


def test_gates_default_everything_is_sent(lane):
    visitor = lane.chat("idle", version="29")
    messages = {entry["type"]: entry["message"] for entry in visitor.messages}
    assert "estimatedWaitTime" in messages["ChatRequestSuccess"]
    assert "chasitorIdleTimeout" in messages["ChatEstablished"]


@pytest.mark.parametrize("version,status", [("34", 404), ("35", 200)])
def test_gate_35_idle_warning(literal_lane, version, status):
    visitor = literal_lane.chat(version=version)
    assert idle_warning(visitor).status == status


@pytest.mark.parametrize("version,present", [("34", False), ("35", True)])
def test_gate_35_idle_timeout(literal_lane, version, present):
    visitor = literal_lane.chat("idle", version=version)
    established = visitor.messages[-1]["message"]
    assert ("chasitorIdleTimeout" in established) == present


@pytest.mark.parametrize("version,status", [("36", 404), ("37", 405)])
def test_gate_37_reconnect(literal_lane, version, status):
    # 405: the literal server allows it only when a reconnect is pending.
    assert literal_lane.chat(version=version).reconnect().status == status


@pytest.mark.parametrize("version", ["42", "43", "52"])
def test_gate_43_resync_goes_on_working(literal_lane, version):
    visitor = literal_lane.chat(version=version)
    response = visitor.exchange("GET", REST + "System/ResyncSession")
    assert response.status == 200 and response.json()["isValid"] is True


@pytest.mark.parametrize("version,present", [("46", False), ("47", True)])
def test_gate_47_estimated_wait_time(literal_lane, version, present):
    visitor = literal_lane.chat(version=version)
    success = visitor.messages[0]["message"]
    assert ("estimatedWaitTime" in success) == present
    path = (REST + f"Visitor/Availability?org_id={visitor.organization}&deployment_id="
            f"{visitor.deployment}&Availability.ids={visitor.button}"
            "&Availability.needEstimatedWaitTime=1")
    result, = decode(visitor.exchange("GET", path))[0][1]["results"]
    assert ("estimatedWaitTime" in result) == present


@pytest.mark.parametrize("version,expected", [("53", False), ("54", None)])
def test_gate_54_is_available(lane, version, expected):
    visitor = lane.visitor(version=version)
    path = (REST + f"Visitor/Availability?org_id={visitor.organization}&deployment_id="
            f"{visitor.deployment}&Availability.ids={visitor.button}")
    result, = decode(visitor.exchange("GET", path))[0][1]["results"]
    assert result.get("isAvailable") is expected
