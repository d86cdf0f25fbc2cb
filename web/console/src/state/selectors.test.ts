import { describe, expect, it } from 'vitest';
import { groupsOf, isFileAsked, unreadOf, urgencyOf, waitingSince } from './selectors';
import { ann, chatKey, frame, requested, said, started, stateAfter } from './test-frames';

const second = 1000;

function chatAfter(...frames: Parameters<typeof stateAfter>) {
  const chat = stateAfter(requested(), started(), ...frames).chats[chatKey];
  if (!chat) throw new Error('no chat');
  return chat;
}

describe('the wait for an answer', () => {
  it('counts from the first line that is not answered', () => {
    const chat = chatAfter(
      said(3, 'one', { at: 10 * second }),
      said(4, 'two', { at: 20 * second }),
    );
    expect(waitingSince(chat)).toBe(10 * second);
  });

  it('ends with an answer and not with a whisper', () => {
    const answered = chatAfter(
      said(3, 'one'),
      said(4, 'answer', { from: 'agent', agentId: ann.id }),
    );
    expect(waitingSince(answered)).toBeUndefined();
    const onlyWhispered = chatAfter(said(3, 'one', { at: 10 * second }));
    onlyWhispered.entries.push({
      position: 4,
      at: 11,
      type: 'Whisper',
      from: 'agent',
      name: '',
      text: '',
    });
    expect(waitingSince(onlyWhispered)).toBe(10 * second);
  });

  it('is marked after 30 and 60 seconds, and at once when it is critical', () => {
    const chat = chatAfter(said(3, 'one', { at: 0 }));
    const since = waitingSince(chat) ?? 0;
    expect(urgencyOf(chat, since + 29 * second)).toBe('ok');
    expect(urgencyOf(chat, since + 30 * second)).toBe('warn');
    expect(urgencyOf(chat, since + 60 * second)).toBe('late');
    expect(urgencyOf({ ...chat, isCriticalWait: true }, since)).toBe('late');
  });
});

describe('the groups of the list', () => {
  it('divide chats by what needs the agent', () => {
    const state = stateAfter(
      requested(),
      started(),
      said(3, 'one', { at: 0 }),
      requested('pushed', { requestTime: 5 }),
      requested('free', { isPushRequest: false }),
    );
    const groups = groupsOf(state, 10 * second);
    expect(groups.mine.map((chat) => chat.chatKey)).toEqual([chatKey]);
    expect(groups.incoming.map((chat) => chat.chatKey)).toEqual(['pushed']);
    expect(groups.choice.map((chat) => chat.chatKey)).toEqual(['free']);
    expect(unreadOf(state)).toBe(1);
  });

  it('put a chat whose visitor is silent apart', () => {
    const state = stateAfter(
      requested(),
      started(),
      said(3, 'answer', { from: 'agent', agentId: ann.id, at: 0 }),
    );
    expect(groupsOf(state, 119 * second).mine).toHaveLength(1);
    expect(groupsOf(state, 120 * second).silent).toHaveLength(1);
  });

  it('leave out chats of others that are only watched', () => {
    const watched = stateAfter(requested(), started());
    const chat = watched.chats[chatKey];
    if (chat) watched.chats[chatKey] = { ...chat, agents: [], agentId: 'somebody' };
    expect(groupsOf(watched, 0).mine).toHaveLength(0);
  });
});

describe('a file that is asked for', () => {
  const file = (state: 'requested' | 'stored' | 'failed' | 'canceled') =>
    frame('file', {
      chatKey,
      fileId: 'f',
      direction: 'fromVisitor',
      state,
      name: '',
      contentType: '',
      size: 0,
    });

  it('is waited for until the visitor answers or it is taken back', () => {
    expect(isFileAsked(chatAfter())).toBe(false);
    const asked = file('requested');
    expect(isFileAsked(chatAfter(asked))).toBe(true);
    for (const outcome of ['stored', 'failed', 'canceled'] as const) {
      expect(isFileAsked(chatAfter(asked, file(outcome)))).toBe(false);
    }
  });
});
