import { describe, expect, it } from 'vitest';
import * as changes from './changes';
import type { PendingMessage, State } from './model';
import { reduce } from './reducer';
import {
  ann,
  bob,
  buttonId,
  chatKey,
  details,
  frame,
  me,
  requested,
  said,
  started,
  stateAfter,
} from './test-frames';

const chat = (state: State) => state.chats[chatKey];

const pending: PendingMessage = {
  id: 'key-1',
  text: 'Hello',
  at: 2500,
  isWhisper: false,
  state: 'sending',
  problem: '',
};

describe('a request', () => {
  it('is offered with its deadline and becomes a chat when accepted', () => {
    const offered = stateAfter(requested(chatKey, { answerBy: 31_000 }));
    expect(chat(offered)).toMatchObject({ state: 'requested', answerBy: 31_000, name: 'Jo' });
    const accepted = reduce(offered, started());
    expect(chat(accepted)).toMatchObject({
      state: 'engaged',
      acceptTime: 2000,
      answerBy: undefined,
    });
    expect(chat(accepted)?.agents.map((agent) => agent.id)).toEqual([ann.id]);
  });

  it('goes away with a reason when somebody else was faster', () => {
    const revoked = stateAfter(requested(), frame('chat.revoked', { chatKey, reason: 'accepted' }));
    expect(chat(revoked)).toBeUndefined();
    expect(revoked.departed[0]).toMatchObject({ chatKey, name: 'Jo', reason: 'accepted' });
  });

  it('is not taken back from an agent who has it', () => {
    const state = stateAfter(
      requested(),
      started(),
      frame('chat.revoked', { chatKey, reason: 'accepted' }),
    );
    expect(chat(state)?.state).toBe('engaged');
  });
});

describe('messages', () => {
  it('are shown once and in their order, however often they come', () => {
    const first = said(3, 'one');
    const second = said(4, 'two');
    const state = stateAfter(requested(), started(), second, first, second, first);
    expect(chat(state)?.entries.map((entry) => entry.text)).toEqual(['one', 'two']);
    expect(chat(state)?.unread).toBe(2);
  });

  it('do not count as unread in the chat that is looked at', () => {
    const open = stateAfter(requested(), started(), said(3, 'one'));
    const seen = reduce(changes.chatSeen(open, chatKey), said(4, 'two'));
    expect(chat(seen)?.unread).toBe(0);
    const left = reduce(changes.chatSeen(seen, null), said(5, 'three'));
    expect(chat(left)?.unread).toBe(1);
  });

  it('end the sneak peek of what they say', () => {
    const typing = frame('chat.typing', { chatKey, isTyping: true, sneakPeek: 'on' });
    const before = stateAfter(requested(), started(), typing);
    expect(chat(before)).toMatchObject({ isTyping: true, sneakPeek: 'on' });
    expect(chat(reduce(before, said(3, 'one')))).toMatchObject({ isTyping: false, sneakPeek: '' });
  });

  it('of the agent replace what was shown before the answer', () => {
    const open = stateAfter(requested(), started());
    const queued = changes.messageQueued(open, chatKey, pending);
    expect(chat(queued)?.pending).toHaveLength(1);
    const own = said(3, 'Hello', { from: 'agent', agentId: ann.id, name: 'Ann' });
    const told = reduce(queued, own);
    expect(chat(told)?.pending).toHaveLength(0);
    expect(chat(told)?.entries).toHaveLength(1);
    const entry = {
      position: 3,
      at: 3003,
      type: 'AgentMessage',
      from: 'agent',
      name: 'Ann',
      text: 'Hello',
    } as const;
    const answered = changes.messageStored(told, chatKey, pending.id, entry);
    expect(chat(answered)?.entries).toHaveLength(1);
  });

  it('of another agent with the same words leave it', () => {
    const queued = changes.messageQueued(stateAfter(requested(), started()), chatKey, pending);
    const other = said(3, 'Hello', { from: 'agent', agentId: bob.id, name: 'Bob' });
    expect(chat(reduce(queued, other))?.pending).toHaveLength(1);
  });

  it('that failed keep their key for the next try', () => {
    const queued = changes.messageQueued(stateAfter(requested(), started()), chatKey, pending);
    const failed = changes.messageChanged(queued, chatKey, pending.id, {
      state: 'failed',
      problem: 'no',
    });
    expect(chat(failed)?.pending[0]).toMatchObject({ id: 'key-1', state: 'failed' });
  });

  it('that were stored though their answer was lost are not shown twice', () => {
    const queued = changes.messageQueued(stateAfter(requested(), started()), chatKey, {
      ...pending,
      state: 'failed',
    });
    const read = changes.detailsRead(queued, {
      ...details,
      entries: [
        {
          position: 3,
          at: 3000,
          type: 'AgentMessage',
          from: 'agent',
          agentId: ann.id,
          name: 'Ann',
          text: 'Hello',
        },
      ],
    });
    expect(chat(read)?.pending).toHaveLength(0);
    expect(chat(read)?.entries).toHaveLength(1);
  });

  it('of a chat that is not known change nothing', () => {
    const state = stateAfter();
    expect(reduce(state, said(1, 'lost'))).toBe(state);
  });
});

describe('whispers', () => {
  it('stand among the entries and count as unread', () => {
    const whisper = frame('whisper', {
      chatKey,
      agentId: bob.id,
      name: 'Sam',
      text: 'Offer a refund',
      at: 3000,
      position: 3,
    });
    const state = stateAfter(requested(), started(), whisper, whisper);
    expect(chat(state)?.entries).toEqual([
      expect.objectContaining({ type: 'Whisper', text: 'Offer a refund' }),
    ]);
    expect(chat(state)?.unread).toBe(1);
  });
});

describe('handing on', () => {
  const invitation = frame('transfer.requested', {
    chatKey,
    name: 'Jo',
    liveChatButtonId: buttonId,
    to: 'agent',
    fromAgentId: bob.id,
    fromName: 'Bob',
    note: 'Wants a refund',
    answerBy: 9000,
  });

  it('shows the receiver the note before the chat', () => {
    const state = stateAfter(invitation);
    expect(chat(state)?.invitation).toEqual({
      kind: 'transfer',
      fromName: 'Bob',
      note: 'Wants a refund',
      answerBy: 9000,
    });
    expect(chat(reduce(state, started()))).toMatchObject({
      state: 'engaged',
      invitation: undefined,
    });
  });

  it('ends with the reason when it is taken back', () => {
    const state = stateAfter(
      invitation,
      frame('transfer.revoked', { chatKey, reason: 'canceled' }),
    );
    expect(chat(state)).toBeUndefined();
    expect(state.departed[0]?.reason).toBe('canceled');
  });

  it('takes the chat from the agent who gave it', () => {
    const open = stateAfter(requested(), started());
    const asked = changes.handoverAsked(open, chatKey, { kind: 'transfer', name: 'Bob' });
    expect(chat(asked)?.handover?.name).toBe('Bob');
    const declined = reduce(asked, frame('transfer.answered', { chatKey, outcome: 'declined' }));
    expect(chat(declined)?.handover).toBeUndefined();
    const gone = reduce(asked, frame('chat.transferred', { chatKey, agentId: bob.id }));
    expect(chat(gone)).toBeUndefined();
  });

  it('leaves a conference with those who are in it', () => {
    const joined = frame('chat.agents', { chatKey, agents: [bob, ann] });
    const state = stateAfter(requested(), started(), joined);
    expect(chat(state)?.agents.map((agent) => agent.name)).toEqual(['Bob', 'Ann']);
    expect(chat(state)?.agentId).toBe(bob.id);
  });
});

describe('the end', () => {
  const ended = frame('chat.ended', { chatKey, reason: 'client', endedBy: 'Visitor' }, 9000);

  it('keeps the chat until it is closed', () => {
    const state = stateAfter(requested(), started(), ended);
    expect(chat(state)).toMatchObject({ state: 'ended', endedBy: 'Visitor', endTime: 9000 });
    const again = changes.snapshotRead(state, { me, chats: [], queues: [], quickTexts: [] });
    expect(chat(again)?.state).toBe('ended');
    expect(chat(changes.chatClosed(again, chatKey))).toBeUndefined();
  });

  it('of a request that was not accepted takes it away', () => {
    expect(chat(stateAfter(requested(), ended))).toBeUndefined();
  });
});

describe('the rest of the state', () => {
  it('follows the agent’s presence and capacity', () => {
    const state = stateAfter(
      frame('presence.changed', { agentId: ann.id, state: 'Away', reason: 'Lunch', since: 5000 }),
      frame('capacity.changed', { max: 5, engaged: 2, assigned: 1 }),
    );
    expect(state.me?.presence).toEqual({ state: 'Away', reason: 'Lunch', since: 5000 });
    expect(state.me?.capacity.engaged).toBe(2);
  });

  it('follows lines, flags, critical waits, files and pages', () => {
    const queue = {
      buttonId,
      name: 'Billing',
      isAvailable: true,
      waiting: 0,
      longestWait: 0,
      estimatedWaitTime: 0,
      agentsOnline: 1,
      agentsAway: 0,
    };
    const file = {
      chatKey,
      fileId: 'f',
      direction: 'fromVisitor',
      state: 'requested',
      name: '',
      contentType: '',
      size: 0,
    } as const;
    const begin = changes.queuesRead(stateAfter(requested(), started()), [queue]);
    const page = frame('chat.breadcrumb', { chatKey, location: 'https://shop/cart', time: 5 });
    const state = [
      frame('queue.changed', { buttonId, waiting: 4, longestWait: 72 }),
      frame('flag.raised', { chatKey, agentId: ann.id, name: 'Ann', text: 'help', at: 1 }),
      frame('chat.critical_wait', { chatKey, isCritical: true, waitingSince: 1 }),
      frame('file', file),
      frame('file', { ...file, state: 'stored', name: 'a.png' }),
      page,
      page,
      frame('chat.disconnected', { chatKey, lastSeen: 1 }),
    ].reduce(reduce, begin);
    expect(state.queues[buttonId]).toMatchObject({ waiting: 4, longestWait: 72, name: 'Billing' });
    expect(chat(state)).toMatchObject({
      isFlagRaised: true,
      flagText: 'help',
      isCriticalWait: true,
      isDisconnected: true,
    });
    expect(chat(state)?.files.f?.name).toBe('a.png');
    expect(chat(state)?.breadcrumbs).toHaveLength(1);
    const calm = [
      frame('flag.lowered', { chatKey, agentId: ann.id }),
      frame('chat.reconnected', { chatKey }),
    ].reduce(reduce, state);
    expect(chat(calm)).toMatchObject({ isFlagRaised: false, flagText: '', isDisconnected: false });
  });

  it('shows supervisors agents and chats as they change', () => {
    const agent = {
      id: bob.id,
      name: 'Bob',
      kind: 'person',
      state: 'Online',
      reason: '',
      since: 1,
      max: 3,
      engaged: 1,
      assigned: 0,
      skillIds: [],
      chatKeys: [],
    } as const;
    const state = stateAfter(
      frame('agent.changed', { agent: { ...agent, skillIds: [], chatKeys: [] } }),
    );
    expect(state.agents[bob.id]?.engaged).toBe(1);
    const away = reduce(
      state,
      frame('presence.changed', { agentId: bob.id, state: 'Away', reason: '', since: 2 }),
    );
    expect(away.agents[bob.id]?.state).toBe('Away');
  });
});
