"""Replays the exchanges in golden/ (their form is told in support/golden.py)."""

import pathlib

import pytest

from support.golden import Player

FILES = sorted((pathlib.Path(__file__).parent / "golden").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden(lane, single_lane, path):
    text = path.read_text(encoding="utf-8")
    # A file about queues needs agents that have one chat at a time.
    chosen = single_lane if "$busy" in text else lane
    names = {
        "org": chosen.organization, "deployment": chosen.deployment, "button": chosen.button,
        "pages": chosen.button_of("pages"), "agent": chosen.agent.id,
        "agent_name": chosen.agent.name, "busy": chosen.button,
    }
    agents = {"agent": chosen.agent, "second": chosen.second}
    Player(chosen.server.connect, agents.__getitem__, names).play(text)
