"""A disk that is full: new work is refused, nothing acknowledged is lost, and it goes on."""

import os
import shutil
import subprocess

import pytest

from support.files import FAILURE, SUCCESS, FileChat, no_drafts_stay
from support.forms import file_part, png
from support.timing import Deadline
from support.visitor import decode
from support.world import World

TEXT = "x" * 12000


class SmallDisk:
    """A file system of its own, with a file that takes the room."""

    def __init__(self, path):
        self.path = path
        self._filler = path / "filler"

    def fill(self):
        with open(self._filler, "wb", buffering=0) as filler:
            try:
                while filler.write(b"\0" * 4096):
                    pass
            except OSError:
                pass

    def free(self):
        self._filler.unlink()


@pytest.fixture
def small_disk(tmp_path):
    path = tmp_path / "disk"
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(path)]
    if os.geteuid() != 0 or shutil.which("mount") is None or \
            subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("file systems cannot be mounted here")
    yield SmallDisk(path)
    subprocess.run(["umount", "-l", str(path)], check=True)


def fill_until_refused(visitor, acknowledged, most=3000):
    """Posts until the server refuses; its refusal."""
    for number in range(most):
        text = f"{number} {TEXT}"
        response = visitor.post("ChatMessage", {"text": text})
        if response.status != 200:
            visitor.sequence -= 1
            return text, response
        acknowledged.append(text)
    raise AssertionError("the disk did not get full")


def post_until_accepted(visitor, text, held):
    """Tries again, at the pace of waits on a held poll."""
    deadline = Deadline()
    sequence = visitor.sequence + 1
    while True:
        response = visitor.post("ChatMessage", {"text": text}, sequence=sequence)
        if response.status == 200:
            visitor.sequence = sequence
            return
        assert not deadline.over(), response
        assert not held.answered(0.05), "the held poll was answered"


@pytest.mark.slow
def test_a_full_disk_refuses_new_work_and_recovers(own_server, small_disk):
    server = own_server(data=small_disk.path / "data")
    lane = World(server).lane()
    talker, listener = lane.chat(), lane.chat()
    acknowledged = ["before"]
    talker.say("before")
    held = listener.start_poll()

    small_disk.fill()
    refused, response = fill_until_refused(talker, acknowledged)
    assert response.status >= 500 and response.body, response
    again = talker.post("ChatMessage", {"text": refused}, sequence=talker.sequence + 1)
    assert again.status >= 500
    newcomer = lane.visitor()
    assert newcomer.post("ChasitorInit", newcomer.init_body()).status >= 500
    assert lane.agent.post(listener.id, "messages", {"text": "lost"}).status in (500, 503)
    assert not held.answered(), "held polls stay"

    small_disk.free()
    post_until_accepted(talker, refused, held)
    acknowledged.append(refused)
    lane.agent.say(listener.id, "here again")
    assert [message["text"] for _, message in decode(held.finish())] == ["here again"]
    assert lane.agent.texts(talker.id) == acknowledged
    assert lane.agent.texts(listener.id) == ["here again"]

    server.kill()
    for visitor in (talker, listener):
        visitor.close()
    lane.agent.forget_connection()
    server.start()
    assert lane.agent.texts(talker.id) == acknowledged
    server.kill()


@pytest.mark.slow
def test_a_full_disk_takes_no_file_and_leaves_none_half_written(own_server, small_disk):
    server = own_server(data=small_disk.path / "data")
    chat = FileChat(World(server).lane())
    token = chat.ask()["fileToken"]
    small_disk.fill()
    assert chat.upload(token, file_part(png(1_000_000))) == FAILURE
    no_drafts_stay(chat)
    assert chat.stored_files() == {}

    small_disk.free()
    deadline = Deadline()
    while True:
        response = chat.agent.post(chat.key, "file-requests")
        if response.status in (201, 409):
            break
        assert response.status == 503 and not deadline.over(), response
    if response.status == 201:  # the failure came to be known: it was asked for anew
        asked = [message["message"] for message in chat.visitor.messages]
        while asked[-1].get("type") != "Requested" or asked[-1]["fileToken"] == token:
            asked.append(chat.visitor.wait_for("FileTransfer"))
        token = asked[-1]["fileToken"]
    assert chat.upload(token, file_part(png(1_000_000))) == SUCCESS
    assert len(chat.stored_files()) == 1
    chat.lane.clear()


@pytest.mark.slow
def test_a_limit_of_the_file_size_refuses_new_work(own_server):
    server = own_server(start=False)
    server.start(file_size=3 * 1024 * 1024)
    lane = World(server).lane()
    visitor = lane.chat()
    acknowledged = []
    refused, response = fill_until_refused(visitor, acknowledged)
    assert response.status >= 500 and response.body, response
    with server.connect() as connection:
        assert connection.exchange("GET", "/healthz").status in (200, 503)
    server.kill()
    visitor.close()
    lane.agent.forget_connection()
    server.start()
    assert lane.agent.texts(visitor.id) == acknowledged
    visitor.say(refused)
    assert lane.agent.texts(visitor.id) == [*acknowledged, refused]
