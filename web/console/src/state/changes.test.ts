import { describe, expect, it } from 'vitest';
import type { Frame } from '../api/types';
import * as changes from './changes';
import type { State } from './model';
import { reduce } from './reducer';
import {
  ann,
  buttonId,
  chatKey,
  deploymentId,
  details,
  me,
  requested,
  said,
  started,
  stateAfter,
} from './test-frames';

const chat = (state: State) => state.chats[chatKey];

describe('what is unread', () => {
  it('is counted from what was seen before the page was loaded anew', () => {
    const known = changes.signedIn(stateAfter(requested(), started()), me, { [chatKey]: 4 });
    const entries = [3, 4, 5, 6].map((position) => ({
      position,
      at: position,
      type: 'VisitorMessage',
      from: 'visitor' as const,
      name: 'Jo',
      text: `${position}`,
    }));
    expect(chat(changes.detailsRead(known, { ...details, entries }))?.unread).toBe(2);
  });

  it('begins behind the agent’s own last line where nothing was noted', () => {
    const state = stateAfter(
      requested(),
      started(),
      said(3, 'one'),
      said(4, 'answer', { from: 'agent', agentId: ann.id }),
      said(5, 'two'),
    );
    expect(chat(state)?.unread).toBe(1);
  });

  it('is cleared when another tab has shown it', () => {
    const state = stateAfter(requested(), started(), said(3, 'one'));
    expect(chat(changes.unreadCleared(state, chatKey))?.unread).toBe(0);
  });
});

describe('a conference that is asked for', () => {
  const asked = {
    position: 3,
    at: 3,
    type: 'ConferenceRequest',
    from: 'system' as const,
    name: '',
    text: '',
  };

  it('is known again after a reload, until it is answered', () => {
    const read = changes.detailsRead(stateAfter(), { ...details, entries: [asked] });
    expect(chat(read)?.handover).toEqual({ kind: 'conference', name: '' });
    const joined = { ...asked, position: 4, type: 'OperatorJoinedConference' };
    const again = changes.detailsRead(stateAfter(), { ...details, entries: [asked, joined] });
    expect(chat(again)?.handover).toBeUndefined();
  });
});

describe('a chat that is over', () => {
  it('is shown from its record', () => {
    const transcript = {
      chatKey,
      visitorName: 'Jo',
      liveChatButtonId: buttonId,
      liveChatDeploymentId: deploymentId,
      requestTime: 1,
      startTime: 2,
      endTime: 3,
      endedBy: 'Visitor',
      ownerId: ann.id,
    };
    const record = { transcript, entries: [], events: [], files: [] };
    const read = changes.recordRead(
      stateAfter(),
      record as unknown as Parameters<typeof changes.recordRead>[1],
    );
    expect(chat(read)).toMatchObject({ state: 'ended', name: 'Jo', endTime: 3, agentId: ann.id });
  });
});

describe('a snapshot', () => {
  it('takes away what is not the agent’s any more and keeps what was said', () => {
    const state = stateAfter(requested(), started(), said(3, 'one'), requested('other'));
    const read = changes.snapshotRead(changes.fellBehind(state), {
      me,
      chats: [details],
      queues: [],
      quickTexts: [],
    });
    expect(Object.keys(read.chats)).toEqual([chatKey]);
    expect(chat(read)?.entries.map((entry) => entry.text)).toEqual(['one']);
    expect(read.isCurrent).toBe(true);
  });

  it('is the same after frames that it already holds', () => {
    const frames: Frame[] = [said(3, 'one'), said(4, 'two')];
    const open = stateAfter(requested(), started(), ...frames);
    const read = changes.detailsRead(open, details);
    const replayed = frames.reduce(reduce, read);
    expect(chat(replayed)?.entries).toHaveLength(2);
  });
});
