"""The servers that the tests share, and the counts at the end of a run."""

import collections
import contextlib
import os
import subprocess

import pytest

from support import server as servers
from support.openapi import Description
from support.timing import milliseconds
from support.world import World, shared_organization

EXTRA_ORIGIN = "https://extra.example"
OTHER_HOST = "https://elsewhere.example/chat"

COMMON = {
    "live_agent.switch_server_url": OTHER_HOST,
    "server.allowed_origins": [EXTRA_ORIGIN],
    "agents.login_workers": 2,
}

# What the guide says to the letter, where the default is lenient.
LITERAL = {
    "live_agent.request_sequence": "strict",
    "live_agent.early_posts": "reject",
    "live_agent.duplicate_poll": "terminate",
    "live_agent.ack_ahead": "strict",
    "live_agent.reconnect": "pending_only",
    "live_agent.version_gates": "strict",
    "live_agent.chatbot_noun": "reject",
    "live_agent.no_post": "reject",
    "live_agent.resync_unknown": "forbidden",
    "live_agent.unknown_organization": "unavailable",
}

# Short times: for holds, time-outs and graces.
HASTY = {
    "live_agent.poll_timeout": milliseconds(300),
    "live_agent.client_poll_timeout": milliseconds(1000),
    "live_agent.session_grace": milliseconds(300),
    "agents.presence_grace": milliseconds(800),
}

# Settings that only add something to what is sent.
TALKATIVE = {
    "live_agent.accepted_status": 202,
    "live_agent.async_result": True,
    "live_agent.sensitive_data_rules_message": True,
}


@pytest.fixture(scope="session")
def organization():
    yield shared_organization()
    servers.remove_shared_directory()


@pytest.fixture(scope="session")
def start_server(tmp_path_factory, organization):
    """Starts servers with settings of one's own; what still runs at the end is killed."""
    started = []

    def start(settings=None, start=True, **options):
        server = servers.Server(tmp_path_factory.mktemp("server"), organization,
                                {**COMMON, **(settings or {})}, **options)
        started.append(server)
        return server.start() if start else server

    yield start
    for server in started:
        server.kill()


def _world(settings):
    @pytest.fixture(scope="session")
    def world(start_server):
        made = World(start_server(settings))
        yield made
        made.close()
    return world


world = _world({})
literal_world = _world(LITERAL)
hasty_world = _world(HASTY)
talkative_world = _world(TALKATIVE)


@contextlib.contextmanager
def _cleared(lane):
    try:
        yield lane
    finally:
        lane.clear()


@pytest.fixture
def lane(world):
    with _cleared(world.lane()) as lane:
        yield lane


@pytest.fixture
def single_lane(world):
    """A lane whose agents have one chat at a time."""
    with _cleared(world.lane(capacity=1)) as lane:
        yield lane


@pytest.fixture
def literal_lane(literal_world):
    with _cleared(literal_world.lane()) as lane:
        yield lane


@pytest.fixture
def hasty_lane(hasty_world):
    with _cleared(hasty_world.lane()) as lane:
        yield lane


@pytest.fixture
def talkative_lane(talkative_world):
    with _cleared(talkative_world.lane()) as lane:
        yield lane


@pytest.fixture
def own_server(start_server):
    """A function that starts a server for this test alone, and says its world."""
    made = []

    def start(settings=None, **options):
        made.append(start_server(settings, **options))
        return made[-1]

    yield start
    for server in made:
        server.kill()


@pytest.fixture
def certificate(tmp_path):
    """A function that makes a certificate for 127.0.0.1 and says its file and its key's."""
    def make(name):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", f"/CN={name}", "-addext",
             "subjectAltName=IP:127.0.0.1", "-keyout", str(tmp_path / "key.pem"),
             "-out", str(tmp_path / "certificate.pem")], check=True, capture_output=True)
        return tmp_path / "certificate.pem", tmp_path / "key.pem"
    return make


# The counts.

def pytest_collection_modifyitems(config):
    if not config.option.collectonly and not os.path.exists(servers.BINARY):
        raise pytest.UsageError(f"no server at {servers.BINARY}: build it, or set REJOINDER")


def pytest_terminal_summary(terminalreporter):
    passed = collections.Counter(
        report.nodeid.split("::")[0].split("/")[-2]
        for report in terminalreporter.stats.get("passed", [])
        if report.when == "call" and "/" in report.nodeid.split("::")[0])
    terminalreporter.write_sep("-", "counts")
    for folder, count in sorted(passed.items()):
        terminalreporter.write_line(f"{folder}: {count} passed")
    terminalreporter.write_line(f"OpenAPI: {Description.validated} answers validated")
