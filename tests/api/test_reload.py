"""What an agent's console can read again after it was closed and opened: nothing it was told only
once by a frame is lost."""

import time

import pytest

from support import server as servers
from support.agent import Agent
from support.organization import Organization
from support.visitor import Visitor


class Desk:
    """Ann, bob and a supervisor; requests wait for a minute."""

    def __init__(self, directory):
        organization = Organization(number=9, name="Desk")
        organization.add_deployment()
        lane = organization.add_lane(agents=2, buttons={
            "support": (1, {"name": "Support", "push_timeout": "60s"}),
            "sales": (1, {"name": "Sales"}),
        })
        supervisor = organization.add_agent("sue", role="supervisor")
        self.server = servers.Server(directory, organization).start()
        self.buttons = {kind: ids[0] for kind, ids in lane.buttons.items()}
        self.ann, self.bob = [Agent(self.server, agent).login() for agent in lane.agents]
        self.sue = Agent(self.server, supervisor).login()

    def ask(self):
        visitor = Visitor(self.server, organization=self.server.organization.id,
                          deployment=self.server.organization.deployment,
                          button=self.buttons["support"]).open()
        visitor.init(visitorName="Jo")
        visitor.wait_for("ChatRequestSuccess")
        return visitor

    def chat(self):
        self.ann.online()
        visitor = self.ask()
        self.ann.accept(visitor.id)
        return visitor

    def close(self):
        for agent in (self.ann, self.bob, self.sue):
            agent.close()
        self.server.stop()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("desk"))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def cleared(desk):
    yield
    for agent in (desk.ann, desk.bob, desk.sue):
        agent.clear()


def in_a_minute(milliseconds):
    return 0 < milliseconds / 1000 - time.time() <= 61


def listed(agent, chat, path="/chats"):
    found = [one for one in agent.request("GET", path).json()["chats"] if one["chatKey"] == chat]
    assert len(found) == 1, found
    return found[0]


def test_a_request_says_until_when_it_can_be_answered(desk):
    stream = desk.ann.online().stream()
    visitor = desk.ask()
    offer = stream.wait_for("chat.requested", chatKey=visitor.id)
    assert in_a_minute(offer["answerBy"])
    assert listed(desk.ann, visitor.id)["answerBy"] == offer["answerBy"]
    assert desk.ann.chat(visitor.id)["answerBy"] == offer["answerBy"]
    waiting = listed(desk.sue, visitor.id, "/chats?scope=all")
    assert waiting["state"] == "waiting" and "answerBy" not in waiting


def test_an_invitation_says_who_asks_and_the_one_who_asks_sees_whom(desk):
    visitor = desk.chat()
    desk.bob.online()
    assert desk.ann.post(visitor.id, "transfer", {"to": "agent", "id": desk.bob.id}).status == 204
    summary = listed(desk.bob, visitor.id)
    assert (summary["invitation"], summary["fromName"]) == ("transfer", desk.ann.name)
    assert in_a_minute(summary["answerBy"])
    handover = desk.ann.chat(visitor.id)["handover"]
    assert (handover["kind"], handover["to"], handover["id"], handover["name"]) == (
        "transfer", "agent", desk.bob.id, desk.bob.name)
    assert handover["fromAgentId"] == desk.ann.id
    assert handover["answerBy"] == summary["answerBy"]

    assert desk.bob.post(visitor.id, "transfer/decline").status == 204
    assert "handover" not in desk.ann.chat(visitor.id)


def test_a_chat_on_its_way_to_a_button_says_so(desk):
    visitor = desk.chat()
    desk.bob.online()
    sales = desk.buttons["sales"]
    assert desk.ann.post(visitor.id, "transfer", {"to": "button", "id": sales}).status == 204
    handover = desk.sue.chat(visitor.id)["handover"]
    assert (handover["kind"], handover["to"], handover["id"], handover["name"]) == (
        "transfer", "button", sales, "Sales")
    assert "answerBy" not in handover
    desk.bob.accept(visitor.id)
    assert "handover" not in desk.bob.chat(visitor.id)


def test_files_and_the_flag_are_there_again(desk):
    visitor = desk.chat()
    assert desk.ann.chat(visitor.id)["files"] == []
    asked = desk.ann.post(visitor.id, "file-requests")
    assert asked.status == 201
    assert desk.ann.chat(visitor.id)["files"] == [asked.json()]
    assert desk.ann.post(visitor.id, "flag", {"isRaised": True, "text": "Angry"}).status == 204
    assert desk.ann.chat(visitor.id)["flagText"] == "Angry"
    flagged = listed(desk.sue, visitor.id, "/chats?scope=all")
    assert (flagged["isFlagRaised"], flagged["flagText"]) == (True, "Angry")
    assert flagged["isCriticalWait"] is False
    assert desk.sue.post(visitor.id, "flag", {"isRaised": False}).status == 204
    assert "flagText" not in desk.ann.chat(visitor.id)


def test_where_a_chat_may_go_and_how_busy_they_are_there(desk):
    desk.chat()
    desk.bob.online()
    targets = desk.bob.request("GET", "/transfer-targets").json()["targets"]
    ann = next(target for target in targets if target["id"] == desk.ann.id)
    assert (ann["state"], ann["engaged"], ann["max"]) == ("Online", 1, desk.ann.capacity)
    skill, = [target for target in targets if target["to"] == "skill"]
    assert skill["agentsOnline"] == 1
    buttons = {target["name"]: target["waiting"] for target in targets
               if target["to"] == "button"}
    assert buttons == {"Support": 0, "Sales": 0}


def test_names_and_the_configuration_come_with_the_agent(desk):
    me = desk.ann.me()
    assert {button["name"] for button in me["names"]["buttons"]} == {"Support", "Sales"}
    assert [one["id"] for one in me["names"]["deployments"]] == [
        desk.server.organization.deployment]
    assert len(me["names"]["skills"]) == 1
    assert me["config"]["enableRequestSound"] is True


def test_a_supervisor_joins_and_leaves(desk):
    visitor = desk.chat()
    details = desk.sue.post(visitor.id, "join").json()
    assert [agent["id"] for agent in details["agents"]] == [desk.ann.id, desk.sue.id]
    assert visitor.wait_for("AgentJoinedConference")["name"] == "sue"
    desk.sue.say(visitor.id, "I can help")
    assert visitor.wait_for("ChatMessage")["text"] == "I can help"
    assert desk.sue.post(visitor.id, "conference/leave").status == 204
    assert visitor.wait_for("AgentLeftConference")["name"] == "sue"
    assert desk.bob.post(visitor.id, "join").status == 403


def test_a_stream_answers_pings(desk):
    stream = desk.ann.stream()
    stream.ping(7)
    assert stream.pong() == 7
    # What is no ping is passed over.
    stream.send("nonsense")
    stream.ping(-3)
    assert stream.pong() == -3
