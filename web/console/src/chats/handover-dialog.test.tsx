import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TransferTarget } from '../api/types';
import { change, chatOf } from '../state';
import { bob, chatKey, requested, started, stateAfter } from '../state/test-frames';
import { TestServer } from '../test-server';
import { HandoverDialog } from './handover-dialog';

const busy = { to: 'agent', max: 3, isAvailable: true } as const;
const targets: TransferTarget[] = [
  { ...busy, id: bob.id, name: 'Bob', state: 'Online', engaged: 2 },
  { ...busy, id: '005000000000003', name: 'Sam', state: 'Away', engaged: 0, isAvailable: false },
  { to: 'skill', id: '0C5000000000001', name: 'Support', isAvailable: true, agentsOnline: 4 },
  { to: 'skill', id: '0C5000000000002', name: 'Refunds', isAvailable: false, agentsOnline: 0 },
  { to: 'button', id: '573000000000001', name: 'Billing', isAvailable: true, waiting: 7 },
  { to: 'button', id: '573000000000002', name: 'Sales', isAvailable: false, waiting: 0 },
];

beforeEach(() => {
  const server = new TestServer();
  server.answer('GET /api/v1/transfer-targets', { status: 200, body: { targets } });
  change(() => stateAfter(requested(), started()));
});
afterEach(() => vi.unstubAllGlobals());

function show(kind: 'transfer' | 'conference') {
  const chat = chatOf(chatKey);
  if (!chat) throw new Error('no chat');
  render(<HandoverDialog chat={chat} kind={kind} isOpen onClose={() => undefined} />);
  return (name: RegExp) => screen.findByRole('option', { name });
}

describe('where a chat may go', () => {
  it('says how busy it is there', async () => {
    const option = show('transfer');
    expect((await option(/Bob/)).textContent).toBe('Bob● Online2 of 3');
    expect((await option(/Support/)).textContent).toBe('Support4 online');
    expect((await option(/Billing/)).textContent).toBe('Billing7 waiting');
    expect(screen.getAllByRole('group').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Agents',
      'Skills',
      'Buttons',
    ]);
  });

  it('says why it may not go there', async () => {
    const option = show('transfer');
    const reasons = { Sam: 'Away', Refunds: 'nobody online', Sales: 'takes no chats now' };
    for (const [name, reason] of Object.entries(reasons)) {
      const shown = await option(new RegExp(name));
      expect(shown.getAttribute('aria-disabled')).toBe('true');
      expect(shown.textContent).toContain(reason);
    }
  });

  it('is found by typing', async () => {
    const option = show('transfer');
    await option(/Bob/);
    await userEvent.type(screen.getByRole('combobox'), 'supp{Enter}');
    expect(screen.getByRole('button', { name: 'Transfer to Support' })).toBeTruthy();
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('is an agent who is not in the chat, for a conference', async () => {
    change((state) => {
      const chat = state.chats[chatKey];
      return chat ? { ...state, chats: { [chatKey]: { ...chat, agents: [bob] } } } : state;
    });
    const option = show('conference');
    expect((await option(/Bob/)).textContent).toContain('in this chat');
    expect((await option(/Bob/)).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });
});
