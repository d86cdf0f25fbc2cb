"""Appendix C 16: pre-chat data (7.7)."""

import itertools

import pytest

_addresses = itertools.count(1)


def detail(label, value, fields=(), **more):
    return {"label": label, "value": value, "transcriptFields": list(fields),
            "displayToAgent": True, **more}


def contact(create=True, **more):
    return {"entityName": "Contact", "saveToTranscript": "ContactId", "entityFieldsMaps": [
        {"fieldName": "Email", "label": "E-mail", "doFind": True, "isExactMatch": True,
         "doCreate": create}], **more}


def records(lane, email, *entities):
    """The records attached to a chat that had this pre-chat data."""
    visitor = lane.chat("pages", prechatDetails=[detail("E-mail", email),
                                                 detail("Subject", "Parcel")],
                        prechatEntities=list(entities))
    visitor.end()
    attached = visitor.wait_for("ChatEnded")["attachedRecords"]
    return {entry["fieldName"]: entry["fieldValue"] for entry in attached}


def test_C16_details_are_echoed_and_shown(lane):
    lane.agent.online()
    details = [detail("E-mail", "jo@example.org", ["Email__c"]), detail("Topic", "Parcel")]
    visitor = lane.visitor()
    visitor.init(prechatDetails=details)
    echoed = visitor.wait_for("ChatRequestSuccess")["customDetails"]
    assert echoed == details
    shown = lane.agent.chat(visitor.id)["customDetails"]
    assert [(entry["label"], entry["value"], entry["transcriptFields"]) for entry in shown] == [
        ("E-mail", "jo@example.org", ["Email__c"]), ("Topic", "Parcel", [])]


def test_C16_a_detail_that_is_not_for_the_agent(lane):
    lane.agent.online()
    visitor = lane.waiting(prechatDetails=[
        {"label": "Hidden", "value": "1", "transcriptFields": [], "displayToAgent": False},
        {"label": "Shown", "value": "2", "transcriptFields": []}])
    shown = lane.agent.chat(visitor.id)["customDetails"]
    assert [entry["label"] for entry in shown] == ["Shown"]


def test_C16_entity_maps_are_for_the_agent(lane):
    lane.agent.online()
    maps = [{"entityName": "Contact", "fieldName": "Email", "isFastFillable": False,
             "isAutoQueryable": True, "isExactMatchable": True}]
    visitor = lane.waiting(prechatDetails=[detail("E-mail", "x", entityMaps=maps)])
    assert lane.agent.chat(visitor.id)["customDetails"][0]["entityMaps"] == maps


@pytest.mark.parametrize("entities", [
    [{"entityName": "Nothing", "entityFieldsMaps": []}],
    [{"entityName": "Contact", "entityFieldsMaps": [
        {"fieldName": "Email", "label": "Unknown", "doFind": True, "isExactMatch": True,
         "doCreate": False}]}],
    [{}], [{"entityName": "Contact", "showOnCreate": None, "entityFieldsMaps": None}],
], ids=["unknown entity", "unknown label", "empty", "nulls"])
def test_C16_what_is_unknown_never_fails_the_chat(lane, entities):
    lane.agent.online()
    lane.waiting(prechatDetails=[detail("E-mail", "x")], prechatEntities=entities)


def test_C16_a_miss_creates_and_the_next_finds(lane):
    email = f"jo{next(_addresses)}@example.org"
    created = records(lane, email, contact())
    assert created["ContactId"]
    assert records(lane, email, contact(create=False)) == created


def test_C16_a_miss_without_creating(lane):
    email = f"jo{next(_addresses)}@example.org"
    assert records(lane, email, contact(create=False)) == {}


def test_C16_records_are_linked(lane):
    email = f"jo{next(_addresses)}@example.org"
    case = {"entityName": "Case", "saveToTranscript": "CaseId", "entityFieldsMaps": [
        {"fieldName": "Subject", "label": "Subject", "doFind": False, "isExactMatch": False,
         "doCreate": True}]}
    attached = records(lane, email,
                       contact(linkToEntityName="Case", linkToEntityField="ContactId"), case)
    assert set(attached) == {"ContactId", "CaseId"}
