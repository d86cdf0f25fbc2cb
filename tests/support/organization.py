"""Organizations for the tests, written as the file that `rejoinder org import` reads.

An organization is cut into lanes: a skill with its own agents and buttons, so that tests do not
disturb each other.
"""

import itertools
import json

ORIGIN = "https://shop.example"
PASSWORD = "a password for the tests"
_SUFFIX_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def long_id(short):
    """The 18-character form of a 15-character id."""
    suffix = ""
    for start in (0, 5, 10):
        bits = sum(1 << place for place, letter in enumerate(short[start:start + 5])
                   if "A" <= letter <= "Z")
        suffix += _SUFFIX_ALPHABET[bits]
    return short + suffix


class AgentEntry:
    def __init__(self, identifier, username, fields):
        self.id = identifier
        self.username = username
        self.name = fields["name"]
        self.capacity = fields["capacity"]


class LaneEntry:
    """What the file says of one lane."""

    def __init__(self, skill, agents, buttons):
        self.skill = skill
        self.agents = agents
        self.buttons = buttons  # ids by kind of button


class Organization:
    """Collects the tables and writes the file."""

    def __init__(self, number=1, name="Test"):
        self.id = f"00D{number:012d}"
        self.deployment = f"572{number:012d}"
        self.lanes = []
        self.admin = None  # an agent of the role `admin`
        self._number = number
        self._numbers = itertools.count(number * 100000)
        self._tables = [("[organization]", {"id": self.id, "name": name})]

    def add_deployment(self, identifier=None, **fields):
        identifier = identifier or self.deployment
        table = {"id": identifier, "name": "Test site", "allowed_origins": [ORIGIN], **fields}
        self._tables.append(("[[deployment]]", table))
        return identifier

    def add_business_hours(self, name, **fields):
        identifier = f"01m{next(self._numbers):012d}"
        self._tables.append(("[[business_hours]]", {"id": identifier, "name": name, **fields}))

    def add_lane(self, agents=2, buttons=None, **agent_fields):
        """`buttons` maps a kind to (how many, fields)."""
        number = next(self._numbers)
        skill = f"Skill {number}"
        self._tables.append(("[[skill]]", {"id": f"0C5{number:012d}", "name": skill}))
        entries = [self._add_agent(skill, agent_fields) for _ in range(agents)]
        kinds = {}
        for kind, (count, fields) in (buttons or {"queue": (1, {})}).items():
            kinds[kind] = [self._add_button(skill, fields) for _ in range(count)]
        lane = LaneEntry(skill, entries, kinds)
        self.lanes.append(lane)
        return lane

    def add_agent(self, username=None, **fields):
        """An agent outside the lanes, such as one of the role `admin`."""
        if username:
            fields = {"username": username, "name": username, **fields}
        return self._add_agent(None, fields)

    def _add_agent(self, skill, fields):
        number = next(self._numbers)
        table = {"id": f"005{number:012d}", "username": f"agent{number}", "name": f"Agent {number}",
                 "password": PASSWORD, "kind": "person", "role": "agent",
                 "skills": [skill] if skill else [],
                 "capacity": 3, "sneak_peek_enabled": True, **fields}
        self._tables.append(("[[agent]]", table))
        return AgentEntry(table["id"], table["username"], table)

    def _add_button(self, skill, fields):
        number = next(self._numbers)
        table = {"id": f"573{number:012d}", "name": f"Button {number}", "skills": [skill],
                 "routing_type": "LeastActive", "has_queue": True, **fields}
        self._tables.append(("[[button]]", table))
        return table["id"]

    def toml(self):
        parts = []
        for header, fields in self._tables:
            parts.append(header)
            # JSON's strings, numbers, booleans and lists are TOML's too.
            parts += [f"{key} = {json.dumps(value)}" for key, value in fields.items()]
            parts.append("")
        return "\n".join(parts)
