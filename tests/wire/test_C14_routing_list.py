"""Appendix C 14: buttonOverrides, agentId and doFallback (7.5, 7.6)."""

from support.organization import long_id


def outcome(visitor):
    message = visitor.wait_for("ChatRequestSuccess", "ChatRequestFail")
    return "fail" if "reason" in message else "success"


def requested(agent):
    return [chat["chatKey"] for chat in agent.chats("requested")]


def ask(lane, *targets, **fields):
    visitor = lane.visitor()
    visitor.init(buttonOverrides=list(targets), **fields)
    return visitor


def test_C14_a_button(lane):
    lane.agent.online()
    visitor = lane.visitor()
    button, visitor.button = visitor.button, "573000000009999"
    visitor.init(buttonOverrides=[button])
    assert outcome(visitor) == "success"


def test_C14_an_agent(lane):
    lane.agent.online()
    lane.second.online()
    for agent in (lane.second, lane.agent):
        visitor = ask(lane, agent.id)
        assert outcome(visitor) == "success"
        assert requested(agent) == [visitor.id]
        agent.accept(visitor.id)


def test_C14_an_agent_who_is_unavailable_without_fallback(lane):
    lane.agent.online()
    visitor = ask(lane, lane.second.id)
    assert outcome(visitor) == "fail"


def test_C14_an_agent_who_is_unavailable_with_fallback(lane):
    lane.agent.online()
    visitor = ask(lane, f"{lane.second.id}_{lane.button}")
    assert outcome(visitor) == "success"
    assert requested(lane.agent) == [visitor.id]


def test_C14_the_order_of_the_list(lane):
    lane.agent.online()
    lane.second.online()
    visitor = ask(lane, lane.second.id, lane.agent.id)
    assert outcome(visitor) == "success"
    assert requested(lane.second) == [visitor.id] and requested(lane.agent) == []


def test_C14_the_next_target_when_the_first_is_not_there(lane):
    lane.agent.online()
    visitor = ask(lane, "573000000009999", lane.second.id, lane.agent.id)
    assert outcome(visitor) == "success"
    assert requested(lane.agent) == [visitor.id]


def test_C14_invalid_entries_are_skipped(lane):
    lane.agent.online()
    visitor = ask(lane, "", "nonsense", "005", lane.button)
    assert outcome(visitor) == "success"


def test_C14_long_ids(lane):
    lane.agent.online()
    visitor = ask(lane, f"{long_id(lane.second.id)}_{long_id(lane.button)}")
    assert outcome(visitor) == "success"


def test_C14_the_list_wins_over_the_button(lane):
    lane.agent.online()
    visitor = ask(lane, lane.second.id, agentId=lane.agent.id, doFallback=True)
    assert outcome(visitor) == "fail"


def test_C14_direct_to_an_agent(lane):
    lane.agent.online()
    lane.second.online()
    visitor = lane.visitor()
    visitor.init(agentId=lane.second.id)
    assert outcome(visitor) == "success"
    assert requested(lane.second) == [visitor.id]


def test_C14_direct_to_an_agent_who_is_not_there(lane):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init(agentId=lane.second.id)
    assert outcome(visitor) == "fail"


def test_C14_direct_with_fallback(lane):
    lane.agent.online()
    visitor = lane.visitor()
    visitor.init(agentId=lane.second.id, doFallback=True)
    assert outcome(visitor) == "success"
    assert requested(lane.agent) == [visitor.id]


def test_C14_a_target_who_declines_fails_the_request(lane):
    lane.agent.online()
    lane.second.online()
    visitor = ask(lane, lane.second.id, lane.agent.id)
    assert outcome(visitor) == "success"
    lane.second.decline(visitor.id)
    assert visitor.wait_for("ChatRequestFail", "ChatEnded")["reason"]
    assert requested(lane.agent) == []
