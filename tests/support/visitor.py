"""A visitor: one session of the Live Agent REST API.

It keeps the session's key and affinity token, counts its POSTs and remembers the last `sequence`
and `offset`. A test may override everything for one request.
"""

import json

from .timing import Deadline, PATIENCE

AUTO = object()
REST = "/chat/rest/"
GONE = "Session required but was invalid or not found"


class PendingPoll:
    """A poll that has been sent. Its answer is read later."""

    def __init__(self, visitor, connection, keep):
        self._visitor = visitor
        self.connection = connection
        self._keep = keep

    def answered(self, wait=0.0):
        return self.connection.readable(wait)

    def finish(self, timeout=None):
        response = self.connection.read(timeout)
        self.connection.close()
        if self._keep:
            self._visitor.note(response)
        return response

    def abandon(self):
        """The answer is lost: the visitor's side of the connection is gone."""
        self.connection.close()


class Visitor:
    def __init__(self, server, organization=None, deployment=None, button=None, version="59"):
        self.server = server
        self.organization = organization
        self.deployment = deployment
        self.button = button
        self.version = version
        self.id = self.key = self.affinity = None
        self.sequence = 0  # of the last POST
        self.ack = -1
        self.offset = 0
        self.messages = []  # all that were delivered, in order
        self._unread = 0  # index into messages: what `wait_for` has not looked at
        self._connection = None
        self._poll_connection = None

    # The transport.

    def headers(self, sequence=None, version=AUTO, affinity=AUTO, key=AUTO):
        """The four headers; None leaves one out."""
        fields = {
            "X-LIVEAGENT-API-VERSION": self.version if version is AUTO else version,
            "X-LIVEAGENT-AFFINITY": self.affinity if affinity is AUTO else affinity,
            "X-LIVEAGENT-SESSION-KEY": self.key if key is AUTO else key,
            "X-LIVEAGENT-SEQUENCE": None if sequence is None else str(sequence),
        }
        return [(name, value) for name, value in fields.items() if value is not None]

    def exchange(self, method, path, headers=None, body=None):
        """One request on the visitor's own connection, which is kept alive."""
        if self._connection is None:
            self._connection = self.server.connect()
        headers = self.headers() if headers is None else headers
        response = self._connection.exchange(method, path, headers, body)
        if (response.header("Connection") or "").lower() == "close":
            self._connection.close()
            self._connection = None
        return response

    def close(self):
        for connection in (self._connection, self._poll_connection):
            if connection is not None:
                connection.close()
        self._connection = self._poll_connection = None

    # The session.

    def open(self):
        """System/SessionId."""
        response = self.exchange("GET", REST + "System/SessionId",
                                 self.headers(affinity="null", key=None))
        assert response.status == 200, response
        reply = response.json()
        self.id, self.key, self.affinity = reply["id"], reply["key"], reply["affinityToken"]
        return self

    def delete(self, key=None, headers=None):
        return self.exchange("DELETE", REST + "System/SessionId/" + (key or self.key), headers)

    def reconnect(self, offset=AUTO, method="GET", affinity="null"):
        """System/ReconnectSession; takes the new token over."""
        query = "" if offset is None else (
            "?ReconnectSession.offset=%s" % (self.offset if offset is AUTO else offset))
        response = self.exchange(method, REST + "System/ReconnectSession" + query,
                                 self.headers(affinity=affinity))
        if response.status == 200:
            self.affinity = response.json()["messages"][0]["message"]["affinityToken"]
        return response

    # Requests to the server.

    def init_body(self, **fields):
        body = {
            "organizationId": self.organization, "deploymentId": self.deployment,
            "buttonId": self.button, "sessionId": self.id, "userAgent": "Test/1.0",
            "language": "en-US", "screenResolution": "1900x1080", "visitorName": "Jo",
            "prechatDetails": [], "prechatEntities": [], "receiveQueueUpdates": True,
            "isPost": True,
        }
        body.update(fields)
        return {name: value for name, value in body.items() if value is not AUTO}

    def init(self, **fields):
        """Asks for a chat, and fails unless the server takes the request."""
        response = self.post("ChasitorInit", self.init_body(**fields))
        assert (response.status, response.text) == (200, "OK"), response
        return self

    def post(self, noun, body=None, sequence=AUTO, prefix="Chasitor", **headers):
        """A POST. AUTO counts on, None leaves the header out."""
        if sequence is AUTO:
            self.sequence += 1
            sequence = self.sequence
        return self.exchange("POST", f"{REST}{prefix}/{noun}",
                             self.headers(sequence=sequence, **headers), body)

    def say(self, text, **options):
        response = self.post("ChatMessage", {"text": text}, **options)
        assert (response.status, response.text) == (200, "OK"), response

    def batch(self, *nouns, member="object", **options):
        """System/MultiNoun with ("noun", body) pairs."""
        body = {"nouns": [{"prefix": noun.split("/")[0], "noun": noun.split("/")[1],
                           member: content} for noun, content in nouns]}
        return self.post("MultiNoun", body, prefix="System", **options)

    def end(self, body=AUTO):
        return self.post("ChatEnd", {"reason": "client"} if body is AUTO else body)

    # Polls.

    def messages_path(self, ack=AUTO, extra=""):
        ack = self.ack if ack is AUTO else ack
        parts = ([f"ack={ack}"] if ack is not None else []) + ([extra] if extra else [])
        return REST + "System/Messages" + ("?" + "&".join(parts) if parts else "")

    def poll(self, ack=AUTO, extra="", headers=None, keep=True):
        """One poll, answered or held. `keep=False` forgets the answer, as if it were lost."""
        if self._poll_connection is None:
            self._poll_connection = self.server.connect(40 + PATIENCE)
        response = self._poll_connection.exchange(
            "GET", self.messages_path(ack, extra), headers or self.headers())
        if keep:
            self.note(response)
        return response

    def start_poll(self, ack=AUTO, headers=None, keep=True):
        """Sends a poll on a connection of its own, and returns when the server has taken it."""
        connection = self.server.connect(40 + PATIENCE)
        # A used connection is being read already; a new one would first have to be accepted.
        connection.exchange("GET", "/healthz")
        connection.send("GET", self.messages_path(ack), headers or self.headers())
        barrier(self)
        return PendingPoll(self, connection, keep)

    def note(self, response):
        """Takes an answer's messages, ack and offset over."""
        if response.status != 200:
            return
        reply = response.json()
        self.messages += reply["messages"]
        self.ack = reply["sequence"]
        self.offset = reply["offset"]

    def wait_for(self, *types):
        """Polls until a message of one of these types comes. Earlier ones are skipped."""
        deadline = Deadline()
        while True:
            while self._unread < len(self.messages):
                message = self.messages[self._unread]
                self._unread += 1
                if message["type"] in types:
                    return message["message"]
            assert not deadline.over(), f"no {types} came: {self.types()}"
            response = self.poll()
            assert response.status in (200, 204), f"waiting for {types}: {response}"

    def types(self):
        return [message["type"] for message in self.messages]

    def texts(self):
        """What the agents said, as far as it was delivered."""
        return [message["message"]["text"] for message in self.messages
                if message["type"] == "ChatMessage"]


def barrier(visitor):
    """Returns when the server has handled what was sent to it before."""
    path = (f"{REST}Visitor/Availability?org_id={visitor.organization}"
            f"&deployment_id={visitor.deployment}&Availability.ids={visitor.button}")
    headers = [("X-LIVEAGENT-API-VERSION", "59")]
    for _ in range(2):
        assert visitor.exchange("GET", path, headers).status == 200


def decode(response):
    """The messages of an answer as (type, message) pairs."""
    return [(entry["type"], entry["message"]) for entry in json.loads(response.body)["messages"]]
