"""A chat whose both sides transfer files."""

import urllib.parse

from .forms import FORM, file_part, form, png
from .timing import Deadline

SIZE_MAX = 5 * 1024 * 1024
FAILURE, SUCCESS = "Failure", "Success"


class FileChat:
    """A visitor in a chat with an agent, and what both do with files."""

    def __init__(self, lane):
        self.lane = lane
        self.visitor = lane.chat()
        self.agent = lane.agent
        self.stream = self.agent.stream()
        self.key = self.visitor.id

    def request(self, status=201):
        response = self.agent.post(self.key, "file-requests")
        assert response.status == status, response
        return response.json()

    def ask(self):
        """The visitor is asked for a file; what its page is told."""
        self.request()
        asked = self.visitor.wait_for("FileTransfer")
        while asked["type"] != "Requested":  # what became of the one before
            asked = self.visitor.wait_for("FileTransfer")
        return asked

    def query(self, token, **changes):
        fields = {"orgId": self.lane.organization, "chatKey": self.key, "fileToken": token,
                  "encoding": "UTF-8", **changes}
        return urllib.parse.urlencode({name: value for name, value in fields.items() if value})

    def upload(self, token, *parts, query=None, headers=()):
        """Posts a form; the server's word."""
        parts = parts or [file_part(png())]
        query = self.query(token) if query is None else query
        with self.lane.server.connect() as connection:
            response = connection.exchange(
                "POST", "/upload" + (f"?{query}" if query else ""), [FORM, *headers], form(*parts))
        assert response.status == 200, response
        assert response.header("Content-Type").startswith("text/plain")
        return response.text

    def told(self):
        return self.visitor.wait_for("FileTransfer")["type"]

    def frame(self, state):
        return self.stream.wait_for("file", state=state)

    def entries(self):
        return [entry["type"] for entry in self.agent.chat(self.key)["entries"]
                if entry["type"].startswith("File")]

    def reason(self):
        return [entry["text"] for entry in self.agent.chat(self.key)["entries"]
                if entry["type"] == "FileTransferFailure"][-1]

    def download(self, file_id, status=200):
        response = self.agent.request("GET", f"/chats/{self.key}/files/{file_id}")
        assert response.status == status, response
        return response

    def send(self, *parts, headers=()):
        return self.agent.request("POST", f"/chats/{self.key}/files", form(*parts),
                                  [*self.agent.credentials(), FORM, *headers])

    def stored_files(self):
        folder = self.lane.server.data / "files"
        return {path.name: path for path in folder.glob("*/*") if path.parent.name != "incoming"}


def no_drafts_stay(chat):
    """Waits until nothing is half-written."""
    deadline = Deadline()
    drafts = chat.lane.server.data / "files" / "incoming"
    while list(drafts.iterdir()):
        assert not deadline.over(), "a draft stays"
        chat.agent.me()
