"""Two agents and five visitors on one morning, and what the records say of it afterwards."""

import urllib.parse

import pytest

from support import server as servers
from support.agent import Agent
from support.files import SUCCESS
from support.forms import FORM, file_part, form, png
from support.organization import Organization
from support.timing import milliseconds
from support.visitor import Visitor


class Centre:
    """Ann and bob with a capacity of one chat each, and a supervisor."""

    def __init__(self, directory):
        organization = Organization(number=8, name="Centre")
        organization.add_deployment()
        lane = organization.add_lane(agents=2, capacity=1, buttons={
            "support": (1, {}),
            "sales": (1, {}),
            "hasty": (1, {"chasitor_idle_timeout": milliseconds(1200),
                          "chasitor_idle_timeout_warning": milliseconds(600)}),
        })
        supervisor = organization.add_agent("sue", role="supervisor")
        self.server = servers.Server(directory, organization).start()
        self.buttons = {kind: ids[0] for kind, ids in lane.buttons.items()}
        self.ann, self.bob = [Agent(self.server, agent).login() for agent in lane.agents]
        self.sue = Agent(self.server, supervisor).login()
        self.agents = [self.ann, self.bob, self.sue]

    def ask(self, button, name):
        visitor = Visitor(self.server, organization=self.server.organization.id,
                          deployment=self.server.organization.deployment,
                          button=self.buttons[button]).open()
        visitor.init(visitorName=name)
        visitor.place = visitor.wait_for("ChatRequestSuccess")["queuePosition"]
        return visitor

    def record(self, visitor):
        response = self.sue.request("GET", f"/transcripts/{visitor.id}")
        assert response.status == 200, response
        return response.json()

    def close(self):
        for agent in self.agents:
            agent.close()
        self.server.stop()


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path)
    yield made
    made.close()


def done(response, *statuses):
    assert response.status in (statuses or (200, 201, 204)), response
    return response.json() if response.body else None


def moves_up(visitor, position):
    assert visitor.wait_for("QueueUpdate")["position"] == position


def test_two_agents_and_five_visitors(centre):
    ann, bob, sue = centre.ann.online(), centre.bob.online(), centre.sue
    at_ann, at_bob = ann.stream(), bob.stream()

    # One chat for each, and three in line.
    one = centre.ask("support", "One")
    at_ann.wait_for("chat.requested", chatKey=one.id)
    ann.accept(one.id)
    two = centre.ask("hasty", "Two")
    at_bob.wait_for("chat.requested", chatKey=two.id)
    bob.accept(two.id)
    assert two.wait_for("ChatEstablished")["chasitorIdleTimeout"]["isEnabled"]
    three, four, five = [centre.ask("support", name) for name in ("Three", "Four", "Five")]
    assert [visitor.place for visitor in (three, four, five)] == [1, 2, 3]

    # Four gives up; one is served, so that three is next.
    assert four.end().text == "OK"
    moves_up(five, 2)
    ann.say(one.id, "How can I help?")
    one.say("You did already")
    ann.end(one.id)
    assert one.wait_for("ChatEnded")
    at_ann.wait_for("chat.requested", chatKey=three.id)
    ann.accept(three.id)
    three.wait_for("ChatEstablished")
    moves_up(five, 1)

    # A supervisor looks on and has a word with ann; the visitor learns nothing of it.
    done(sue.post(three.id, "watch", {"isWatching": True}))
    done(sue.post(three.id, "whispers", {"text": "Ask for a picture"}))
    assert at_ann.wait_for("whisper", chatKey=three.id)["text"] == "Ask for a picture"

    # Ann asks for a picture, and gets one.
    done(ann.post(three.id, "file-requests"))
    token = three.wait_for("FileTransfer")["fileToken"]
    query = urllib.parse.urlencode({"orgId": centre.server.organization.id, "chatKey": three.id,
                                    "fileToken": token, "encoding": "UTF-8"})
    with centre.server.connect() as connection:
        answer = connection.exchange("POST", f"/upload?{query}", [FORM],
                                     form(file_part(png(20_000), "parcel.png")))
    assert answer.text == SUCCESS
    stored = at_ann.wait_for("file", state="stored")
    assert (stored["name"], stored["size"]) == ("parcel.png", 20_000)

    # Bob joins for a moment, beyond his capacity.
    done(ann.post(three.id, "conference", {"agentId": bob.id, "note": "You know parcels"}))
    at_bob.wait_for("conference.requested", chatKey=three.id)
    done(bob.post(three.id, "conference/accept"))
    bob.say(three.id, "I am here, too")
    assert "I am here, too" in three.wait_for("ChatMessage")["text"]
    done(bob.post(three.id, "conference/leave"))

    # Two falls asleep: bob gets the one who is first in line.
    bob.say(two.id, "Are you there?")
    assert two.wait_for("ChatEnded")
    at_bob.wait_for("chat.requested", chatKey=five.id)
    bob.accept(five.id)
    five.wait_for("ChatEstablished")

    # Bob hands five on to ann, who has a chat already; three goes through the sales button to bob.
    done(bob.post(five.id, "transfer", {"to": "agent", "id": ann.id, "note": "A friend of yours"}))
    five.say("I can still write")
    at_bob.wait_for("chat.message", chatKey=five.id, text="I can still write")
    asked = at_ann.wait_for("transfer.requested", chatKey=five.id)
    assert asked["note"] == "A friend of yours"
    done(ann.post(five.id, "transfer/accept"))
    assert five.wait_for("ChatTransferred")["name"] == ann.name
    done(ann.post(three.id, "transfer",
                  {"to": "button", "id": centre.buttons["sales"], "note": "Wants one more"}))
    three.wait_for("TransferToButtonInitiated")
    at_bob.wait_for("chat.requested", chatKey=three.id)
    bob.accept(three.id)
    assert three.wait_for("ChatTransferred")["name"] == bob.name
    three.say("One more, please")
    at_bob.wait_for("chat.message", chatKey=three.id, text="One more, please")

    assert three.end().text == "OK"
    ann.end(five.id)
    assert five.wait_for("ChatEnded")
    assert not any("picture" in text for text in three.texts()), "a whisper is not for visitors"

    check_records(centre, ann, bob, (one, two, three, four, five))


def check_records(centre, ann, bob, visitors):
    records = [centre.record(visitor) for visitor in visitors]
    told = [[(event["type"], event.get("agentId")) for event in record["events"]]
            for record in records]
    a, b = ann.id, bob.id
    assert told[0] == [("ChatRequest", None), ("PushAssignment", a), ("Accept", a), ("EndAgent", a)]
    assert told[1] == [("ChatRequest", None), ("PushAssignment", b), ("Accept", b),
                       ("ChasitorIdleTimeoutWarningTriggered", None), ("ChasitorIdleTimeout", None)]
    assert told[2] == [
        ("ChatRequest", None), ("Enqueue", None), ("PushAssignment", a), ("Accept", a),
        ("FileTransferRequested", a), ("FileTransferSuccess", None),
        ("ConferenceRequest", a), ("OperatorJoinedConference", b), ("OperatorLeftConference", b),
        ("TransferRequest", a), ("LeaveAgent", a), ("PushAssignment", b), ("Accept", b),
        ("TransferredToButton", b), ("EndVisitor", None)]
    assert told[3] == [("ChatRequest", None), ("Enqueue", None), ("CancelVisitor", None)]
    assert told[4] == [
        ("ChatRequest", None), ("Enqueue", None), ("PushAssignment", b), ("Accept", b),
        ("TransferRequest", b), ("Transfer", a), ("EndAgent", a)]

    rows = [record["transcript"] for record in records]
    assert [row["status"] for row in rows] == ["Completed"] * 3 + ["Dropped", "Completed"]
    assert [row.get("endedBy") for row in rows] == [
        "Agent", "System", "Visitor", "Visitor", "Agent"]
    assert [row["ownerId"] for row in rows] == [a, b, b, "005000000000000", a]
    assert [row["visitorMessageCount"] for row in rows] == [1, 0, 1, 0, 1]
    assert [row["operatorMessageCount"] for row in rows] == [1, 1, 1, 0, 0]
    assert "startTime" not in rows[3] and rows[3]["abandoned"] >= 0
    assert "Ask for a picture" in rows[2]["supervisorTranscriptBody"]
    assert "Ask for a picture" not in rows[2]["body"]
    assert [file["name"] for file in records[2]["files"]] == ["parcel.png"]

    listed = done(centre.sue.request("GET", "/transcripts?order=oldest"))["transcripts"]
    assert [row["chatKey"] for row in listed] == [visitor.id for visitor in visitors]
    for row, whole in zip(listed, rows, strict=True):
        assert all(whole[name] == value for name, value in row.items())

    worked = done(centre.sue.request("GET", "/agent-sessions"))["agentSessions"]
    engaged = {session["agentId"]: session["chatReqEngaged"] for session in worked}
    assert engaged == {a: 3, b: 3}
