"""The player of golden exchanges must notice what differs."""

import pytest

from support.golden import Player, parse


def match(wanted, actual, **names):
    player = Player(None, None, names)
    player._match("here", wanted, actual)
    return player.names


def test_placeholders_match_and_remember():
    names = match({"a": "<int:n>", "b": ["x<token:t>y", "$known"]},
                  {"a": 3, "b": ["x0123abcdy", "k"]}, known="k")
    assert (names["n"], names["t"]) == (3, "0123abcd")


@pytest.mark.parametrize("wanted,actual", [
    ("<int>", True), ("<int>", "3"), ({"a": 1}, {"a": 1, "b": 2}), ([1], [1, 2]), (True, 1),
    ("<uuid>", "x"), ("OK", "OK\n"), ({"a": "<any>"}, {})])
def test_differences_are_noticed(wanted, actual):
    with pytest.raises(AssertionError):
        match(wanted, actual)


def test_steps_are_found():
    steps = parse("# c\n> GET /\n< 200\n\n@ agent is Online\n> GET /x\n>\n> {}\n< 204\n")
    assert [getattr(step, "line", step) for step in steps] == [
        2, (5, ["agent", "is", "Online"]), 6]
