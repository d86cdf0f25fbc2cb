"""kill -9 at any moment: what was acknowledged is there, and nothing happens twice."""

import random
import threading

import pytest

from support.http import ConnectionClosed
from support.timing import Deadline, milliseconds, seconds
from support.visitor import REST, decode
from support.world import World

GRACE = {"agents.presence_grace": milliseconds(700)}


@pytest.fixture
def start(own_server):
    """Starts a server for this test alone, and gives a lane of it."""
    def start(settings=None, capacity=3):
        return World(own_server(settings)).lane(capacity)
    return start


def restart(lane, *visitors):
    """kill -9, and a new start with the same data on the same port."""
    lane.server.kill()
    for visitor in visitors:
        visitor.close()
    lane.server.start()
    for agent in (lane.agent, lane.second):
        agent.forget_connection()
        agent.close_streams()


def test_a_chat_goes_on_with_the_same_key_and_ack(start):
    lane = start()
    visitor = lane.chat()
    visitor.say("before")
    lane.agent.say(visitor.id, "seen")
    visitor.poll()
    lane.agent.say(visitor.id, "not seen yet")
    restart(lane, visitor)
    assert [message["text"] for _, message in decode(visitor.poll())] == ["not seen yet"]
    visitor.say("after")
    lane.agent.say(visitor.id, "and on")
    visitor.poll()
    assert visitor.texts() == ["seen", "not seen yet", "and on"]
    assert lane.agent.texts(visitor.id) == ["before", "seen", "not seen yet", "after", "and on"]


def test_an_unacknowledged_event_keeps_its_number(start):
    lane = start()
    visitor = lane.chat()
    lane.agent.say(visitor.id, "lost once")
    before = visitor.poll(keep=False).json()
    restart(lane, visitor)
    after = visitor.poll(keep=False).json()
    assert (after["messages"], after["sequence"]) == (before["messages"], before["sequence"])


def test_a_repeated_sequence_is_not_executed_again(start):
    lane = start()
    visitor = lane.chat()
    visitor.say("once")
    restart(lane, visitor)
    visitor.say("once", sequence=visitor.sequence)
    visitor.say("next")
    assert lane.agent.texts(visitor.id) == ["once", "next"]


def test_a_request_is_still_offered(start):
    lane = start()
    lane.agent.online()
    visitor = lane.waiting()
    visitor.say("early")
    restart(lane, visitor)
    lane.agent.online()
    lane.agent.accept(visitor.id)
    visitor.wait_for("ChatEstablished")
    assert visitor.types().count("ChatRequestSuccess") == 1
    assert lane.agent.texts(visitor.id) == ["early"]


def test_several_restarts(start):
    lane = start()
    visitor = lane.chat()
    said = []
    for number in range(3):
        said += [f"visitor {number}", f"agent {number}"]
        visitor.say(said[-2])
        lane.agent.say(visitor.id, said[-1])
        restart(lane, visitor)
    visitor.poll()
    assert visitor.texts() == said[1::2]
    assert lane.agent.texts(visitor.id) == said


def test_the_end_survives(start):
    lane = start()
    visitor = lane.chat()
    lane.agent.end(visitor.id)
    restart(lane, visitor)
    assert visitor.wait_for("ChatEnded")["reason"] == "agent"
    assert visitor.poll().status == 403


def test_an_ended_session_stays_ended(start):
    lane = start()
    visitor = lane.chat()
    visitor.delete()
    restart(lane, visitor)
    assert visitor.poll().status == 403


def test_reconnected_sessions_survive(start):
    lane = start()
    visitor = lane.chat()
    old = visitor.affinity
    visitor.reconnect()
    visitor.poll(ack=-1)
    lane.agent.say(visitor.id, "hello")
    restart(lane, visitor)
    assert visitor.poll(headers=visitor.headers(affinity=old)).status == 503
    assert [message["text"] for _, message in decode(visitor.poll())] == ["hello"]


def test_the_queue_keeps_its_order(start):
    lane = start(capacity=1)
    first = lane.chat()
    waiting = [lane.waiting() for _ in range(3)]
    restart(lane, first, *waiting)
    lane.agent.online()
    current = first
    for visitor in waiting:
        lane.agent.end(current.id)
        offered = [chat["chatKey"] for chat in lane.agent.chats("requested")]
        assert offered == [visitor.id]
        lane.agent.accept(visitor.id)
        visitor.wait_for("ChatEstablished")
        current = visitor


def test_an_agent_who_comes_back_in_time_keeps_the_chat(start):
    lane = start({"agents.presence_grace": "30s"})
    visitor = lane.chat()
    restart(lane, visitor)
    stream = lane.agent.stream()
    assert stream.greeting["type"] in ("hello", "reset")
    assert [chat["chatKey"] for chat in lane.agent.chats("engaged")] == [visitor.id]
    visitor.say("are you there?")
    stream.wait_for("chat.message")
    lane.agent.say(visitor.id, "yes")
    visitor.wait_for("ChatMessage")
    assert "AgentDisconnect" not in visitor.types()


@pytest.mark.slow
def test_an_agent_who_stays_away_is_gone_after_the_grace_time(start):
    lane = start(GRACE)
    visitor = lane.chat()
    restart(lane, visitor)
    visitor.wait_for("AgentDisconnect")


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_under_load_nothing_acknowledged_is_lost_or_doubled(start, seed):
    chance = random.Random(seed)
    lane = start()
    visitors = [lane.chat() for _ in range(3)]
    killed, restarted, stop = threading.Event(), threading.Event(), threading.Event()
    acknowledged = {visitor.id: [] for visitor in visitors}
    failures = []

    def talk(visitor):
        try:
            while not stop.is_set():
                text = f"line {len(acknowledged[visitor.id])}"
                visitor.sequence += 1
                repeat_until_acknowledged(visitor, text)
                acknowledged[visitor.id].append(text)
        except Exception as error:  # the test's thread reports it
            failures.append(error)

    def repeat_until_acknowledged(visitor, text):
        while True:
            try:
                visitor.say(text, sequence=visitor.sequence)
                return
            except (OSError, ConnectionClosed):
                assert killed.is_set(), "the server broke a connection while it ran"
                visitor.close()
                assert restarted.wait(seconds(20))

    threads = [threading.Thread(target=talk, args=(visitor,)) for visitor in visitors]
    for thread in threads:
        thread.start()
    enough = chance.randint(60, 200)
    deadline = Deadline(seconds(15))
    while sum(map(len, acknowledged.values())) < enough and not deadline.over():
        lane.agent.chats("engaged")
    killed.set()
    lane.server.kill()
    lane.server.start()
    restarted.set()
    lane.agent.forget_connection()
    wanted = {visitor.id: len(acknowledged[visitor.id]) + 10 for visitor in visitors}
    deadline = Deadline(seconds(15))
    while any(len(acknowledged[key]) < count for key, count in wanted.items()):
        assert not deadline.over() and not failures, failures
        lane.agent.chats("engaged")
    stop.set()
    for thread in threads:
        thread.join()
    assert not failures, failures
    for visitor in visitors:
        assert lane.agent.texts(visitor.id) == acknowledged[visitor.id]


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_a_post_in_flight_at_the_kill_happens_once(start, seed):
    lane = start()
    visitor = lane.chat()
    connections = [lane.server.connect() for _ in range(8)]
    texts = [f"line {number}" for number in range(8)]
    visitor.sequence += 1
    body = {"nouns": [{"prefix": "Chasitor", "noun": "ChatMessage", "object": {"text": text}}
                      for text in texts]}
    for connection in connections[:random.Random(seed).randint(1, 8)]:
        connection.send("POST", REST + "System/MultiNoun",
                        visitor.headers(sequence=visitor.sequence), body)
    restart(lane, visitor)
    for connection in connections:
        connection.close()
    response = visitor.post("MultiNoun", body, prefix="System", sequence=visitor.sequence)
    assert response.text == "OK"
    assert lane.agent.texts(visitor.id) == texts
