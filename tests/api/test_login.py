"""Who asks: log-in, bearer, cookie, log-out, problems."""

import pytest

from support.agent import API, Agent
from support.organization import PASSWORD, long_id
from support.websocket import Closed, Refused, WebSocket


@pytest.fixture
def stranger(world):
    """An agent with a connection of its own, who has not logged in."""
    agent = Agent(world.server, world.server.organization.lanes[0].agents[1])
    yield agent
    agent.close()


def problem(response, status):
    assert response.status == status, response
    assert response.header("Content-Type").startswith("application/problem+json")
    body = response.json()
    assert body["status"] == status and body["title"] and body["detail"]
    return body


def cookie(response):
    value, *attributes = [part.strip() for part in response.header("Set-Cookie").split(";")]
    return value, {attribute.lower() for attribute in attributes}


def test_the_right_password(stranger):
    response = stranger.try_login()
    reply = response.json()
    assert response.status == 200
    assert reply["agent"]["id"] == stranger.id and reply["agent"]["username"] == stranger.username
    assert reply["organization"]["id"] == stranger.server.organization.id
    value, attributes = cookie(response)
    assert value == "rejoinder_agent=" + reply["token"]
    assert {"httponly", "samesite=strict"} <= attributes


def test_a_long_organization_id(stranger):
    organization = long_id(stranger.server.organization.id)
    assert stranger.try_login(organization=organization).status == 200


@pytest.mark.parametrize("change", [
    {"password": "wrong"}, {"password": ""}, {"username": "nobody"},
    {"organization": "00D000000009999"}], ids=lambda change: " ".join(change.values()) or "empty")
def test_wrong_credentials_are_answered_alike(stranger, change):
    body = problem(stranger.try_login(**change), 401)
    assert body["detail"] == problem(stranger.try_login(password="wrong"), 401)["detail"]


def test_guessing_is_held_back_and_ends_nobody_s_work(start_server):
    server = start_server({"agents.login_failures": 3, "agents.login_failures_window": "1h"})
    ann, bob = (Agent(server, agent) for agent in server.organization.lanes[0].agents[:2])
    ann.login()
    for guess in ("1", "2", "3"):
        problem(ann.try_login(password=guess), 401)
    for password in ("4", PASSWORD):
        held_back = ann.try_login(password=password)
        problem(held_back, 429)
        assert 1000 < int(held_back.header("Retry-After")) <= 1200
    assert ann.me()["agent"]["id"] == ann.id
    assert bob.try_login().status == 200
    ann.close()
    bob.close()


@pytest.mark.parametrize("body", ["{", {}, {"username": "x"}, [], {"organization": 1,
                                  "username": "a", "password": "b"}], ids=str)
def test_a_log_in_that_is_none_is_400(stranger, body):
    problem(stranger.request("POST", "/login", body, headers=[]), 400)


def test_no_token_and_a_wrong_one(stranger):
    for headers in ([], [("Authorization", "Bearer nonsense")], [("Authorization", "Basic abc")],
                    [("Cookie", "rejoinder_agent=nonsense"), ("X-CSRF", "1")]):
        for method, path in [("GET", "/me"), ("GET", "/chats"), ("PUT", "/me/presence")]:
            problem(stranger.request(method, path, {} if method == "PUT" else None, headers), 401)


def test_the_cookie_reads_and_writes_only_with_the_csrf_header(stranger):
    value, _ = cookie(stranger.try_login())
    header = ("Cookie", "other=1; " + value)
    assert stranger.request("GET", "/me", headers=[header]).status == 200
    body = {"state": "Away"}
    problem(stranger.request("PUT", "/me/presence", body, [header]), 403)
    problem(stranger.request("PUT", "/me/presence", body, [header, ("X-CSRF", "0")]), 403)
    reply = stranger.request("PUT", "/me/presence", body, [header, ("X-CSRF", "1")])
    assert reply.json()["state"] == "Away"
    assert stranger.request("DELETE", "/login", headers=[header, ("X-CSRF", "1")]).status == 204
    problem(stranger.request("GET", "/me", headers=[header]), 401)


def test_log_out(stranger):
    stranger.login()
    stranger.logout()
    problem(stranger.request("GET", "/me"), 401)


def test_log_out_ends_only_its_own_log_in(stranger):
    stranger.login()
    other = Agent(stranger.server, stranger.server.organization.lanes[0].agents[1]).login()
    assert other.token != stranger.token
    other.logout()
    assert stranger.me()["agent"]["id"] == stranger.id
    other.close()


def test_log_out_closes_its_stream(stranger):
    stream = stranger.login().stream()
    stranger.logout()
    with pytest.raises(Closed) as closed:
        for _ in range(20):
            stream.receive_raw()
    assert closed.value.code == 1008


def test_a_stream_wants_a_token(world):
    with pytest.raises(Refused) as refused:
        WebSocket(world.server.address, API + "/stream", [])
    assert refused.value.response.status == 401


def test_a_stream_with_a_wrong_token_is_closed(world):
    stream = WebSocket(world.server.address, API + "/stream",
                       [("Authorization", "Bearer nonsense")])
    with pytest.raises(Closed) as closed:
        stream.receive_text()
    assert closed.value.code == 1008


def test_a_stream_of_another_site_is_refused(stranger):
    stranger.login()
    with pytest.raises(Refused) as refused:
        WebSocket(stranger.server.address, API + "/stream",
                  [*stranger.credentials(), ("Origin", "https://stranger.example")])
    assert refused.value.response.status == 403


def test_a_stream_without_a_handshake_is_400(stranger):
    problem_or_text = stranger.login().request("GET", "/stream")
    assert problem_or_text.status == 400


def test_a_first_frame_that_is_none_closes_the_stream(stranger):
    stranger.login()
    socket = WebSocket(stranger.server.address, API + "/stream", stranger.credentials())
    socket.send_text("nonsense")
    with pytest.raises(Closed) as closed:
        socket.receive_text()
    assert closed.value.code == 1008


def test_the_cookie_opens_a_stream(stranger):
    value, _ = cookie(stranger.try_login())
    socket = WebSocket(stranger.server.address, API + "/stream", [("Cookie", value)])
    socket.send_text('{"resume": null}')
    assert '"hello"' in socket.receive_text()
    socket.close()


@pytest.mark.parametrize("method,path,status", [
    ("GET", "/nothing", 404), ("DELETE", "/me", 405), ("POST", "/me/presence", 405)])
def test_unknown_paths_and_methods_are_problems(stranger, method, path, status):
    stranger.login()
    problem(stranger.request(method, path, {}), status)


def test_me(stranger):
    me = stranger.login().me()
    assert me["agent"]["id"] == stranger.id
    assert me["capacity"]["max"] == stranger.capacity
    assert [skill["name"] for skill in me["skills"]] == [
        stranger.server.organization.lanes[0].skill]


def test_the_password_is_hashed_in_the_store(world):
    needle = PASSWORD.encode()
    for path in world.server.data.rglob("*"):
        if path.is_file():
            assert needle not in path.read_bytes(), path


def test_the_description_is_served(world):
    with world.server.connect() as connection:
        response = connection.exchange("GET", "/api/openapi.json")
    assert response.status == 200 and response.json()["openapi"].startswith("3.1")
