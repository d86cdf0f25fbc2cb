"""Files in chats, by servers of their own: settings, restarts, memory."""

import os
import re

import pytest

from support.files import FAILURE, SIZE_MAX, SUCCESS, FileChat, no_drafts_stay
from support.forms import FORM, file_part, form, png
from support.timing import Deadline, milliseconds
from support.world import World


def test_a_slow_upload_is_given_up(own_server):
    server = own_server({"files.upload_timeout": milliseconds(400)})
    chat = FileChat(World(server).lane())
    token = chat.ask()["fileToken"]
    with server.connect() as connection:
        connection.send("POST", "/upload?" + chat.query(token),
                        [FORM, ("Content-Length", "1000")])
        connection.send_bytes(file_part(png())[:50])
        assert connection.read().status == 408
    no_drafts_stay(chat)
    deadline = Deadline()
    while chat.upload(token) != SUCCESS:
        assert not deadline.over()
    chat.lane.clear()


def test_limits_of_a_chat_and_a_day(own_server):
    server = own_server({"files.per_chat_max": 2, "files.per_day_max": 3})
    lane = World(server).lane()
    first, second = FileChat(lane), FileChat(lane)
    assert first.send(file_part(png())).status == 201
    assert first.upload(first.ask()["fileToken"]) == SUCCESS
    first.request(status=429)
    assert second.send(file_part(png())).status == 201
    assert second.send(file_part(png())).status == 429
    lane.clear()


def test_types_can_be_fewer(own_server):
    server = own_server({"files.types": ["application/pdf"]})
    chat = FileChat(World(server).lane())
    assert chat.upload(chat.ask()["fileToken"]) == FAILURE
    assert chat.told() == "Failure"
    assert chat.upload(chat.ask()["fileToken"],
                       file_part(b"%PDF-1.4", "a.pdf", "application/pdf")) == SUCCESS
    chat.lane.clear()


def test_a_request_and_files_survive_a_restart(own_server):
    server = own_server()
    chat = FileChat(World(server).lane())
    sent = chat.send(file_part(png(5000))).json()
    token = chat.ask()["fileToken"]
    link = re.search(r"/files/\S+", chat.visitor.texts()[-1]).group()
    body = form(file_part(png(1_000_000)))
    connection = server.connect()
    connection.send("POST", "/upload?" + chat.query(token),
                    [FORM, ("Content-Length", str(len(body)))])
    connection.send_bytes(body[:500_000])
    deadline = Deadline()
    while not list((server.data / "files" / "incoming").iterdir()):
        assert not deadline.over()
        chat.agent.me()

    server.kill()
    connection.close()
    chat.visitor.close()
    chat.agent.forget_connection()
    chat.agent.close_streams()
    server.start()
    assert list((server.data / "files" / "incoming").iterdir()) == []
    chat.stream = chat.agent.stream()
    chat.request(status=409)
    assert chat.upload(token) == SUCCESS
    assert chat.told() == "Success"
    assert chat.download(sent["fileId"]).body == png(5000)
    with server.connect() as connection:
        assert connection.exchange("GET", link).body == png(5000)
    chat.lane.clear()


def test_a_file_that_cannot_be_written_is_a_failure(own_server):
    server = own_server(start=False)
    server.start(file_size=3 * 1024 * 1024)
    chat = FileChat(World(server).lane())
    assert chat.upload(chat.ask()["fileToken"], file_part(png(4_000_000))) == FAILURE
    assert chat.told() == "Failure"
    assert "cannot be stored" in chat.reason()
    assert chat.send(file_part(png(4_000_000))).status == 503
    no_drafts_stay(chat)
    assert chat.stored_files() == {}
    assert chat.upload(chat.ask()["fileToken"], file_part(png(1_000_000))) == SUCCESS
    chat.lane.clear()


def test_what_never_came_to_count_is_removed_at_the_start(own_server):
    server = own_server()
    chat = FileChat(World(server).lane())
    asked = chat.request()
    server.kill()
    chat.visitor.close()
    chat.agent.forget_connection()
    # As if the server had ended between storing the file and telling the core.
    path = server.data / "files" / asked["fileId"][:2] / asked["fileId"]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(png())
    server.start()
    assert not path.exists()
    chat.agent.close_streams()
    chat.lane.clear()


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("REJOINDER_PRESET") in ("asan", "tsan"),
                    reason="a sanitizer keeps memory of its own")
def test_memory_stays_bounded_while_many_upload(own_server):
    server = own_server({"files.size_max": SIZE_MAX})
    chat = FileChat(World(server).lane())

    def resident():
        status = open(f"/proc/{server.process.pid}/status", encoding="ascii").read()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) * 1024

    chat.send(file_part(png(SIZE_MAX)))
    before = resident()
    body = form(file_part(png(SIZE_MAX)))
    connections = [server.connect() for _ in range(20)]
    for connection in connections:
        connection.send("POST", f"/api/v1/chats/{chat.key}/files",
                        [*chat.agent.credentials(), FORM, ("Content-Length", str(len(body)))])
    for start in range(0, len(body), 500_000):
        for connection in connections:
            connection.send_bytes(body[start:start + 500_000])
    for connection in connections:
        assert connection.read(60).status == 201
        connection.close()
    assert resident() - before < 20 * 1024 * 1024, "less than a fifth of what was sent"
    chat.lane.clear()
