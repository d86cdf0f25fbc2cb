"""HTTP itself: connections, pipelining, limits, TLS."""

import signal
import ssl

import pytest

from support.http import Connection, ConnectionClosed, closed_by_server
from support.timing import Deadline
from support.visitor import REST, decode

SESSION = REST + "System/SessionId"
VERSION = ("X-LIVEAGENT-API-VERSION", "59")


def test_a_connection_serves_many_requests(world):
    with world.server.connect() as connection:
        ids = {connection.exchange("GET", SESSION, [VERSION]).json()["id"] for _ in range(20)}
    assert len(ids) == 20


def test_pipelined_requests_are_answered_in_order(world):
    with world.server.connect() as connection:
        paths = [SESSION, REST + "Nothing/Here", SESSION, "/healthz"]
        for path in paths:
            connection.send("GET", path, [VERSION])
        assert [connection.read().status for _ in paths] == [200, 404, 200, 200]


def test_a_request_behind_a_held_poll_waits_for_it(lane):
    visitor = lane.chat()
    pending = visitor.start_poll()
    pending.connection.send("GET", SESSION, [VERSION])
    lane.agent.say(visitor.id, "first")
    assert decode(pending.connection.read())[0][1]["text"] == "first"
    assert "id" in pending.connection.read().json()
    pending.connection.close()


def test_a_request_may_come_byte_by_byte(world):
    with world.server.connect() as connection:
        request = (f"GET {SESSION} HTTP/1.1\r\nHost: x\r\n{VERSION[0]}: {VERSION[1]}\r\n\r\n")
        for letter in request.encode():
            connection.send_bytes(bytes([letter]))
        assert connection.read().status == 200


def test_connection_close_is_obeyed(world):
    with world.server.connect() as connection:
        assert connection.exchange("GET", SESSION, [VERSION, ("Connection", "close")]).status == 200
        assert closed_by_server(connection)


def test_a_chunked_body(lane):
    visitor = lane.chat()
    headers = visitor.headers(sequence=2) + [("Transfer-Encoding", "chunked")]
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    with lane.server.connect() as connection:
        connection.send_bytes(
            f"POST {REST}Chasitor/ChatMessage HTTP/1.1\r\nHost: x\r\n{lines}\r\n"
            '8\r\n{"text":\r\n5\r\n"hi"}\r\n0\r\n\r\n'.encode())
        assert connection.read().text == "OK"
    assert lane.agent.texts(visitor.id) == ["hi"]


@pytest.mark.parametrize("request_bytes", [
    b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
], ids=["nonsense", "version", "tls", "header", "length"])
def test_what_is_no_request_is_400_or_the_end(world, request_bytes):
    with world.server.connect() as connection:
        connection.send_bytes(request_bytes)
        try:
            assert 400 <= connection.read().status < 600
        except ConnectionClosed:
            pass


def test_a_head_that_is_too_large_is_refused(world):
    with world.server.connect() as connection:
        response = connection.exchange("GET", SESSION, [VERSION, ("X-Large", "x" * 20000)])
        assert response.status in (400, 431)


def test_a_body_that_is_too_large_is_refused(lane):
    visitor = lane.chat()
    with lane.server.connect() as connection:
        connection.send_bytes(
            f"POST {REST}Chasitor/ChatMessage HTTP/1.1\r\nHost: x\r\n"
            "Content-Length: 70000\r\n\r\n".encode())
        assert connection.read().status in (400, 413)
    visitor.say("still here")


def test_a_body_just_below_the_limit_is_read(lane):
    lane.agent.online()
    visitor = lane.visitor()
    body = visitor.init_body(padding="x" * 60000)
    assert visitor.post("ChasitorInit", body).text == "OK"


def test_healthz(world):
    with world.server.connect() as connection:
        assert connection.exchange("GET", "/healthz").status == 200


def test_metrics(lane):
    lane.chat()
    with lane.server.connect() as connection:
        response = connection.exchange("GET", "/metrics")
    assert response.status == 200 and response.header("Content-Type").startswith("text/plain")
    samples = [line for line in response.text.splitlines() if line and not line.startswith("#")]
    assert samples
    for line in samples:
        name, value = line.rsplit(" ", 1)
        assert name.startswith("rejoinder_") or name.startswith("process_"), line
        float(value)


def serial(server):
    """The certificate that the server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with Connection(server.addresses[1], tls=context) as connection:
        assert connection.exchange("GET", SESSION, [VERSION]).status == 200
        return connection.socket.getpeercert(binary_form=True)


def test_tls_and_a_new_certificate_on_sighup(own_server, certificate):
    path, key = certificate("first")
    server = own_server({"server.tls_listen": ["127.0.0.1:0"],
                         "server.tls_certificate": str(path), "server.tls_key": str(key)})
    context = ssl.create_default_context(cafile=str(path))
    with Connection(server.addresses[1], tls=context) as connection:
        assert connection.exchange("GET", SESSION, [VERSION]).status == 200
    first = serial(server)
    certificate("second")
    server.signal(signal.SIGHUP)
    deadline = Deadline()
    while serial(server) == first:
        assert not deadline.over(), "the new certificate is not used"
