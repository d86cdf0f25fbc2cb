"""An agent: the JSON side of the agents' API and its stream.

Every answer and every frame is checked against the server's OpenAPI description.
"""

import json

from .organization import PASSWORD
from .timing import Deadline, PATIENCE
from .websocket import WebSocket

API = "/api/v1"


class Stream:
    """An agent's stream. Frames are seen once, in order."""

    def __init__(self, agent, resume=None, headers=None):
        self._agent = agent
        self._socket = WebSocket(agent.server.address, API + "/stream",
                                 agent.credentials() if headers is None else headers)
        self._socket.send_text(json.dumps({"resume": resume}))
        self.greeting = self._receive()
        resumed = self.greeting["data"].get("resumed", False)
        self.last = resume if resumed else self.greeting["seq"]
        self._counting = resumed
        self.frames = []
        self._unread = 0

    def _receive(self, timeout=None):
        frame = json.loads(self._socket.receive_text(timeout))
        self._agent.server.description.check_frame(frame)
        return frame

    def next(self, timeout=None):
        frame = self._receive(timeout)
        if self._counting:
            assert frame["seq"] == self.last + 1, f"{frame} after {self.last}"
        self._counting = True
        self.last = frame["seq"]
        self.frames.append(frame)
        return frame

    def wait_for(self, kind, **fields):
        """The next frame of this type whose data has these values; others are passed over."""
        deadline = Deadline()
        while True:
            while self._unread < len(self.frames):
                frame = self.frames[self._unread]
                self._unread += 1
                data = frame["data"]
                if frame["type"] == kind and all(
                        data.get(name) == value for name, value in fields.items()):
                    return data
            assert not deadline.over(), f"no {kind} {fields} came: {self.frames}"
            self.next(deadline.left() + 0.1)

    def readable(self, wait=0.0):
        return self._socket.readable(wait)

    def send(self, text):
        self._socket.send_text(text)

    def ping(self, number):
        self.send(json.dumps({"ping": number}))

    def pong(self):
        """The answer to a ping, which must come next."""
        answer = json.loads(self._socket.receive_text())
        assert list(answer) == ["pong"], answer
        return answer["pong"]

    def receive_raw(self):
        return self._socket.receive_text()

    def close(self):
        self._socket.close()

    def cut(self):
        self._socket.cut()


class Agent:
    def __init__(self, server, entry):
        self.server = server
        self.id = entry.id
        self.username = entry.username
        self.name = entry.name
        self.capacity = entry.capacity
        self.token = None
        self.is_online = False
        self._connection = None
        self._streams = []

    def credentials(self):
        return [("Authorization", f"Bearer {self.token}")]

    def request(self, method, path, body=None, headers=None):
        """A request below /api/v1, whose answer must be one that the description allows."""
        return self.raw_request(
            method, API + path, body, self.credentials() if headers is None else headers)

    def raw_request(self, method, target, body=None, headers=()):
        if self._connection is None:
            self._connection = self.server.connect(3 * PATIENCE)
        headers = list(headers)
        if body is not None and "content-type" not in {name.lower() for name, _ in headers}:
            headers.append(("Content-Type", "application/json"))
        response = self._connection.exchange(method, target, headers, body)
        if (response.header("Connection") or "").lower() == "close":
            self.forget_connection()
        self.server.description.check(method, target, response)
        return response

    def forget_connection(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _done(self, response, status):
        assert response.status == status, response
        return response.json() if response.body else None

    # The verbs.

    def try_login(self, password=PASSWORD, username=None, organization=None):
        body = {"organization": organization or self.server.organization.id,
                "username": username or self.username, "password": password}
        return self.request("POST", "/login", body, headers=[])

    def login(self):
        self.token = self._done(self.try_login(), 200)["token"]
        return self

    def logout(self):
        return self._done(self.request("DELETE", "/login"), 204)

    def presence(self, state, **fields):
        self.is_online = state == "Online"
        return self._done(self.request("PUT", "/me/presence", {"state": state, **fields}), 200)

    def online(self):
        self.presence("Online")
        return self

    def me(self):
        return self._done(self.request("GET", "/me"), 200)

    def chats(self, state=None):
        path = "/chats" + (f"?state={state}" if state else "")
        return self._done(self.request("GET", path), 200)["chats"]

    def chat(self, key):
        return self._done(self.request("GET", f"/chats/{key}"), 200)

    def texts(self, key):
        """What was said in a chat, by both sides, in the chat's order."""
        return [entry["text"] for entry in self.chat(key)["entries"]
                if entry["type"] in ("VisitorMessage", "AgentMessage")]

    def post(self, key, verb, body=None, headers=()):
        return self.request("POST", f"/chats/{key}/{verb}", body,
                            [*self.credentials(), *headers])

    def accept(self, key):
        return self._done(self.post(key, "accept"), 200)

    def decline(self, key):
        return self._done(self.post(key, "decline"), 204)

    def say(self, key, text):
        return self._done(self.post(key, "messages", {"text": text}), 201)

    def typing(self, key, is_typing):
        return self._done(self.post(key, "typing", {"isTyping": is_typing}), 204)

    def send_event(self, key, kind, data):
        return self._done(self.post(key, "events", {"type": kind, "data": data}), 201)

    def end(self, key):
        return self._done(self.post(key, "end"), 204)

    def stream(self, resume=None):
        stream = Stream(self, resume)
        self._streams.append(stream)
        return stream

    # After a test.

    def close_streams(self):
        for stream in self._streams:
            stream.cut()
        self._streams.clear()

    def clear(self):
        """Ends every chat and goes offline."""
        self.close_streams()
        self.forget_connection()  # it might be idle for too long until the next test
        if self.token is None:
            return
        # An agent who goes offline would leave its chats to others.
        self.request("PUT", "/me/presence", {"state": "Away"})
        for chat in self.request("GET", "/chats?state=engaged").json().get("chats", []):
            self.post(chat["chatKey"], "end")
        self.request("PUT", "/me/presence", {"state": "Offline"})
        self.is_online = False

    def close(self):
        self.close_streams()
        self.forget_connection()
