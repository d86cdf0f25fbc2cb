import { describe, expect, it } from 'vitest';
import type { AgentSummary, ChatSummary, QueueSummary } from '../../api/types';
import { chatRows } from './chat-rows';
import { countsBefore, dayFigures, liveFigures } from './figures';

function queue(waiting: number, longestWait: number): QueueSummary {
  return {
    buttonId: '573000000000001',
    name: 'Billing',
    isAvailable: true,
    waiting,
    longestWait,
    estimatedWaitTime: -1,
    agentsOnline: 1,
    agentsAway: 0,
  };
}

function agent(fields: Partial<AgentSummary>): AgentSummary {
  return {
    id: '005000000000001',
    name: 'Ann',
    kind: 'person',
    state: 'Online',
    reason: '',
    since: 0,
    max: 3,
    engaged: 0,
    assigned: 0,
    skillIds: [],
    chatKeys: [],
    ...fields,
  };
}

function chat(fields: Partial<ChatSummary>): ChatSummary {
  return {
    chatKey: '6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11',
    state: 'engaged',
    name: 'Jo',
    liveChatButtonId: '573000000000001',
    liveChatDeploymentId: '572000000000001',
    requestTime: 1000,
    isEngaged: true,
    isEnded: false,
    isPushRequest: true,
    isFlagRaised: false,
    isCriticalWait: false,
    ...fields,
  };
}

describe('the figures of now', () => {
  it('add up the lines, and the chats and room of agents who are online', () => {
    const figures = liveFigures(
      [queue(2, 40), queue(1, 70)],
      [
        agent({ engaged: 2, assigned: 1, max: 3 }),
        agent({ engaged: 1, max: 5 }),
        agent({ state: 'Away', engaged: 2, max: 4 }),
        agent({ state: 'Offline', max: 9 }),
      ],
      [
        chat({ isCriticalWait: true }),
        chat({ isEngaged: false, requestTime: 500 }),
        chat({ isEngaged: false, requestTime: 300 }),
        chat({ isEngaged: false, isEnded: true, requestTime: 100 }),
      ],
    );
    expect(figures).toEqual({
      waiting: 3,
      longestSince: 300,
      longestWait: 70,
      agentsOnline: 2,
      agents: 4,
      load: 4,
      capacity: 8,
      engaged: 1,
      critical: 1,
    });
  });

  it('are zero when there is nothing', () => {
    const figures = liveFigures([], [], []);
    expect(figures.longestSince).toBeUndefined();
    expect(figures).toMatchObject({ waiting: 0, longestWait: 0, capacity: 0, engaged: 0 });
  });
});

describe('the figures of the day', () => {
  const now = 1_000_000;
  const at = (status: 'Completed' | 'Dropped' | 'Missed' | 'Waiting' | 'Blocked', fields = {}) => ({
    status,
    requestTime: now,
    ...fields,
  });

  it('tell the share that was accepted in time', () => {
    const figures = dayFigures(
      [
        at('Completed', { waitTime: 10 }),
        at('Completed', { waitTime: 60 }),
        at('Completed', { waitTime: 61 }),
        at('Dropped', { abandoned: 100 }),
      ],
      60,
      now,
    );
    expect(figures).toEqual({
      requests: 4,
      answered: 3,
      abandoned: 1,
      serviceLevel: 0.5,
      abandonedShare: 0.25,
    });
  });

  it('leave out who gave up early, who waits shortly, and who was blocked', () => {
    const figures = dayFigures(
      [
        at('Completed', { waitTime: 1 }),
        at('Dropped', { abandoned: 5 }),
        at('Missed', { abandoned: 60 }),
        at('Waiting', { requestTime: now - 60_000 }),
        at('Blocked', { abandoned: 0 }),
      ],
      60,
      now,
    );
    expect(figures.serviceLevel).toBe(1);
    expect(figures).toMatchObject({ requests: 4, abandoned: 2 });
  });

  it('count who has waited too long already', () => {
    const figures = dayFigures([at('Waiting', { requestTime: now - 60_001 })], 60, now);
    expect(figures.serviceLevel).toBe(0);
    expect(figures.abandonedShare).toBeNull();
  });

  it('tell no share of nothing', () => {
    expect(dayFigures([], 60, now)).toMatchObject({ serviceLevel: null, abandonedShare: null });
  });
});

describe('the counts of the last hour', () => {
  it('begin with the oldest part, and leave out what is older or to come', () => {
    expect(countsBefore([0, 5, 10, 99, 100, -1], 100, 100, 10)).toEqual([
      2, 1, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });
});

describe('the rows of open chats', () => {
  it('tell what a flag says, and of a frame who raised it and when', () => {
    const flagged = chat({ chatKey: 'a', agentId: 'ann', isFlagRaised: true, flagText: 'help' });
    const told = { chatKey: 'a', agentId: 'bob', name: 'Bob', text: 'help', at: 2 };
    const row = { isFlagRaised: true, flagText: 'help', agentId: 'ann' };
    expect(chatRows([flagged], {})[0]).toMatchObject({ ...row, flag: undefined });
    expect(chatRows([flagged], { a: told })[0]).toMatchObject({ ...row, flag: told });
  });

  it('forget a flag that is lowered, though a frame of it is still known', () => {
    const told = { chatKey: 'a', agentId: 'ann', name: 'Ann', text: 'told', at: 2 };
    const [row] = chatRows([chat({ chatKey: 'a' })], { a: told });
    expect(row).toMatchObject({ isFlagRaised: false, flagText: '', flag: undefined });
  });

  it('tell waiting chats since their request, and engaged ones since they were accepted', () => {
    const [waiting, engaged, invited] = chatRows(
      [
        chat({ isEngaged: false, requestTime: 7 }),
        chat({ acceptTime: 9 }),
        chat({ invitation: 'conference', agentId: 'ann' }),
        chat({ isEnded: true }),
      ],
      {},
    );
    expect(waiting).toMatchObject({ state: 'waiting', since: 7, agentId: undefined });
    expect(engaged).toMatchObject({ state: 'engaged', since: 9 });
    expect(invited).toMatchObject({ state: 'invited', agentId: 'ann' });
  });
});
