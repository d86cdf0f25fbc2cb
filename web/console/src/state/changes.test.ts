import { describe, expect, it } from 'vitest';
import type { ChatSummary, Frame } from '../api/types';
import * as changes from './changes';
import type { State } from './model';
import { reduce } from './reducer';
import {
  ann,
  bob,
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

describe('after a reload', () => {
  const summary: ChatSummary = {
    chatKey,
    state: 'requested',
    name: 'Jo',
    liveChatButtonId: buttonId,
    liveChatDeploymentId: deploymentId,
    requestTime: 1000,
    isEngaged: false,
    isEnded: false,
    isPushRequest: true,
    isFlagRaised: false,
    isCriticalWait: false,
  };
  const snapshot = (chats: ChatSummary[]) =>
    changes.snapshotRead(stateAfter(), { me, chats, queues: [], quickTexts: [] });

  it('a request has its time to answer, until it is accepted', () => {
    const offered = snapshot([{ ...summary, answerBy: 31_000 }]);
    expect(chat(offered)).toMatchObject({ state: 'requested', answerBy: 31_000 });
    expect(chat(changes.detailsRead(offered, details))?.answerBy).toBeUndefined();
  });

  it('an invitation says who asks, until when, and why', () => {
    const told = { invitation: 'conference', fromName: 'Bob', answerBy: 31_000 } as const;
    const invited = snapshot([{ ...summary, ...told, state: 'engaged', isEngaged: true }]);
    const known = { kind: 'conference', fromName: 'Bob', answerBy: 31_000 };
    expect(chat(invited)?.invitation).toEqual({ ...known, note: '' });
    const asked = {
      position: 3,
      at: 3,
      type: 'ConferenceRequest',
      from: 'system' as const,
      name: '',
      text: 'Need a second opinion',
    };
    const read = changes.detailsRead(invited, { ...details, ...told, entries: [asked] });
    expect(chat(read)?.invitation).toEqual({ ...known, note: asked.text });
    const transfer = { ...details, ...told, invitation: 'transfer', transferNote: 'Pays' } as const;
    expect(chat(changes.detailsRead(invited, transfer))?.invitation?.note).toBe('Pays');
    expect(chat(changes.detailsRead(read, details))?.invitation).toBeUndefined();
  });

  it('a handover is pending for the one who asked for it', () => {
    const handover = {
      kind: 'transfer',
      to: 'agent',
      id: bob.id,
      name: 'Bob',
      fromAgentId: ann.id,
    } as const;
    const read = changes.detailsRead(stateAfter(), { ...details, handover });
    expect(chat(read)?.handover).toMatchObject({ kind: 'transfer', name: 'Bob' });
    expect(chat(changes.detailsRead(read, details))?.handover).toBeUndefined();
    const others = { ...details, handover: { ...handover, fromAgentId: bob.id } };
    expect(chat(changes.detailsRead(read, others))?.handover).toBeUndefined();
  });

  it('files, a flag and a critical wait are there', () => {
    const file = {
      chatKey,
      fileId: 'f',
      direction: 'fromVisitor',
      state: 'stored',
      name: 'a.png',
      contentType: 'image/png',
      size: 3,
    } as const;
    const marks = { isFlagRaised: true, flagText: 'help', isCriticalWait: true };
    const known = snapshot([{ ...summary, ...marks, state: 'engaged', isEngaged: true }]);
    expect(chat(known)).toMatchObject(marks);
    const read = changes.detailsRead(stateAfter(), { ...details, ...marks, files: [file] });
    expect(chat(read)).toMatchObject({ ...marks, files: { f: file } });
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
