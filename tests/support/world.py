"""Lanes: private corners of one running server, handed to a test and taken back after it."""

from .agent import Agent
from .organization import Organization
from .timing import milliseconds
from .visitor import Visitor

# A deployment whose visitors may be silent for one second only.
HASTY_DEPLOYMENT = "572000000000777"

# The kinds of buttons of a lane: how many of each (a test uses every button once), and what
# differs from the default.
BUTTONS = {
    "queue": (220, {}),
    "no_queue": (20, {"has_queue": False}),
    "short_queue": (20, {"overall_queue_length": 1}),
    "agent_queue": (20, {"per_agent_queue_length": 1}),
    "choice": (20, {"routing_type": "Choice"}),
    "most": (20, {"routing_type": "MostAvailable"}),
    "impatient": (20, {"push_timeout": milliseconds(600)}),
    "pages": (20, {"post_chat_url": "https://shop.example/survey",
                  "prechat_url": "https://shop.example/prechat",
                  "chat_url": "https://shop.example/chat", "language": "de"}),
    "idle": (20, {"chasitor_idle_timeout": "120s", "chasitor_idle_timeout_warning": "90s"}),
    "named": (20, {"custom_agent_name": "The Desk", "auto_greeting": "Welcome!"}),
}


def shared_organization():
    """The organization of all tests, so that it is imported only once."""
    organization = Organization()
    organization.add_deployment()
    organization.add_deployment(HASTY_DEPLOYMENT, connection_timeout=milliseconds(1000))
    for capacity in (3, 3, 3, 1):
        organization.add_lane(agents=2, buttons=BUTTONS, capacity=capacity)
    organization.admin = organization.add_agent(role="admin")
    return organization


class Lane:
    """A skill with two agents of capacity 3 and buttons that nobody else uses."""

    def __init__(self, server, entry):
        self.server = server
        self.organization = server.organization.id
        self.deployment = server.organization.deployment
        self.skill = entry.skill
        self.capacity = entry.agents[0].capacity
        self._agents = [Agent(server, agent) for agent in entry.agents]
        self._fresh = {kind: list(ids) for kind, ids in entry.buttons.items()}
        self._used = {}
        self._visitors = []
        self.button = None

    def renew(self):
        """Before a test: buttons that were never asked for."""
        self._used = {}
        self.button = self.button_of("queue")
        return self

    def button_of(self, kind):
        """This test's button of a kind."""
        if kind not in self._used:
            assert self._fresh[kind], f"the lane has run out of buttons of kind {kind}"
            self._used[kind] = self._fresh[kind].pop(0)
        return self._used[kind]

    def _logged_in(self, index):
        agent = self._agents[index]
        return agent if agent.token else agent.login()

    @property
    def agent(self):
        return self._logged_in(0)

    @property
    def second(self):
        return self._logged_in(1)

    def visitor(self, kind="queue", **fields):
        """A visitor with a session, who has not asked for a chat yet."""
        fields.setdefault("deployment", self.deployment)
        fields.setdefault("organization", self.organization)
        visitor = Visitor(self.server, button=self.button_of(kind), **fields).open()
        self._visitors.append(visitor)
        return visitor

    def waiting(self, kind="queue", version="59", deployment=None, **init):
        """A visitor whose request has been answered with ChatRequestSuccess."""
        if not any(agent.is_online for agent in self._agents):
            self.agent.online()
        visitor = self.visitor(kind, version=version, deployment=deployment or self.deployment)
        visitor.init(**init)
        visitor.wait_for("ChatRequestSuccess")
        return visitor

    def chat(self, kind="queue", version="59", deployment=None, agent=None, **init):
        """A visitor in a chat with the lane's agent."""
        agent = agent or self.agent
        agent.online()
        visitor = self.waiting(kind, version, deployment, **init)
        agent.accept(visitor.id)
        visitor.wait_for("ChatEstablished")
        return visitor

    def clear(self):
        """After a test: nobody waits, nobody chats, nobody is online."""
        for visitor in self._visitors:
            visitor.close()
            try:
                visitor.delete()
            except OSError:
                pass
            visitor.close()
        self._visitors.clear()
        for agent in self._agents:
            agent.clear()

    def close(self):
        for agent in self._agents:
            agent.close()


class World:
    """A running server and its lanes."""

    def __init__(self, server):
        self.server = server
        self._lanes = [Lane(server, entry) for entry in server.organization.lanes]
        self._next = 0

    def lane(self, capacity=3):
        """The next lane whose agents have this capacity. The caller clears it."""
        lanes = [lane for lane in self._lanes if lane.capacity == capacity]
        self._next += 1
        return lanes[self._next % len(lanes)].renew()

    def close(self):
        for lane in self._lanes:
            lane.close()
        self.server.stop()
