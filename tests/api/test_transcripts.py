"""The records of chats, read back after they happened."""

import csv
import io
import json
import pathlib
import re
import urllib.parse

import pytest

from support import server as servers
from support.agent import Agent
from support.organization import Organization
from support.timing import Deadline
from support.world import World

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Product spec 2.9.
EVENT_TYPES = """
ChatRequest Enqueue PushAssignment ChoiceRoute Accept DeclineManual DeclineTimeout Unassigned
CancelNoAgent CancelNoQueue CancelVisitor CancelBlocked
EndAgent EndVisitor LeaveAgent LeaveVisitor ConnectionWarning ConnectionTimeout
ChasitorIdleTimeoutWarningTriggered ChasitorIdleTimeoutWarningCleared ChasitorIdleTimeout
AgentBlocked Other
TransferRequest Transfer TransferCancelled TransferDeclined TransferredToButton
TransferToButtonFailed TransferredToQueue TransferToQueueFailed TransferredToSbrSkill
TransferredToSbrSkillFailed ChatResumedAfterTransfer
ConferenceRequest ConferenceRequestCanceled ConferenceRequestDeclined OperatorJoinedConference
OperatorLeftConference
FlagRaised FlagLoweredAgent FlagLoweredSupervisor AlertCriticalWaitChat ClearCriticalWaitChat
FileTransferRequested FileTransferToChasitor FileTransferSuccess FileTransferFailure
FileCanceledAgent FileCanceledChasitor
SensitiveDataAgent SensitiveDataSupervisor SensitiveDataVisitor
ChatbotEstablished ChatbotNotEstablished ChatbotEndChat ChatbotEndedChatByAction TransferredToBot
TransferToBotFailed
""".split()

UNKNOWN_CHAT = "6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11"

# Told of a chat alone, and not in lists.
BODIES = ("body", "supervisorTranscriptBody", "skillIds")

CAPACITY = 30


class Desk:
    """A server with a lane of its own, and people of each role."""

    def __init__(self, directory):
        organization = Organization(number=9, name="Reports")
        organization.add_deployment()
        organization.add_lane(agents=2, capacity=CAPACITY, buttons={"queue": (40, {})})
        lanes = {role: organization.add_lane(agents=1, role=role)
                 for role in ("supervisor", "admin")}
        self.server = servers.Server(directory, organization).start()
        self.world = World(self.server)
        self.supervisor, self.admin = [
            Agent(self.server, lanes[role].agents[0]).login() for role in ("supervisor", "admin")]

    def close(self):
        for agent in (self.supervisor, self.admin):
            agent.close()
        self.world.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("reports"))
    yield made
    made.close()


@pytest.fixture
def lane(desk):
    lane = desk.world.lane(CAPACITY)
    yield lane
    lane.clear()


def get(agent, path, status=200, headers=()):
    response = agent.request("GET", path, headers=[*agent.credentials(), *headers])
    assert response.status == status, response
    return response


def query(path, **parameters):
    return path + "?" + urllib.parse.urlencode(parameters, doseq=True)


def pages(agent, path):
    """The pages of a list, one after the other by their links."""
    found = []
    while path:
        response = get(agent, path)
        found.append(response.json())
        link = response.header("Link")
        assert (link is None) == ("nextCursor" not in found[-1])
        path = link and re.fullmatch(r'</api/v1(.*)>; rel="next"', link)[1]
    return found


def transcripts(reader, /, **parameters):
    return [row for page in pages(reader, query("/transcripts", **parameters))
            for row in page["transcripts"]]


def keys(rows):
    return [row["chatKey"] for row in rows]


def talk(lane, **init):
    """A chat in which both sides said something, ended by the agent."""
    visitor = lane.chat(**init)
    visitor.say("Where is my parcel?")
    lane.agent.say(visitor.id, "Let me see")
    visitor.say("Thank you")
    lane.agent.end(visitor.id)
    return visitor


def requests(lane, count):
    """Requests that nobody answered, all at one button; their keys, oldest first."""
    lane.agent.online()
    made = []
    for _ in range(count):
        visitor = lane.waiting()
        assert visitor.end().status == 200
        made.append(visitor.id)
    return made


# One chat.

def test_a_chat_is_read_back_field_by_field(lane, desk):
    visitor = talk(
        lane, language="de-DE", screenResolution="80x25",
        userAgent="Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0",
        prechatDetails=[{"label": "Mail", "value": "jo@x.org", "transcriptFields": ["Email__c"],
                         "displayToAgent": True, "entityMaps": []}],
        visitorInfo={"visitCount": 1, "originalReferrer": "https://search.example/",
                     "pages": [{"location": "https://shop.example/cart", "time": 1}]})
    found = get(desk.admin, f"/transcripts/{visitor.id}").json()
    record = found["transcript"]
    assert re.fullmatch("[0-9]{8}", record["name"])
    assert record["chatKey"] == visitor.id
    assert (record["status"], record["endedBy"]) == ("Completed", "Agent")
    assert record["waitTime"] == (record["startTime"] - record["requestTime"]) / 1000
    assert record["chatDuration"] == (record["endTime"] - record["startTime"]) / 1000
    assert "abandoned" not in record
    assert (record["visitorMessageCount"], record["operatorMessageCount"]) == (2, 1)
    assert record["averageResponseTimeOperator"] == record["maxResponseTimeOperator"] >= 0
    assert record["isChatbotSession"] is False
    assert (record["liveChatButtonId"], record["liveChatDeploymentId"]) == (
        visitor.button, lane.deployment)
    assert record["liveChatVisitorId"]
    assert record["visitorName"] == "Jo"
    assert record["ipAddress"] == "127.0.0.1"
    assert (record["browser"], record["platform"]) == ("Firefox 121", "Linux")
    assert (record["browserLanguage"], record["screenResolution"]) == ("de-DE", "80x25")
    assert record["referrerUri"] == "https://search.example/"
    assert record["lastVisitedPage"] == "https://shop.example/cart"
    assert (record["location"], record["visitorNetwork"]) == ("Unknown", "Unknown")
    assert record["customFields"] == {"Email__c": "jo@x.org"}
    assert (record["createdDate"], record["lastModifiedDate"]) == (
        record["requestTime"], record["endTime"])
    texts = [entry["text"] for entry in found["entries"]
             if entry["type"] in ("VisitorMessage", "AgentMessage")]
    assert texts == ["Where is my parcel?", "Let me see", "Thank you"]
    assert found["files"] == []
    assert record["body"] == get(desk.admin, f"/transcripts/{visitor.id}?format=text").text
    assert record["supervisorTranscriptBody"] == record["body"]


def test_an_open_chat_is_readable_and_has_no_end(lane, desk):
    visitor = lane.chat()
    visitor.say("Anybody there?")
    record = get(desk.admin, f"/transcripts/{visitor.id}").json()["transcript"]
    assert record["status"] == "InProgress"
    assert not {"endTime", "endedBy", "chatDuration"} & record.keys()
    assert record["visitorMessageCount"] == 1
    assert visitor.id in keys(transcripts(desk.admin, status="InProgress"))


def test_a_request_nobody_accepted_was_abandoned(lane, desk):
    [key] = requests(lane, 1)
    record = get(desk.admin, f"/transcripts/{key}").json()["transcript"]
    assert record["status"] in ("Missed", "Dropped")
    assert record["abandoned"] == (record["endTime"] - record["requestTime"]) / 1000
    assert not {"startTime", "waitTime", "chatDuration"} & record.keys()


def test_events_are_what_happened(lane, desk):
    visitor = talk(lane)
    events = get(desk.admin, f"/transcripts/{visitor.id}/events").json()["events"]
    assert events == get(desk.admin, f"/transcripts/{visitor.id}").json()["events"]
    types = [event["type"] for event in events]
    assert set(types) <= set(EVENT_TYPES)
    assert [kind for kind in types if kind in ("ChatRequest", "Accept", "EndAgent")] == [
        "ChatRequest", "Accept", "EndAgent"]
    accept = events[types.index("Accept")]
    assert accept["agentId"] == lane.agent.id
    times = [event["time"] for event in events]
    assert times == sorted(times)
    assert len({event["name"] for event in events}) == len(events)


def test_as_text_one_line_for_each_message(lane, desk):
    visitor = talk(lane)
    response = get(desk.admin, f"/transcripts/{visitor.id}", headers=[("Accept", "text/plain")])
    assert response.header("Content-Type").startswith("text/plain")
    lines = response.text.splitlines()
    time = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ"
    assert len(lines) == 3
    assert re.fullmatch(f"{time} Jo: Where is my parcel\\?", lines[0])
    assert re.fullmatch(f"{time} {lane.agent.name}: Let me see", lines[1])


def test_as_a_page_for_people(lane, desk):
    visitor = lane.chat()
    visitor.say("<script>alert('x')</script>")
    lane.agent.end(visitor.id)
    browser = [("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")]
    response = get(desk.admin, f"/transcripts/{visitor.id}", headers=browser)
    assert response.header("Content-Type").startswith("text/html")
    assert "default-src 'none'" in response.header("Content-Security-Policy")
    assert "<script" not in response.text
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in response.text
    forced = get(desk.admin, f"/transcripts/{visitor.id}?format=json", headers=browser)
    assert forced.json()["transcript"]["chatKey"] == visitor.id


# Lists.

def test_pages_have_neither_gap_nor_double(lane, desk):
    made = requests(lane, 25)
    button = lane.button
    for limit in (1, 7, 24, 25, 26):
        assert keys(transcripts(desk.admin, button=button, order="oldest", limit=limit)) == made
    newest = pages(desk.admin, query("/transcripts", button=button, limit=10))
    assert [len(page["transcripts"]) for page in newest] == [10, 10, 5]
    assert keys(row for page in newest for row in page["transcripts"]) == made[::-1]


def test_filters_narrow(lane, desk):
    talked = talk(lane)
    [missed] = requests(lane, 1)
    record, unanswered = [get(desk.admin, f"/transcripts/{key}").json()["transcript"]
                          for key in (talked.id, missed)]
    status = unanswered["status"]
    button = {"button": lane.button, "order": "oldest"}

    def found(**parameters):
        return keys(transcripts(desk.admin, **button, **parameters))

    assert found() == [talked.id, missed]
    assert found(status="Completed") == [talked.id]
    assert found(status=[status, "Blocked"]) == [missed] == found(status=f"{status},Blocked")
    assert found(deployment=lane.deployment) == [talked.id, missed]
    assert found(deployment="572000000000999") == []
    assert record["ownerId"] == lane.agent.id
    assert found(agent=lane.agent.id) == [
        row["chatKey"] for row in (record, unanswered) if row["ownerId"] == lane.agent.id]
    assert found(agent=lane.second.id) == []
    assert found(skill=record["skillId"]) == [talked.id, missed]
    assert found(skill="0C5000000000999") == []
    assert found(text="MY PARCEL") == [talked.id]
    assert found(text="my%parcel") == []
    assert found(visitor=record["liveChatVisitorId"]) == [talked.id]
    begun, later = record["requestTime"], unanswered["requestTime"]
    assert begun < later
    assert found(**{"from": begun}) == [talked.id, missed]
    assert found(**{"from": begun + 1}) == [missed] == found(**{"from": later})
    assert found(**{"from": later + 1}) == []
    assert found(to=begun) == []
    assert found(to=begun + 1) == [talked.id] == found(to=later)
    assert found(**{"from": begun}, to=later + 1) == [talked.id, missed]


@pytest.mark.parametrize("parameters", [
    "status=Finished", "button=572000000000001", "agent=x", "from=yesterday", "to=-1", "limit=0",
    "limit=1001", "order=random", "cursor=x", "cursor=1-x", "text=" + 256 * "x"])
def test_what_is_no_filter_is_told(desk, parameters):
    problem = get(desk.admin, "/transcripts?" + parameters, status=400).json()
    assert problem["detail"].startswith(parameters.split("=")[0])


def test_a_token_is_needed_first(desk):
    response = desk.admin.request("GET", "/transcripts?limit=0",
                                  headers=[("Authorization", "Bearer wrong")])
    assert response.status == 401


# Exports.

def export(agent, **parameters):
    return get(agent, query("/transcripts/export", **parameters))


def without(row, names):
    return {name: value for name, value in row.items() if name not in names}


def test_exports_are_the_list_with_bodies(lane, desk):
    talked = talk(lane, visitorName='=Jo, "the first"')
    made = [talked.id, *requests(lane, 60)]
    wanted = {"button": lane.button, "order": "oldest"}
    rows = transcripts(desk.admin, **wanted)
    assert keys(rows) == made

    response = export(desk.admin, **wanted, format="ndjson")
    assert response.header("Transfer-Encoding") == "chunked"
    exported = [json.loads(line) for line in response.text.splitlines()]
    assert [without(row, BODIES) for row in exported] == rows
    assert "Where is my parcel?" in exported[0]["body"]
    assert exported[0]["visitorMessageCount"] == 2

    response = export(desk.admin, **wanted, format="csv")
    assert response.header("Content-Type") == "text/csv;charset=UTF-8"
    assert "transcripts.csv" in response.header("Content-Disposition")
    lines = list(csv.DictReader(io.StringIO(response.text, newline="")))
    assert [line["ChatKey"] for line in lines] == made
    assert [int(line["RequestTime"]) for line in lines] == [row["requestTime"] for row in rows]
    assert lines[0]["VisitorName"] == '\'=Jo, "the first"'
    assert lines[0]["Body"] == exported[0]["body"]
    assert lines[1]["StartTime"] == ""


def test_an_export_of_nothing_is_whole(desk):
    assert export(desk.admin, button="573000000000999").text == ""
    header = export(desk.admin, button="573000000000999", format="csv").text
    assert header.startswith("Name,ChatKey,Status,") and header.count("\r\n") == 1


def test_clients_that_hang_up_do_not_use_exports_up(lane, desk):
    requests(lane, 3)
    for _ in range(20):
        connection = desk.server.connect()
        connection.send("GET", "/api/v1/transcripts/export", desk.admin.credentials())
        connection.close()
    deadline = Deadline()
    while (response := desk.admin.request("GET", "/transcripts/export")).status != 200:
        assert response.status == 503 and response.header("Retry-After")
        assert not deadline.over(), "exports stay busy"


# Who sees what.

def test_agents_see_their_own_chats_only(lane, desk):
    visitor = talk(lane)
    other = lane.second
    assert get(lane.agent, f"/transcripts/{visitor.id}").status == 200
    assert "supervisorTranscriptBody" not in get(
        lane.agent, f"/transcripts/{visitor.id}").json()["transcript"]
    for path in ("", "/events"):
        get(other, f"/transcripts/{visitor.id}{path}", status=403)
        get(other, f"/transcripts/{UNKNOWN_CHAT}{path}", status=404)
        get(other, f"/transcripts/nonsense{path}", status=404)
    assert visitor.id not in keys(transcripts(other))
    assert visitor.id in keys(transcripts(lane.agent))
    assert visitor.id not in export(other).text
    for role in (desk.supervisor, desk.admin):
        assert visitor.id in keys(transcripts(role))


def test_an_agent_sees_the_past_of_the_visitor_it_is_engaged_with(lane, desk):
    lane.agent.online()
    past = talk(lane)
    visitor_id = get(desk.admin, f"/transcripts/{past.id}").json()["transcript"][
        "liveChatVisitorId"]
    history = get(lane.agent, f"/visitors/{visitor_id}").json()
    assert history["sessionKey"] == visitor_id
    assert keys(history["transcripts"]) == [past.id]
    assert get(desk.admin, f"/visitors/{visitor_id}").json()["transcripts"] == history[
        "transcripts"]
    get(lane.second, f"/visitors/{visitor_id}", status=404)
    get(desk.admin, "/visitors/nobody", status=404)


def test_agent_sessions_are_listed_for_those_who_may_see_them(lane, desk):
    lane.agent.online()
    for agent in (lane.agent, desk.supervisor, desk.admin):
        sessions = get(agent, "/agent-sessions").json()["agentSessions"]
        assert [session["loginTime"] for session in sessions] == sorted(
            (session["loginTime"] for session in sessions), reverse=True)
    get(lane.agent, f"/agent-sessions?agent={lane.second.id}", status=403)
    get(desk.admin, f"/agent-sessions?agent={lane.second.id}")


# The description of the events.

def test_the_table_of_events_is_complete_and_names_tests_that_exist():
    text = (ROOT / "docs" / "transcript-events.md").read_text()
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", text, re.M)
    assert sorted(kind for kind, _ in rows) == sorted(EVENT_TYPES)
    for kind, named in rows:
        file, _, test = named.strip().partition(": ")
        path = ROOT / ("tests/" + file if file.endswith(".py") else "src/domain/" + file)
        suite, _, name = test.rpartition(".")
        declared = rf"TEST(_F|_P)?\({suite},\s+{name}\)" if suite else rf"def {name}\("
        assert not test or re.search(declared, path.read_text()), f"{kind}: there is no {named}"
