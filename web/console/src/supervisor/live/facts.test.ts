import { describe, expect, it } from 'vitest';
import type { ChatDetails, Entry } from '../../api/types';
import { factsOf } from './facts';

const entry = (position: number, type: string, text = ''): Entry => ({
  position,
  at: position * 1000,
  type,
  from: 'agent',
  agentId: '005000000000001',
  name: '',
  text,
});

const details = (fields: Partial<ChatDetails>) =>
  ({
    isCriticalWait: false,
    isFlagRaised: false,
    agents: [],
    entries: [],
    ...fields,
  }) as unknown as ChatDetails;

const ann = {
  id: '005000000000001',
  username: 'ann',
  name: 'Ann',
  role: 'agent',
  kind: 'person',
} as const;

describe('the facts of a chat', () => {
  it('tell what the last raised flag says, and whose it is', () => {
    const entries = [
      entry(1, 'FlagRaised', 'first'),
      entry(2, 'FlagLoweredAgent'),
      entry(3, 'FlagRaised', 'second'),
      entry(4, 'AgentMessage', 'hello'),
    ];
    expect(factsOf(details({ isFlagRaised: true, agents: [ann], entries })).flag).toEqual({
      text: 'second',
      agentId: ann.id,
      name: 'Ann',
      at: 3000,
    });
  });

  it('know whose flag it is when that agent has left', () => {
    const flag = factsOf(details({ isFlagRaised: true, entries: [entry(1, 'FlagRaised')] })).flag;
    expect(flag).toMatchObject({ agentId: ann.id, name: '' });
  });

  it('have no flag when it is lowered', () => {
    expect(factsOf(details({ entries: [entry(1, 'FlagRaised')] })).flag).toBeUndefined();
  });
});
