"""Pages of other sites: the preflight, and the headers of every answer."""

import pytest

from conftest import EXTRA_ORIGIN
from support.organization import ORIGIN
from support.visitor import REST

STRANGER = "https://stranger.example"
ASKED = ("x-liveagent-affinity,x-liveagent-api-version,x-liveagent-session-key,"
         "x-liveagent-sequence,content-type")


def preflight(visitor, origin, path="Chasitor/ChatMessage", method="POST"):
    return visitor.exchange("OPTIONS", REST + path, [
        ("Origin", origin), ("Access-Control-Request-Method", method),
        ("Access-Control-Request-Headers", ASKED)])


def check_allowed(response, origin):
    assert response.header("Access-Control-Allow-Origin") == origin, response
    assert response.header("Access-Control-Allow-Credentials") == "true"
    vary = ",".join(response.header_values("Vary")).lower()
    assert "origin" in [part.strip() for part in vary.split(",")]


def check_refused(response):
    assert response.header("Access-Control-Allow-Origin") is None, response
    assert response.header("Access-Control-Allow-Credentials") is None


@pytest.mark.parametrize("path,method", [
    ("System/SessionId", "GET"), ("System/Messages?ack=-1", "GET"), ("System/MultiNoun", "POST"),
    ("Chasitor/ChasitorInit", "POST"), ("Chasitor/ChatMessage", "POST"),
    ("System/SessionId/some!key", "DELETE"), ("Visitor/Availability", "GET")])
def test_a_preflight_is_answered(lane, path, method):
    response = preflight(lane.visitor(), ORIGIN, path, method)
    assert response.status in (200, 204) and response.body == b""
    check_allowed(response, ORIGIN)
    assert response.header("Access-Control-Max-Age") == "7200"
    methods = response.header("Access-Control-Allow-Methods")
    assert {"GET", "POST", "DELETE"} <= {part.strip() for part in methods.split(",")}
    allowed = {part.strip() for part in
               response.header("Access-Control-Allow-Headers").lower().split(",")}
    assert set(ASKED.split(",")) <= allowed


def test_an_extra_origin_of_the_settings(lane):
    check_allowed(preflight(lane.visitor(), EXTRA_ORIGIN), EXTRA_ORIGIN)


@pytest.mark.parametrize("origin", [STRANGER, "null", "https://shop.example.evil.example",
                                    "http://shop.example", "https://shop.example:8443"])
def test_a_stranger_gets_no_headers(lane, origin):
    visitor = lane.visitor()
    check_refused(preflight(visitor, origin))
    headers = visitor.headers(affinity="null", key=None) + [("Origin", origin)]
    check_refused(visitor.exchange("GET", REST + "System/SessionId", headers))


def test_the_origin_is_echoed_with_answers(lane):
    visitor = lane.visitor()
    for origin in (ORIGIN, EXTRA_ORIGIN):
        headers = visitor.headers(affinity="null", key=None) + [("Origin", origin)]
        check_allowed(visitor.exchange("GET", REST + "System/SessionId", headers), origin)


def test_the_headers_are_also_on_204(hasty_lane):
    visitor = hasty_lane.visitor()
    response = visitor.poll(headers=visitor.headers() + [("Origin", ORIGIN)])
    assert response.status == 204
    check_allowed(response, ORIGIN)


@pytest.mark.parametrize("status,method,path,change", [
    (404, "GET", "Nothing/Here", {}), (405, "GET", "Chasitor/ChatMessage", {}),
    (400, "GET", "System/Messages", {"version": None}),
    (403, "GET", "System/Messages", {"key": "wrong"}),
    (503, "GET", "System/Messages", {"affinity": "00000000"})])
def test_the_headers_are_also_on_errors(lane, status, method, path, change):
    visitor = lane.waiting()
    response = visitor.exchange(method, REST + path, visitor.headers(**change)
                                + [("Origin", ORIGIN)])
    assert response.status == status
    check_allowed(response, ORIGIN)


def test_the_headers_are_also_on_a_superseded_poll(lane):
    visitor = lane.chat()
    older = visitor.start_poll(headers=visitor.headers() + [("Origin", ORIGIN)])
    visitor.start_poll()
    response = older.finish()
    assert response.status == 409
    check_allowed(response, ORIGIN)


def test_without_an_origin_there_are_no_headers(lane):
    visitor = lane.visitor()
    response = visitor.exchange("GET", REST + "System/SessionId",
                                visitor.headers(affinity="null", key=None))
    check_refused(response)
