"""SIGTERM, configuration errors, and the small commands."""

import signal

from support import server as servers
from support.visitor import decode
from support.world import World


def test_sigterm_answers_held_polls_and_exits_0(own_server):
    lane = World(own_server()).lane()
    visitors = [lane.chat() for _ in range(3)]
    pending = [visitor.start_poll() for visitor in visitors]
    lane.server.signal(signal.SIGTERM)
    assert [poll.finish().status for poll in pending] == [204, 204, 204]
    assert lane.server.wait() == 0


def test_after_sigterm_the_chat_goes_on(own_server):
    lane = World(own_server()).lane()
    visitor = lane.chat()
    lane.agent.say(visitor.id, "before")
    assert lane.server.stop() == 0
    visitor.close()
    lane.agent.forget_connection()
    lane.server.start()
    assert [message["text"] for _, message in decode(visitor.poll())] == ["before"]
    visitor.say("after")
    assert lane.agent.texts(visitor.id) == ["before", "after"]


def test_sigterm_without_anybody(own_server):
    assert own_server().stop() == 0


def test_a_bad_configuration_is_told_with_its_place_and_78(tmp_path):
    path = tmp_path / "rejoinder.toml"
    path.write_text('[live_agent]\npoll_timeout = "soon"\n')
    for command in (["serve", "--config", str(path)], ["config", "check", "--config", str(path)]):
        result = servers.run(*command, check=False)
        assert result.returncode == 78
        assert f"{path}:2:" in result.stderr, result.stderr


def test_an_unknown_setting_is_told(tmp_path):
    path = tmp_path / "rejoinder.toml"
    path.write_text("[live_agent]\npol_timeout = \"28s\"\n")
    result = servers.run("config", "check", "--config", str(path), check=False)
    assert result.returncode == 78 and f"{path}:2:" in result.stderr


def test_a_good_configuration_is_good(tmp_path):
    path = tmp_path / "rejoinder.toml"
    path.write_text('[live_agent]\npoll_timeout = "20s"\n')
    servers.run("config", "check", "--config", str(path))
    assert "20s" in servers.run("config", "print", "--config", str(path)).stdout


def test_set_overrides_the_file(tmp_path):
    path = tmp_path / "rejoinder.toml"
    path.write_text('[live_agent]\npoll_timeout = "20s"\n')
    result = servers.run("config", "print", "--config", str(path),
                         "--set", "live_agent.poll_timeout=12s")
    assert "12s" in result.stdout and "20s" not in result.stdout


def test_version():
    assert servers.run("version").stdout.strip()
