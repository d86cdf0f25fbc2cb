"""Settings, Availability, VisitorId, Breadcrumb and their JSONP twins (2.18, 2.20); Appendix C
11 and 13."""

import json
import re

import pytest

from conftest import OTHER_HOST
from support.organization import Organization, long_id
from support.server import Server
from support.visitor import REST, Visitor, decode

UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def query(visitor, **more):
    parts = {"org_id": visitor.organization, "deployment_id": visitor.deployment, **more}
    return "&".join(f"{name}={value}" for name, value in parts.items() if value is not None)


def ask(visitor, noun, **parameters):
    path = REST + f"Visitor/{noun}?" + query(visitor, **{
        name.replace("__", "."): value for name, value in parameters.items()})
    response = visitor.exchange("GET", path, visitor.headers(affinity=None, key=None))
    assert response.status == 200, response
    (kind, message), = decode(response)
    assert set(response.json()) == {"messages"}
    return kind, message


def available(visitor, ids, **more):
    kind, message = ask(visitor, "Availability", Availability__ids=ids, **more)
    assert kind == "Availability" and set(message) == {"results"}
    return message["results"]


# Availability (C11).

@pytest.mark.parametrize("spelling", [
    "{a}", "{a},{b}", "[{a},{b}]", "%5B{a},{b}%5D", "{a}&Availability.ids={b}", "[{a}%2C{b}]",
    "{a}%2C{b}"])
def test_C11_spellings_of_the_list(lane, spelling):
    lane.agent.online()
    visitor = lane.visitor()
    ids = {"a": visitor.button, "b": lane.button_of("choice")}
    expected = [ids[name] for name in "ab" if "{%s}" % name in spelling]
    results = available(visitor, spelling.format(**ids))
    assert results == [{"id": identifier, "isAvailable": True} for identifier in expected]


def test_C11_unavailable_is_left_out(lane):
    visitor = lane.visitor(version="54")
    assert available(visitor, visitor.button) == [{"id": visitor.button}]


def test_C11_unavailable_is_false_before_54(lane):
    visitor = lane.visitor(version="53")
    assert available(visitor, visitor.button) == [{"id": visitor.button, "isAvailable": False}]


def test_C11_unknown_but_well_formed_ids_are_listed(lane):
    visitor = lane.visitor()
    assert available(visitor, "573000000009999") == [{"id": "573000000009999"}]


def test_C11_malformed_ids_are_left_out(lane):
    visitor = lane.visitor()
    ids = f"nonsense,{visitor.button},573,{lane.agent.id}_{visitor.button}"
    assert [result["id"] for result in available(visitor, ids)] == [visitor.button]


def test_C11_an_agent_can_be_asked_for(lane):
    lane.agent.online()
    visitor = lane.visitor()
    assert available(visitor, f"{lane.agent.id},{lane.second.id}") == [
        {"id": lane.agent.id, "isAvailable": True}, {"id": lane.second.id}]


def test_C11_an_agent_who_is_away_is_not_available(lane):
    lane.agent.presence("Away")
    visitor = lane.visitor()
    assert available(visitor, visitor.button) == [{"id": visitor.button}]


def test_C11_ids_are_echoed_as_asked(lane):
    lane.agent.online()
    visitor = lane.visitor()
    long = long_id(visitor.button)
    assert len(long) == 18
    results = available(visitor, f"{visitor.button},{long}")
    assert results == [{"id": visitor.button, "isAvailable": True},
                       {"id": long, "isAvailable": True}]


def test_C11_long_ids_for_everything(lane):
    lane.agent.online()
    visitor = lane.visitor(organization=long_id(lane.organization),
                           deployment=long_id(lane.deployment))
    visitor.button = long_id(visitor.button)
    assert available(visitor, visitor.button)[0]["isAvailable"] is True
    visitor.init()
    visitor.wait_for("ChatRequestSuccess")


@pytest.mark.parametrize("need", ["1"])
def test_C11_the_wait_time_when_asked(lane, need):
    lane.agent.online()
    visitor = lane.visitor()
    result, = available(visitor, visitor.button, Availability__needEstimatedWaitTime=need)
    assert result == {"id": visitor.button, "isAvailable": True, "estimatedWaitTime": -1}


@pytest.mark.parametrize("need", [None, "0"])
def test_C11_no_wait_time_when_not_asked(lane, need):
    lane.agent.online()
    visitor = lane.visitor()
    result, = available(visitor, visitor.button, Availability__needEstimatedWaitTime=need)
    assert "estimatedWaitTime" not in result


def test_C11_without_a_deployment(lane):
    lane.agent.online()
    visitor = lane.visitor()
    button = visitor.button
    assert available(visitor, button, deployment_id=None) == [{"id": button, "isAvailable": True}]


@pytest.mark.parametrize("noun", ["Availability", "Settings", "VisitorId"])
def test_C11_another_organization_is_elsewhere(lane, noun):
    visitor = lane.visitor(organization="00D000000009999")
    kind, message = ask(visitor, noun, Availability__ids=visitor.button)
    assert (kind, message) == ("SwitchServer", {"newUrl": OTHER_HOST})


def test_a_full_button_without_a_queue_is_not_available(single_lane):
    single_lane.chat("no_queue")
    visitor = single_lane.visitor("no_queue")
    assert available(visitor, visitor.button) == [{"id": visitor.button}]
    visitor.init()
    assert visitor.wait_for("ChatRequestFail")["reason"] == "Unavailable"


def test_a_full_button_with_a_queue_is_available(single_lane):
    single_lane.chat()
    visitor = single_lane.visitor()
    assert available(visitor, visitor.button)[0]["isAvailable"] is True


@pytest.mark.parametrize("kind", ["short_queue", "agent_queue"])
def test_a_full_queue_is_not_available(single_lane, kind):
    single_lane.chat(kind)
    single_lane.waiting(kind)
    visitor = single_lane.visitor(kind)
    assert available(visitor, visitor.button) == [{"id": visitor.button}]
    visitor.init()
    assert visitor.wait_for("ChatRequestFail")["reason"] == "Unavailable"


# Settings.

def test_settings(lane):
    lane.agent.online()
    visitor = lane.visitor("pages")
    kind, message = ask(visitor, "Settings", Settings__buttonIds=f"[{visitor.button}]")
    assert kind == "Settings"
    assert message["pingRate"] == 50000 and isinstance(message["contentServerUrl"], str)
    button, = message["buttons"]
    assert button == {
        "id": visitor.button, "type": "Standard", "language": "de", "isAvailable": True,
        "endpointUrl": "https://shop.example/chat", "prechatUrl": "https://shop.example/prechat"}


def test_settings_of_an_unavailable_button(lane):
    visitor = lane.visitor()
    _, message = ask(visitor, "Settings", Settings__buttonIds=visitor.button)
    button, = message["buttons"]
    assert (button["id"], button["type"]) == (visitor.button, "Standard")
    assert not button.get("isAvailable")
    assert "estimatedWaitTime" not in button


def test_settings_with_the_wait_time(lane):
    visitor = lane.visitor()
    _, message = ask(visitor, "Settings", Settings__buttonIds=visitor.button,
                     Settings__needEstimatedWaitTime="1", Settings__updateBreadcrumb="1")
    assert message["buttons"][0]["estimatedWaitTime"] == -1


def test_settings_without_buttons(lane):
    _, message = ask(lane.visitor(), "Settings")
    assert message["buttons"] == []


def test_settings_tell_the_invitations_of_the_deployment(tmp_path):
    organization = Organization(number=7, name="Invitations")
    organization.add_deployment()
    other = organization.add_deployment("572000000000701")
    rules = '{"rules":[],"filter":null}'
    everywhere = {"type": "Invite", "invite_renderer": "Fade", "invite_rules": rules,
                  "invite_image": "https://shop.example/help.png", "invite_image_width": 200,
                  "invite_image_height": 100, "invite_start_position": "TopLeftTop",
                  "invite_end_position": "Center", "has_invite_after_accept": True,
                  "time_to_remove_invite": "30s"}
    lane = organization.add_lane(agents=1, buttons={
        "chat": (1, {}), "everywhere": (1, everywhere),
        "elsewhere": (1, {"type": "Invite", "invite_deployments": [other]}),
        "idle": (1, {"type": "Invite", "is_active": False})})
    chat, everywhere, elsewhere = [
        lane.buttons[kind][0] for kind in ("chat", "everywhere", "elsewhere")]
    server = Server(tmp_path, organization).start()
    try:
        visitor = Visitor(server, organization.id, organization.deployment, chat)
        buttons = ask(visitor, "Settings", Settings__buttonIds=chat)[1]["buttons"]
        assert [button["id"] for button in buttons] == [chat, everywhere]
        assert buttons[1] == {
            "id": everywhere, "type": "Invite", "language": "en_US",
            "inviteImageUrl": "https://shop.example/help.png", "inviteImageWidth": 200,
            "inviteImageHeight": 100, "inviteRenderer": "Fade",
            "inviteStartPosition": "TopLeftTop", "inviteEndPosition": "Center",
            "hasInviteAfterAccept": True, "hasInviteAfterReject": False, "inviteRejectTime": 30,
            "inviteRules": rules}
        # Asked for by its id it comes once.
        buttons = ask(visitor, "Settings", Settings__buttonIds=everywhere)[1]["buttons"]
        assert [button["id"] for button in buttons] == [everywhere]
        visitor.deployment = other
        buttons = ask(visitor, "Settings", Settings__buttonIds=chat)[1]["buttons"]
        assert [button["id"] for button in buttons] == [chat, everywhere, elsewhere]
        visitor.close()
    finally:
        server.stop()


# VisitorId and Breadcrumb.

def test_visitor_id(lane):
    visitor = lane.visitor()
    kind, message = ask(visitor, "VisitorId")
    assert kind == "VisitorId" and set(message) == {"sessionId"}
    assert UUID.match(message["sessionId"])
    assert ask(visitor, "VisitorId")[1] != message


def test_a_breadcrumb_of_a_visitor_in_a_chat_reaches_the_agent(lane):
    visitor = lane.chat()
    stream = lane.agent.stream()
    location = "https://shop.example/cart"
    response = visitor.post("Breadcrumb", {"location": location}, prefix="Visitor", sequence=None)
    assert (response.status, response.text) == (200, "OK")
    assert stream.wait_for("chat.breadcrumb", chatKey=visitor.id)["location"] == location


@pytest.mark.parametrize("body", [{}, "{", {"location": 1}], ids=["none", "broken", "number"])
def test_a_breadcrumb_wants_a_location(lane, body):
    visitor = lane.chat()
    response = visitor.post("Breadcrumb", body, prefix="Visitor", sequence=None)
    assert response.status == 400


# JSONP (C13).

def script(lane, path, **parameters):
    visitor = lane.visitor()
    more = {name.replace("__", "."): value for name, value in parameters.items()}
    target = REST + path + "?" + query(visitor, **{"version": "59", **more})
    response = visitor.exchange("GET", target.replace("BUTTON", visitor.button), [])
    assert response.status == 200, response
    assert "javascript" in response.header("Content-Type")
    return response.text


def call(text):
    """The callback's name and its argument."""
    match = re.match(r"^(?:/\*\*/)?\s*([\w.$]+)\((.*)\);?\s*$", text, re.S)
    assert match, text
    return match.group(1), json.loads(match.group(2))


@pytest.mark.parametrize("noun,parameters", [
    ("Settings", {"Settings__buttonIds": "BUTTON"}), ("VisitorId", {}),
    ("Availability", {"Availability__ids": "BUTTON"})])
def test_C13_the_callback_wraps_the_messages(lane, noun, parameters):
    name, reply = call(script(lane, f"Visitor/{noun}.jsonp", callback="liveagent._.handlePing",
                              **parameters))
    assert name == "liveagent._.handlePing"
    assert [entry["type"] for entry in reply["messages"]] == [noun]


@pytest.mark.parametrize("nouns", [["VisitorId", "Settings"], ["Settings", "VisitorId"],
                                   ["Availability"]], ids=",".join)
def test_C13_several_nouns_in_their_order(lane, nouns):
    parameters = {f"{noun}__prefix": "Visitor" for noun in nouns}
    _, reply = call(script(
        lane, "System/MultiNoun.jsonp", nouns=",".join(nouns), callback="$f",
        Settings__buttonIds="[BUTTON]", Availability__ids="[BUTTON]", chatted="1", sid="x", r="42",
        **parameters))
    assert [entry["type"] for entry in reply["messages"]] == nouns


@pytest.mark.parametrize("parameters", [
    {"org_id": None}, {"version": "abc"}, {"version": None}], ids=str)
def test_C13_errors_are_messages(lane, parameters):
    _, reply = call(script(lane, "Visitor/VisitorId.jsonp", callback="f", **parameters))
    assert [entry["type"] for entry in reply["messages"]] == ["Error"]
    assert reply["messages"][0]["message"]["text"]


@pytest.mark.parametrize("callback", ["alert(1)", "a;b", "<script>", "", "a%28b", "a%0Ab"])
def test_C13_a_callback_that_is_no_name_is_not_called(lane, callback):
    visitor = lane.visitor()
    target = REST + "Visitor/VisitorId.jsonp?" + query(visitor, version="59", callback=callback)
    response = visitor.exchange("GET", target, [])
    for evil in ("alert(1)", "a;b", "<script>", "a(b", "a\nb"):
        assert evil not in response.text


def test_C13_another_organization(lane):
    text = script(lane, "Visitor/Settings.jsonp", callback="f", org_id="00D000000009999")
    _, reply = call(text)
    assert reply["messages"] == [{"type": "SwitchServer", "message": {"newUrl": OTHER_HOST}}]
