"""The administration: the configuration changed while the server runs."""

import itertools
import json

import pytest

from support.agent import Agent
from support.organization import ORIGIN, PASSWORD, AgentEntry
from support.visitor import REST, Visitor

_numbers = itertools.count(1)


def unique(name):
    return f"{name} {next(_numbers)}"


class Admin(Agent):
    """An administrator, and its ways to change objects."""

    def call(self, method, path, body=None, status=200, **headers):
        fields = [(name.replace("_", "-"), value) for name, value in headers.items()]
        response = self.request(method, "/admin/" + path, body, [*self.credentials(), *fields])
        assert response.status == status, response
        return response

    def read(self, path):
        """The object and its ETag."""
        response = self.call("GET", path)
        return response.json(), response.header("ETag")

    def create(self, kind, /, **fields):
        response = self.call("POST", kind, fields, 201)
        assert response.header("ETag")
        return response.json()

    def pages(self, kind, limit):
        """The pages of a list, each with its items."""
        cursor = ""
        while cursor is not None:
            page = self.call("GET", f"{kind}?limit={limit}&cursor={cursor}").json()
            yield page["items"]
            cursor = page.get("nextCursor")

    def change(self, path, /, **fields):
        """Reads an object and writes it back with some fields changed."""
        current, tag = self.read(path)
        return self.call("PUT", path, {**current, **fields}, If_Match=tag).json()

    def agent(self, password=PASSWORD, **fields):
        """A new agent who can log in."""
        username = f"made{next(_numbers)}"
        made = self.create("agents", username=username, name="Made", **fields)
        self.call("PUT", f"agents/{made['id']}/password", {"password": password}, 204)
        return Agent(self.server, AgentEntry(made["id"], username, made))


def problem(response, *pointers):
    body = response.json()
    assert response.header("Content-Type").startswith("application/problem+json"), response
    assert body["status"] == response.status and body["detail"]
    assert [error["pointer"] for error in body.get("errors", [])] == list(pointers), body


@pytest.fixture(scope="module")
def server(start_server):
    server = start_server()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def admin(server):
    admin = Admin(server, server.organization.admin).login()
    yield admin
    admin.close()


@pytest.fixture
def staff(admin):
    """Makes agents for this test, logged in; they go offline after it."""
    made = []

    def make(**fields):
        made.append(admin.agent(**fields))
        return made[-1].login()

    yield make
    for agent in made:
        agent.clear()
        agent.close()


def visitor_at(server, button):
    organization = server.organization
    return Visitor(server, organization.id, organization.deployment, button).open()


# Objects.

OBJECTS = {
    "deployments": {"name": "Site", "allowedOrigins": [ORIGIN], "connectionWarning": 1.5},
    "business-hours": {"name": "Week", "timeZone": "Europe/Berlin",
                       "weekly": ["Mon 09:00-12:30 13:30-18:00"],
                       "exceptions": ["2026-12-25 closed"]},
    "skills": {"name": "Sales"},
    "buttons": {"name": "Help", "routingType": "MostAvailable", "pushTimeout": 30,
                "type": "Invite", "inviteStartPosition": "TopLeftTop"},
    "agents": {"username": "someone", "name": "Some One", "kind": "bot", "role": "supervisor"},
    "agent-configs": {"name": "Night", "profiles": ["night", "weekend"], "criticalWaitTime": 60},
    "quick-texts": {"name": "Hello", "message": "Good day!\nHow can I help?", "category": "Start"},
    "sensitive-data-rules": {"name": "Cards", "pattern": "[0-9]{16}", "replacement": "****",
                             "enforceOn": 3, "isEnabled": True},
    "blocking-rules": {"fromAddress": "2001:db8::1", "toAddress": "2001:db8::ff"},
}


@pytest.mark.parametrize("kind", OBJECTS)
def test_an_object_is_made_read_changed_and_taken_away(admin, kind):
    fields = OBJECTS[kind]
    made = admin.create(kind, **fields)
    assert {name: made[name] for name in fields} == fields
    path = f"{kind}/{made['id']}"
    read, tag = admin.read(path)
    assert read == made
    assert any(made in items for items in admin.pages(kind, 1000))

    answer = admin.call("PUT", path, fields, If_Match=tag)
    assert answer.json() == made and answer.header("ETag") == tag
    member = "description" if kind == "blocking-rules" else "name"
    changed = admin.change(path, **{member: "Another"})
    assert changed == {**made, member: "Another"}
    assert admin.read(path)[1] != tag

    admin.call("DELETE", path, None, 204)
    problem(admin.call("GET", path, None, 404))
    problem(admin.call("DELETE", path, None, 404))


def test_lists_come_in_pages(admin):
    made = [admin.create("quick-texts", name=unique("Page"), message="x")["id"] for _ in range(5)]
    pages = list(admin.pages("quick-texts", 2))
    assert all(len(items) == 2 for items in pages[:-1])
    found = [item["id"] for items in pages for item in items]
    assert found == sorted(found) and set(made) <= set(found)
    for wrong in ("limit=0", "limit=1001", "limit=x", "cursor=x"):
        problem(admin.call("GET", "quick-texts?" + wrong, None, 400))
    for identifier in made:
        admin.call("DELETE", f"quick-texts/{identifier}", None, 204)


def test_what_is_wrong_is_said_of_each_member(admin):
    body = {"name": "", "pushTimeout": -1, "skills": ["0C5999999999999"],
            "autoGreeting": "x" * 1001}
    problem(admin.call("POST", "buttons", body, 400),
            "#/name", "#/skills", "#/pushTimeout", "#/autoGreeting")
    problem(admin.call("POST", "buttons", {"name": 1, "isActive": "perhaps"}, 400),
            "#/name", "#/isActive")
    problem(admin.call("POST", "buttons", "[]", 400))
    problem(admin.call("POST", "buttons", "{", 400))


def test_an_id_can_be_chosen_once(admin):
    identifier = "0C5chosenChosen"
    admin.create("skills", id=identifier, name=unique("Chosen"))
    problem(admin.call("POST", "skills", {"id": identifier, "name": unique("Chosen")}, 409))


def test_a_repeated_post_makes_one_object(admin):
    name = unique("Once")
    answers = [admin.call("POST", "skills", {"name": name}, 201, Idempotency_Key=name).json()
               for _ in range(2)]
    assert answers[0] == answers[1]


def test_what_is_still_named_stays(admin):
    skill = admin.create("skills", name=unique("Named"))["id"]
    button = admin.create("buttons", name="Naming", skills=[skill])["id"]
    problem(admin.call("DELETE", f"skills/{skill}", None, 409))
    admin.call("DELETE", f"buttons/{button}", None, 204)
    admin.call("DELETE", f"skills/{skill}", None, 204)


# Who may, and who was first.

def test_others_may_not(world, lane):
    for method, path in (("GET", "buttons"), ("POST", "buttons"), ("GET", "organization"),
                         ("DELETE", "agents/" + lane.agent.id)):
        response = lane.agent.request(method, "/admin/" + path, {} if method == "POST" else None)
        assert response.status == 403
        problem(response)
    assert lane.agent.request("GET", "/admin/buttons", None, headers=[]).status == 401


def test_two_editors(admin):
    path = "skills/" + admin.create("skills", name=unique("Edited"))["id"]
    _, seen = admin.read(path)
    mine, theirs = unique("Mine"), unique("Theirs")
    problem(admin.call("PUT", path, {"name": mine}, 428))
    admin.call("PUT", path, {"name": theirs}, If_Match=seen)
    problem(admin.call("PUT", path, {"name": mine}, 412, If_Match=seen))
    problem(admin.call("DELETE", path, None, 412, If_Match=seen))
    current, tag = admin.read(path)
    assert current["name"] == theirs
    admin.call("PUT", path, {"name": mine}, If_Match=f'"other", {tag}')


def test_the_organization_is_renamed(admin):
    before, _ = admin.read("organization")
    admin.change("organization", name="Renamed")
    assert admin.me()["organization"] == {"id": before["id"], "name": "Renamed"}
    admin.change("organization", name=before["name"])


# At once.

def test_a_chat_through_objects_made_a_moment_ago(server, admin, staff):
    skill = admin.create("skills", name=unique("Fresh"))["id"]
    button = admin.create("buttons", name="Fresh", skills=[skill], autoGreeting="Welcome!")["id"]
    agent = staff(skills=[skill]).online()
    visitor = visitor_at(server, button)
    visitor.init()
    visitor.wait_for("ChatRequestSuccess")
    agent.accept(visitor.id)
    assert visitor.wait_for("ChatEstablished")["userId"] == agent.id
    assert visitor.wait_for("ChatMessage")["text"] == "Welcome!"

    problem(admin.call("DELETE", f"buttons/{button}", None, 409))
    problem(admin.call("DELETE", f"agents/{agent.id}", None, 409))
    agent.end(visitor.id)
    admin.call("DELETE", f"buttons/{button}", None, 204)
    visitor.close()


def test_more_capacity_takes_who_waits(server, admin, staff):
    skill = admin.create("skills", name=unique("Busy"))["id"]
    button = admin.create("buttons", name="Busy", skills=[skill])["id"]
    agent = staff(skills=[skill], capacity=1).online()
    stream = agent.stream()
    first, second = visitor_at(server, button), visitor_at(server, button)
    for visitor in (first, second):
        visitor.init()
        visitor.wait_for("ChatRequestSuccess")
    stream.wait_for("chat.requested", chatKey=first.id)
    assert [chat["chatKey"] for chat in agent.chats("waiting")] == [second.id]

    admin.create("agent-configs", name="Two", agents=[agent.id], capacity=2)
    stream.wait_for("capacity.changed", max=2)
    stream.wait_for("chat.requested", chatKey=second.id)
    first.close()
    second.close()


def test_without_its_agents_a_request_ends(server, admin, staff):
    skill = admin.create("skills", name=unique("Lost"))["id"]
    button = admin.create("buttons", name="Lost", skills=[skill])["id"]
    agent = staff(skills=[skill]).online()
    stream = agent.stream()
    visitor = visitor_at(server, button)
    visitor.init()
    visitor.wait_for("ChatRequestSuccess")
    admin.change(f"agents/{agent.id}", skills=[])
    stream.wait_for("chat.revoked", chatKey=visitor.id)
    assert visitor.wait_for("ChatRequestFail")["reason"] == "Unavailable"
    visitor.close()


def test_other_origins_may_call(server, admin):
    def is_allowed(origin):
        with server.connect() as connection:
            response = connection.exchange("OPTIONS", REST + "System/SessionId", [
                ("Origin", origin), ("Access-Control-Request-Method", "GET")])
        return response.header("Access-Control-Allow-Origin") == origin

    path = "deployments/" + server.organization.deployment
    assert is_allowed(ORIGIN) and not is_allowed("https://new.example")
    admin.change(path, allowedOrigins=[ORIGIN, "https://new.example"])
    assert is_allowed(ORIGIN) and is_allowed("https://new.example")
    made = admin.create("deployments", name="Open", allowedOrigins=["https://third.example"])
    assert is_allowed("https://third.example")
    admin.call("DELETE", "deployments/" + made["id"], None, 204)
    admin.change(path, allowedOrigins=[ORIGIN])
    assert not is_allowed("https://new.example") and not is_allowed("https://third.example")


# Agents.

def test_a_new_password(admin, staff):
    agent = staff()
    stream = agent.stream()
    admin.call("PUT", f"agents/{agent.id}/password", {"password": "another one"}, 204)
    assert agent.request("GET", "/me").status == 401
    assert stream.readable(5)
    assert agent.try_login(PASSWORD).status == 401
    assert agent.try_login("another one").status == 200
    for body in ({}, {"password": ""}, {"password": "x" * 1025}):
        problem(admin.call("PUT", f"agents/{agent.id}/password", body, 400))
    problem(admin.call("PUT", "agents/005999999999999/password", {"password": "x"}, 404))
    assert agent.request("PUT", f"/admin/agents/{admin.id}/password", {"password": "x"},
                         [("Authorization", "Bearer wrong")]).status == 401


def test_a_removed_agent_is_logged_out(admin, staff):
    agent = staff().online()
    admin.call("DELETE", f"agents/{agent.id}", None, 204)
    assert agent.request("GET", "/me").status == 401
    assert agent.try_login().status == 401
    agent.token = None


def test_administrators_cannot_shut_themselves_out(admin):
    problem(admin.call("DELETE", f"agents/{admin.id}", None, 409))
    current, tag = admin.read(f"agents/{admin.id}")
    problem(admin.call("PUT", f"agents/{admin.id}", {**current, "role": "agent"}, 409,
                       If_Match=tag))


def test_the_api_key_of_a_bot(server, admin):
    skill = admin.create("skills", name=unique("Bots"))["id"]
    button = admin.create("buttons", name="Bots", skills=[skill])["id"]
    made = admin.create("agents", username=f"bot{next(_numbers)}", name="Bot", kind="bot",
                        skills=[skill])
    path = f"agents/{made['id']}"
    bot = Agent(server, AgentEntry(made["id"], made["username"], made))
    bot.token = admin.call("POST", path + "/api-key", None, 201).json()["apiKey"]
    assert admin.read(path)[0]["hasApiKey"] is True
    assert bot.token not in json.dumps(admin.read(path)[0])

    stream = bot.online().stream()
    visitor = visitor_at(server, button)
    visitor.init()
    stream.wait_for("chat.requested", chatKey=visitor.id)
    bot.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    bot.end(visitor.id)
    visitor.close()

    key, bot.token = bot.token, admin.call("POST", path + "/api-key", None, 201).json()["apiKey"]
    assert bot.request("GET", "/me").status == 200
    assert bot.request("GET", "/me", None, [("Authorization", f"Bearer {key}")]).status == 401
    admin.call("DELETE", path + "/api-key", None, 204)
    assert bot.request("GET", "/me").status == 401
    problem(admin.call("POST", f"agents/{admin.id}/api-key", None, 409))
    bot.close()


def test_quick_texts_for_agents(admin, staff):
    one = admin.create("quick-texts", name=unique("Greet"), message="Good day", category="Begin")
    two = admin.create("quick-texts", name=unique("Part"), message="Farewell", category="End")
    agent = staff()

    def found(query):
        response = agent.request("GET", "/quick-texts" + query)
        assert response.status == 200
        return response.json()["items"]

    assert one in found("") and two in found("")
    assert found("?category=End") == [two]
    assert found("?search=good%20DAY") == [one]
    assert found("?category=Begin&search=farewell") == []
    for text in (one, two):
        admin.call("DELETE", f"quick-texts/{text['id']}", None, 204)


def test_changes_stay_through_kill_9(start_server):
    server = start_server()
    admin = Admin(server, server.organization.admin).login()
    made = admin.create("skills", name="Kept")
    read, tag = admin.read("skills/" + made["id"])
    gone = admin.create("quick-texts", name="Gone", message="x")["id"]
    admin.call("DELETE", "quick-texts/" + gone, None, 204)
    admin.forget_connection()
    server.kill()
    server.start()
    assert admin.read("skills/" + made["id"]) == (read, tag)
    admin.call("GET", "quick-texts/" + gone, None, 404)
    admin.call("PUT", "skills/" + made["id"], {"name": "Kept on"}, If_Match=tag)
    admin.close()
    server.kill()
