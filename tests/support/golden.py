"""Golden exchanges: readable requests and answers, replayed against a server.

    # a comment
    > GET /chat/rest/System/SessionId          a request line, its headers, and after an
    > X-LIVEAGENT-API-VERSION: 43              empty `>` its body
    < 200                                      the answer's status, the headers that matter,
    < Content-Type: text/plain                 and after an empty `<` its whole body
    <
    < OK
    @ agent says $chat Hello                   what an agent does in between

`$name` in a request is a value known before. In an answer `<kind>` stands for any value of that
kind and `<kind:name>` remembers it. Kinds: key, uuid, token, id, int, number, text, object, any.
A body that is JSON is compared as JSON. Without a body the answer's must be empty; `< ...` stands
for any.
"""

import json
import re
import string

_KINDS = {
    "key": r"[0-9a-f-]{36}![0-9]{13}![A-Za-z0-9+/]{27}=",
    "uuid": r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "token": r"[0-9a-f]{8}",
    "id": r"[0-9A-Za-z]{15}",
    "text": r".*",
}
_PLACEHOLDER = re.compile(r"<(key|uuid|token|id|int|number|text|object|any)(?::(\w+))?>")


class Exchange:
    def __init__(self, line):
        self.line = line
        self.request = []
        self.answer = []


def parse(text):
    """Exchanges and agents' steps, in order."""
    steps = []
    for number, line in enumerate(text.splitlines(), start=1):
        mark, content = line[:1], line[2:]
        if mark == "@":
            steps.append((number, content.split(" ")))
        elif mark == ">":
            if not steps or not isinstance(steps[-1], Exchange) or steps[-1].answer:
                steps.append(Exchange(number))
            steps[-1].request.append(content)
        elif mark == "<":
            steps[-1].answer.append(content)
        elif mark not in ("#", ""):
            raise ValueError(f"line {number}: {line}")
    return steps


def _split(lines):
    """First line, headers, body (None when there is no empty line)."""
    if "" not in lines:
        return lines[0], lines[1:], None
    end = lines.index("")
    return lines[0], lines[1:end], "\n".join(lines[end + 1:])


def _pairs(lines):
    return [tuple(part.strip() for part in line.split(":", 1)) for line in lines]


class Player:
    """Replays a file's steps. `names` are the values known at the start."""

    def __init__(self, connect, agents, names):
        self._connect = connect
        self._agents = agents
        self.names = dict(names)

    def play(self, text):
        for step in parse(text):
            if isinstance(step, Exchange):
                self._exchange(step)
            else:
                self._agent_step(*step)

    def _fill(self, text):
        return string.Template(text).substitute(self.names)

    def _agent_step(self, number, words):
        name, verb, *rest = [self._fill(word) for word in words]
        agent = self._agents(name)
        verbs = {
            "is": lambda: agent.presence(rest[0]),
            "accepts": lambda: agent.accept(rest[0]),
            "declines": lambda: agent.decline(rest[0]),
            "says": lambda: agent.say(rest[0], " ".join(rest[1:])),
            "types": lambda: agent.typing(rest[0], True),
            "stops": lambda: agent.typing(rest[0], False),
            "ends": lambda: agent.end(rest[0]),
        }
        assert verb in verbs, f"line {number}: no verb {verb}"
        verbs[verb]()

    def _exchange(self, step):
        first, headers, body = _split(step.request)
        method, target = self._fill(first).split(" ", 1)
        headers = _pairs(self._fill(line) for line in headers)
        with self._connect() as connection:
            response = connection.exchange(
                method, target, headers, None if body is None else self._fill(body))
        where = f"line {step.line}: {first}"
        status, wanted, body = _split(step.answer)
        assert response.status == int(status), f"{where}: {response}"
        for name, value in _pairs(wanted):
            self._match(f"{where}: {name}", value, response.header(name))
        if body is None:
            assert response.body == b"", f"{where}: {response}"
        elif body != "...":
            self._match_body(where, body, response.text)

    def _match_body(self, where, wanted, text):
        if wanted[:1] in "{[":
            self._match(where, json.loads(wanted), json.loads(text))
        else:
            self._match(where, wanted, text)

    def _match(self, where, wanted, actual):
        if isinstance(wanted, dict):
            assert isinstance(actual, dict), f"{where}: {actual!r}"
            assert set(wanted) == set(actual), f"{where}: {sorted(wanted)} and {sorted(actual)}"
            for name, value in wanted.items():
                self._match(f"{where}.{name}", value, actual[name])
        elif isinstance(wanted, list):
            assert isinstance(actual, list), f"{where}: {actual!r}"
            assert len(wanted) == len(actual), f"{where}: {wanted} and {actual}"
            for index, value in enumerate(wanted):
                self._match(f"{where}[{index}]", value, actual[index])
        elif isinstance(wanted, str):
            self._match_text(where, wanted, actual)
        else:
            assert wanted == actual and type(wanted) is type(actual), f"{where}: {actual!r}"

    def _match_text(self, where, wanted, actual):
        whole = _PLACEHOLDER.fullmatch(wanted)
        if whole and whole.group(1) in ("int", "number", "object", "any"):
            kind = whole.group(1)
            types = {"int": int, "number": (int, float), "object": dict, "any": object}[kind]
            fits = isinstance(actual, types) and not (
                kind in ("int", "number") and isinstance(actual, bool))
            assert fits, f"{where}: {actual!r} is no {kind}"
            if whole.group(2):
                self.names[whole.group(2)] = actual
            return
        assert isinstance(actual, str), f"{where}: {actual!r}"
        pattern, names, end = "", [], 0
        for match in _PLACEHOLDER.finditer(wanted):
            pattern += re.escape(self._fill(wanted[end:match.start()]))
            pattern += f"({_KINDS[match.group(1)]})"
            names.append(match.group(2))
            end = match.end()
        pattern += re.escape(self._fill(wanted[end:]))
        found = re.fullmatch(pattern, actual, re.S)
        assert found, f"{where}: {actual!r} is not {wanted!r}"
        self.names.update({name: value for name, value in zip(names, found.groups()) if name})
