"""Sensitive data, blocked visitors and visitors' records, over real sockets."""

import contextlib
import itertools
import sqlite3

import pytest

from support.world import World

CARD = "1234567812345678"
_people = itertools.count(1)


def with_rules(server, *rules):
    """Puts sensitive data rules (pattern, replacement, enforce_on) into the store of a server."""
    with contextlib.closing(sqlite3.connect(server.data / "rejoinder.db")) as store, store:
        for number, (pattern, replacement, enforce_on) in enumerate(rules, 1):
            store.execute(
                "INSERT INTO sensitive_data_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (f"0GO{number:012d}", server.organization.id, f"Rule {number}", "Replace", pattern,
                 replacement, number, 1, enforce_on))
    return server


@pytest.fixture(scope="module")
def rules_world(start_server):
    server = with_rules(start_server(start=False), (r"\d{12}(\d{4})", "****$1", 7),
                        ("/top secret/i", "[removed]", 1), ("(?=broken)", "", 7))
    world = World(server.start())
    yield world
    world.close()


@pytest.fixture
def rules_lane(rules_world):
    lane = rules_world.lane()
    yield lane
    lane.clear()


@pytest.fixture
def own_lane(own_server):
    world = World(own_server())
    lane = world.lane()
    yield lane
    lane.clear()
    world.close()


def pre_chat(**more):
    """Details nobody else has: for a contact that is found or made, and a case that is made."""
    email = f"sam{next(_people)}@example.org"
    return {"prechatDetails": [
        {"label": "E-mail", "value": email, "transcriptFields": []},
        {"label": "Subject", "value": "Parcel", "transcriptFields": []}],
        "prechatEntities": [
            {"entityName": "Contact", "saveToTranscript": "ContactId", "showOnCreate": True,
             "linkToEntityName": "Case", "linkToEntityField": "ContactId", "entityFieldsMaps": [
                 {"fieldName": "Email", "label": "E-mail", "doFind": True, "isExactMatch": True,
                  "doCreate": True}]},
            {"entityName": "Case", "entityFieldsMaps": [
                {"fieldName": "Subject", "label": "Subject", "doFind": False,
                 "isExactMatch": False, "doCreate": True}]}], **more}


# Sensitive data.

def test_a_visitor_s_client_is_told_the_rules_for_visitors(rules_lane):
    rules_lane.agent.online()
    visitor = rules_lane.visitor()
    visitor.init()
    assert visitor.wait_for("ChatRequestSuccess")["sensitiveDataRules"] == [
        {"id": "0GO000000000001", "name": "Rule 1", "pattern": r"\d{12}(\d{4})",
         "replacement": "****$1", "actionType": "Replace"}]


def test_sensitive_data_of_either_side_is_seen_by_nobody(rules_lane):
    visitor = rules_lane.chat(prechatDetails=[
        {"label": "Card", "value": CARD, "transcriptFields": []}])
    stream = rules_lane.agent.stream()
    visitor.post("ChasitorSneakPeek", {"position": 0, "text": f"card {CARD}"})
    assert stream.wait_for("chat.typing")["sneakPeek"] == "card ****5678"
    visitor.say(f"top secret: {CARD}!")
    assert stream.wait_for("chat.message")["text"] == "top secret: ****5678!"
    rules_lane.agent.say(visitor.id, f"Top Secret, {CARD}")
    assert visitor.wait_for("ChatMessage")["text"] == "[removed], ****5678"

    details = rules_lane.agent.chat(visitor.id)
    assert CARD not in str(details)
    assert details["customDetails"][0]["value"] == "****5678"
    reports = [(entry["type"], entry["text"]) for entry in details["entries"]
               if entry["type"].startswith("SensitiveData")]
    first = '{"id":"0GO000000000001","name":"Rule 1"}'
    second = '{"id":"0GO000000000002","name":"Rule 2"}'
    assert reports == [("SensitiveDataVisitor", f"[{first}]"),  # the details
                       ("SensitiveDataVisitor", f"[{first}]"),  # the message
                       ("SensitiveDataAgent", f"[{first},{second}]")]


# Blocking.

def test_an_agent_blocks_a_visitor(own_lane):
    visitor = own_lane.chat()
    response = own_lane.agent.post(visitor.id, "block", {"description": "Spam"})
    assert response.status == 201, response
    rule = response.json()
    assert (rule["fromAddress"], rule["ownerType"], rule["agent"], rule["description"]) == (
        "127.0.0.1", "Agent", own_lane.agent.id, "Spam")
    assert rule["id"].startswith("0BR")
    assert visitor.wait_for("ChatEnded")["reason"] == "agent"

    again = own_lane.visitor()
    again.init()
    assert again.wait_for("ChatRequestFail")["reason"] == "Blocked"
    assert again.poll().status == 403


def test_blocking_needs_no_body(own_lane):
    visitor = own_lane.chat()
    assert own_lane.agent.post(visitor.id, "block").status == 201


# Records.

def test_records_are_told_when_an_agent_accepts(lane):
    lane.agent.online()
    visitor = lane.waiting(**pre_chat())
    contact, case = lane.agent.accept(visitor.id)["records"]
    assert (contact["entityName"], contact["isNew"], contact["showOnCreate"],
            contact["fieldName"]) == ("Contact", True, True, "ContactId")
    assert (case["entityName"], case["isNew"], "fieldName" in case) == ("Case", True, False)
    shown = lane.agent.request("GET", f"/records/{case['id']}").json()
    assert {"fieldName": "ContactId", "fieldValue": contact["id"]} in shown["fields"]


def test_asking_again_makes_no_new_records(lane):
    data = pre_chat()
    ids = []
    for _ in range(3):
        visitor = lane.chat(**data)
        ids.append([record["id"] for record in lane.agent.chat(visitor.id)["records"]])
        lane.agent.end(visitor.id)
    assert ids[0] == ids[1] == ids[2]

    other = lane.chat(**{**data, "trackingId": "somebody else"})
    contact, case = lane.agent.chat(other.id)["records"]
    assert contact["id"] == ids[0][0]
    assert case["id"] != ids[0][1]


def test_an_agent_attaches_a_record(lane):
    visitor = lane.chat("pages")
    response = lane.agent.post(visitor.id, "records", {"fieldName": "CaseId", "fieldValue": "500x"})
    assert response.status == 201
    assert response.json()["fieldName"] == "CaseId"
    lane.agent.end(visitor.id)
    assert visitor.wait_for("ChatEnded")["attachedRecords"] == [
        {"fieldName": "CaseId", "fieldValue": "500x"}]


def test_records_are_listed_in_pages(lane):
    made = []
    for _ in range(3):
        visitor = lane.chat(**pre_chat())
        made += [record["id"] for record in lane.agent.chat(visitor.id)["records"]]
        lane.agent.end(visitor.id)
    found, cursor = [], ""
    while not set(made) <= set(found):
        page = lane.agent.request("GET", f"/records?limit=2{cursor}").json()
        found += [record["id"] for record in page["records"]]
        if "nextCursor" not in page:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert set(made) <= set(found)
    assert len(found) == len(set(found))
    assert lane.agent.request("GET", "/records?search=nobody-has-this").json() == {"records": []}
    assert lane.agent.request("GET", "/records/003999999999999").status == 404
    assert lane.agent.request("GET", "/records?limit=0").status == 400
