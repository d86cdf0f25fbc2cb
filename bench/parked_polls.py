"""What a parked poll, a session and a waiting chat cost in process memory.

Opens connections to a server of its own on loopback, parks a poll on each, and reads the server's
resident memory before and after:  parked_polls.py PATH/TO/rejoinder [CONNECTIONS]
"""

import json
import os
import pathlib
import re
import resource
import socket
import subprocess
import sys
import tempfile
import time

BINARY = sys.argv[1]
CONNECTIONS = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
PATIENCE = 60.0

ORGANIZATION, DEPLOYMENT, BUTTON = "00D000000000001", "572000000000001", "573000000000001"


def resident(pid):
    """Bytes of memory of the process itself: anonymous pages, without mapped files."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"RssAnon:\s+(\d+)", status).group(1)) * 1024


def settled(pid):
    """The same, once it has stopped changing."""
    last = -1
    for _ in range(100):
        now = resident(pid)
        if now == last:
            break
        last = now
        time.sleep(0.2)
    return last


def start(directory):
    server = subprocess.Popen(
        [BINARY, "serve", "--demo", "--set", 'server.listen=["127.0.0.1:0"]',
         "--set", f"store.path={directory}/data", "--set", "live_agent.poll_timeout=10m",
         "--set", "live_agent.client_poll_timeout=11m", "--set", "agents.presence_grace=10m"],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    for line in server.stderr:
        entry = json.loads(line)
        if entry["event"] == "listening":
            host, _, port = entry["address"].rpartition(":")
            return server, (host, int(port))
    raise SystemExit("the server did not start")


def exchange(connection, request):
    connection.sendall(request)
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    length = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
    while len(body) < length:
        body += connection.recv(65536)
    return int(head.split()[1]), body


def request(method, path, headers=(), body=b""):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "X-LIVEAGENT-API-VERSION: 60",
             *headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def open_sessions(address, count):
    sessions = []
    for _ in range(count):
        connection = socket.create_connection(address)
        connection.settimeout(PATIENCE)
        _, body = exchange(connection, request("GET", "/chat/rest/System/SessionId"))
        session = json.loads(body)
        sessions.append((connection, [f"X-LIVEAGENT-SESSION-KEY: {session['key']}",
                                      f"X-LIVEAGENT-AFFINITY: {session['affinityToken']}"]))
    return sessions


def poll(sessions, ack):
    for connection, headers in sessions:
        connection.sendall(request("GET", f"/chat/rest/System/Messages?ack={ack}", headers))


def parked(address):
    with socket.create_connection(address) as connection:
        _, text = exchange(connection, request("GET", "/metrics"))
    return int(float(re.search(rb"(?m)^rejoinder_parked_polls(?:{[^}]*})? (\S+)", text).group(1)))


def wait_until_parked(address, count):
    end = time.monotonic() + PATIENCE
    while parked(address) < count:
        if time.monotonic() > end:
            raise SystemExit(f"only {parked(address)} polls are parked")
        time.sleep(0.1)


def agent_goes_online(address, directory):
    agents = pathlib.Path(f"{directory}/data/demo-agents.txt").read_text().splitlines()
    password = dict(line.split() for line in agents)["ann"]
    with socket.create_connection(address) as connection:
        body = json.dumps({"organization": ORGANIZATION, "username": "ann",
                           "password": password}).encode()
        _, reply = exchange(connection, request("POST", "/api/v1/login", body=body))
        token = json.loads(reply)["token"]
        status, _ = exchange(connection, request(
            "PUT", "/api/v1/me/presence", [f"Authorization: Bearer {token}"],
            b'{"state":"Online"}'))
        assert status == 200


def measure_chats(address, directory, count):
    """Waiting chats, parked after their ChatRequestSuccess."""
    sessions = open_sessions(address, count)
    agent_goes_online(address, directory)
    init = json.dumps({"organizationId": ORGANIZATION, "deploymentId": DEPLOYMENT,
                       "buttonId": BUTTON, "visitorName": "Jo", "isPost": True}).encode()
    for connection, headers in sessions:
        status, _ = exchange(connection, request(
            "POST", "/chat/rest/Chasitor/ChasitorInit",
            [*headers, "X-LIVEAGENT-SEQUENCE: 1"], init))
        assert status == 200
        exchange(connection, request("GET", "/chat/rest/System/Messages?ack=-1", headers))
    poll(sessions, 0)
    return sessions


def main():
    hard_limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard_limit, hard_limit))
    with tempfile.TemporaryDirectory() as directory:
        server, address = start(directory)
        try:
            empty = settled(server.pid)
            sessions = open_sessions(address, CONNECTIONS)
            idle = settled(server.pid)
            poll(sessions, -1)
            wait_until_parked(address, CONNECTIONS)
            full = settled(server.pid)
            print(f"{CONNECTIONS} polls parked; bytes of process memory for each:")
            print(f"  idle connection            {(idle - empty) / CONNECTIONS:8.0f}")
            print(f"  session and parked poll    {(full - idle) / CONNECTIONS:8.0f}")
            print(f"  in all                     {(full - empty) / CONNECTIONS:8.0f}")
            started = time.monotonic()
            ticks = sum(map(int, pathlib.Path(f"/proc/{server.pid}/stat").read_text()
                            .rpartition(")")[2].split()[11:13]))
            time.sleep(5)
            spent = sum(map(int, pathlib.Path(f"/proc/{server.pid}/stat").read_text()
                            .rpartition(")")[2].split()[11:13])) - ticks
            elapsed = time.monotonic() - started
            share = 100 * spent / os.sysconf("SC_CLK_TCK") / elapsed
            print(f"  holding them takes         {share:8.2f} % of a core")
            for connection, _ in sessions:
                connection.close()
        finally:
            server.terminate()
            server.wait(PATIENCE)
    count = CONNECTIONS // 4
    with tempfile.TemporaryDirectory() as directory:
        server, address = start(directory)
        try:
            empty = settled(server.pid)
            chats = measure_chats(address, directory, count)
            wait_until_parked(address, count)
            full = settled(server.pid)
            print(f"{count} waiting chats, parked: {(full - empty) / count:.0f} bytes each, in all")
            for connection, _ in chats:
                connection.close()
        finally:
            server.terminate()
            server.wait(PATIENCE)


main()
