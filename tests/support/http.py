"""A small HTTP/1.1 client that leaves every byte to the test.

Header names go out as written, a header may be sent twice, requests may be pipelined, and a
request may be sent now and its answer read later.
"""

import json
import select
import socket
import ssl

from .timing import PATIENCE


class Response:
    def __init__(self, status, reason, headers, body):
        self.status = status
        self.reason = reason
        self.headers = headers  # list of (name, value), as received
        self.body = body

    def header(self, name):
        """The header's value, or None. Fails when it came twice."""
        values = self.header_values(name)
        assert len(values) <= 1, f"{name} came {len(values)} times: {values}"
        return values[0] if values else None

    def header_values(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    @property
    def text(self):
        return self.body.decode("utf-8")

    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"<{self.status} {self.reason} {self.headers} {self.body[:500]!r}>"


class ConnectionClosed(Exception):
    """The server closed the connection before a whole answer came."""


class Connection:
    """One connection to the server."""

    def __init__(self, address, timeout=None, tls=None):
        self._timeout = PATIENCE if timeout is None else timeout
        self.socket = socket.create_connection(address, timeout=self._timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_hostname=address[0])
        self._host = f"{address[0]}:{address[1]}"
        self._buffer = b""
        self._methods = []  # of the requests whose answers are not read yet

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, method, target, headers=(), body=None):
        """Sends a request. `headers` are pairs; `body` is bytes, text, or something for JSON."""
        pairs = list(headers.items() if isinstance(headers, dict) else headers)
        names = {name.lower() for name, _ in pairs}
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        if isinstance(body, str):
            body = body.encode("utf-8")
        if "host" not in names:
            pairs.insert(0, ("Host", self._host))
        if "content-length" not in names and (body is not None or method in ("POST", "PUT")):
            pairs.append(("Content-Length", str(len(body or b""))))
        lines = [f"{method} {target} HTTP/1.1"] + [f"{name}: {value}" for name, value in pairs]
        self._methods.append(method)
        self.send_bytes("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + (body or b""))

    def send_bytes(self, data):
        self.socket.settimeout(self._timeout)
        self.socket.sendall(data)

    def exchange(self, method, target, headers=(), body=None, timeout=None):
        self.send(method, target, headers, body)
        return self.read(timeout)

    def readable(self, wait=0.0):
        """Whether something has come (an answer's beginning, or the end) within `wait` seconds."""
        if self._buffer or (isinstance(self.socket, ssl.SSLSocket) and self.socket.pending()):
            return True
        return bool(select.select([self.socket], [], [], wait)[0])

    def read(self, timeout=None):
        """The next answer."""
        self.socket.settimeout(self._timeout if timeout is None else timeout)
        method = self._methods.pop(0) if self._methods else "GET"
        while True:
            status, reason, headers = self._read_head()
            if status == 101 or status >= 200:
                return Response(status, reason, headers, self._read_body(method, status, headers))

    def _read_head(self):
        head = self.read_until(b"\r\n\r\n").decode("latin-1")
        first, *rest = head[:-4].split("\r\n")
        version, status, *reason = first.split(" ", 2)
        assert version == "HTTP/1.1", first
        headers = [tuple(part.strip() for part in line.split(":", 1)) for line in rest]
        return int(status), reason[0] if reason else "", headers

    def _read_body(self, method, status, headers):
        fields = {name.lower(): value for name, value in headers}
        if method == "HEAD" or status in (101, 204, 304):
            return b""
        if fields.get("transfer-encoding", "").lower() == "chunked":
            return self._read_chunks()
        if "content-length" in fields:
            return self.read_exactly(int(fields["content-length"]))
        return self._read_to_end()

    def _read_chunks(self):
        body = b""
        while True:
            size = int(self.read_until(b"\r\n").split(b";")[0], 16)
            body += self.read_exactly(size)
            self.read_until(b"\r\n")
            if size == 0:
                return body

    def _read_to_end(self):
        try:
            while True:
                self._fill()
        except ConnectionClosed:
            body, self._buffer = self._buffer, b""
            return body

    def read_until(self, mark):
        while mark not in self._buffer:
            self._fill()
        end = self._buffer.index(mark) + len(mark)
        part, self._buffer = self._buffer[:end], self._buffer[end:]
        return part

    def read_exactly(self, size):
        while len(self._buffer) < size:
            self._fill()
        part, self._buffer = self._buffer[:size], self._buffer[size:]
        return part

    def _fill(self):
        try:
            data = self.socket.recv(65536)
        except ConnectionError as error:
            raise ConnectionClosed(str(error)) from error
        if not data:
            raise ConnectionClosed("the server closed the connection")
        self._buffer += data


def closed_by_server(connection):
    """Whether the server ends the connection (within the usual patience), unread bytes aside."""
    try:
        connection.socket.settimeout(PATIENCE)
        while connection.socket.recv(65536):
            pass
        return True
    except ConnectionError:
        return True
    except TimeoutError:
        return False
