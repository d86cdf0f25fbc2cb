"""rx-sfliveagent-client, a published client library, in a whole chat with the echo agent."""

import json
import os
import pathlib
import queue
import shutil
import subprocess
import threading

import pytest

from support import server as servers
from support.organization import PASSWORD
from support.timing import Deadline, PATIENCE
from support.visitor import REST, decode

HERE = pathlib.Path(__file__).parent


@pytest.fixture(scope="module")
def packages():
    """The packages that package-lock.json names; installed when they are not there."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("Node.js is not there")
    if not (HERE / "node_modules" / "rx-sfliveagent-client").is_dir():
        subprocess.run(["npm", "ci"], cwd=HERE, check=True, capture_output=True, timeout=300)


class Program:
    """A program that prints JSON lines."""

    def __init__(self, *arguments, **options):
        self._process = subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
        self._lines = queue.Queue()
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        self.events = []

    def _read(self):
        for line in self._process.stdout:
            self._lines.put(json.loads(line))
        self._lines.put(None)

    def next(self):
        """The next event, or None at the end."""
        event = self._lines.get(timeout=3 * PATIENCE)
        if event is not None:
            self.events.append(event)
        return event

    def wait_for(self, kind):
        while True:
            event = self.next()
            assert event is not None, f"no {kind}: {self.events}\n{self._process.stderr.read()}"
            if event["type"] == kind:
                return event["message"]

    def finish(self):
        while self.next() is not None:
            pass
        self._thread.join()
        code = self._process.wait(PATIENCE)
        return code, self._process.stderr.read()

    def end(self):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._thread.join()
        self._process.stdout.close()
        self._process.stderr.close()


@pytest.fixture
def start():
    programs = []

    def start(*arguments, **options):
        programs.append(Program(*arguments, **options))
        return programs[-1]

    yield start
    for program in programs:
        program.end()


@pytest.fixture
def echo_lane(single_lane, tmp_path):
    """A lane whose first agent is the echo agent, who has one chat at a time."""
    agent = single_lane.agent
    with open(tmp_path / "echo.log", "wb") as log:
        echo = subprocess.Popen(
            [servers.BINARY, "echo-agent", "--url", single_lane.server.url, "--organization",
             single_lane.organization, "--username", agent.username],
            env={**os.environ, "REJOINDER_PASSWORD": PASSWORD}, stdout=log, stderr=log)
    visitor = single_lane.visitor()
    path = (f"{REST}Visitor/Availability?org_id={visitor.organization}"
            f"&deployment_id={visitor.deployment}&Availability.ids={visitor.button}")
    deadline = Deadline()
    try:
        while not decode(visitor.exchange("GET", path))[0][1]["results"][0].get("isAvailable"):
            assert not deadline.over() and echo.poll() is None, "the echo agent is not there"
        yield single_lane
    finally:
        echo.terminate()
        echo.wait(PATIENCE)


def chat_program(lane):
    return ["node", str(HERE / "chat.js"), json.dumps({
        "host": lane.server.url, "organizationId": lane.organization,
        "deploymentId": lane.deployment, "buttonId": lane.button})]


def test_the_echo_agent(echo_lane):
    visitor = echo_lane.visitor()
    visitor.init()
    visitor.wait_for("ChatEstablished")
    assert visitor.wait_for("ChatMessage")["text"] == "Hello from agent"
    visitor.say("one")
    visitor.wait_for("AgentTyping")
    assert visitor.wait_for("ChatMessage")["text"] == "echo: one"
    visitor.say("good bye")
    assert visitor.wait_for("ChatEnded")["reason"] == "agent"


@pytest.mark.parametrize("ended_by", ["agent", "client"])
def test_a_whole_chat(packages, start, echo_lane, ended_by):
    busy = echo_lane.visitor()
    busy.init()
    busy.wait_for("ChatEstablished")

    program = start(*chat_program(echo_lane), ended_by)
    success = program.wait_for("ChatRequestSuccess")
    assert success["queuePosition"] == 1
    busy.say("bye")

    assert program.wait_for("QueueUpdate")["position"] == 0
    established = program.wait_for("ChatEstablished")
    assert established["userId"] == echo_lane.agent.id
    code, errors = program.finish()
    assert code == 0, f"{program.events}\n{errors}"

    types = [event["type"] for event in program.events]
    said = [event["message"]["text"] for event in program.events if event["type"] == "ChatMessage"]
    assert said[:2] == ["Hello from agent", "echo: Is anybody there?"]
    available = next(event for event in program.events if event["type"] == "Availability")
    assert available["message"]["results"][0]["id"] == echo_lane.button
    assert "AgentTyping" in types
    assert types[-1] == ("ChatEnded" if ended_by == "agent" else "ChatEnd")
    if ended_by == "agent":
        assert program.events[-1]["message"]["reason"] == "agent"
