"""The client side of RFC 6455, as much of it as the agents' stream needs."""

import base64
import hashlib
import os
import struct

from .http import Connection

_MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10


class Closed(Exception):
    """The server closed the stream; `code` tells why."""

    def __init__(self, code):
        super().__init__(f"stream closed with {code}")
        self.code = code


class Refused(Exception):
    """The handshake was answered with something other than 101."""

    def __init__(self, response):
        super().__init__(repr(response))
        self.response = response


class WebSocket:
    def __init__(self, address, target, headers=()):
        self._connection = Connection(address)
        key = base64.b64encode(os.urandom(16)).decode()
        response = self._connection.exchange("GET", target, [
            ("Connection", "Upgrade"), ("Upgrade", "websocket"),
            ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", key), *headers])
        if response.status != 101:
            self._connection.close()
            raise Refused(response)
        digest = hashlib.sha1((key + _MAGIC).encode()).digest()
        assert response.header("Sec-WebSocket-Accept") == base64.b64encode(digest).decode()
        self.response = response

    def send_text(self, text):
        self._send(_TEXT, text.encode("utf-8"))

    def receive_text(self, timeout=None):
        """The next text frame. Answers pings; raises Closed when the server says goodbye."""
        message = b""
        while True:
            final, opcode, payload = self._receive(timeout)
            if opcode == _PING:
                self._send(_PONG, payload)
            elif opcode == _CLOSE:
                raise Closed(struct.unpack("!H", payload[:2])[0] if payload else None)
            elif opcode in (0, _TEXT):
                message += payload
                if final:
                    return message.decode("utf-8")

    def readable(self, wait=0.0):
        return self._connection.readable(wait)

    def close(self):
        """Says goodbye and leaves."""
        try:
            self._send(_CLOSE, struct.pack("!H", 1000))
        except OSError:
            pass
        self._connection.close()

    def cut(self):
        """Leaves without a word, as when the network breaks."""
        self._connection.close()

    def _send(self, opcode, payload):
        mask = os.urandom(4)
        size = len(payload)
        if size < 126:
            head = struct.pack("!BB", 0x80 | opcode, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, size)
        masked = bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))
        self._connection.send_bytes(head + mask + masked)

    def _receive(self, timeout):
        if timeout is not None:
            self._connection.socket.settimeout(timeout)
        first, second = self._connection.read_exactly(2)
        assert not second & 0x80, "a server does not mask"
        size = second & 0x7F
        if size == 126:
            size = struct.unpack("!H", self._connection.read_exactly(2))[0]
        elif size == 127:
            size = struct.unpack("!Q", self._connection.read_exactly(8))[0]
        return bool(first & 0x80), first & 0x0F, self._connection.read_exactly(size)
