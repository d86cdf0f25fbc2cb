import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { change, useLive } from '../state';
import { reduce } from '../state/reducer';
import { chatKey, frame, requested, said, started, stateAfter } from '../state/test-frames';
import { TestServer } from '../test-server';
import { ChatList } from './chat-list';

let server: TestServer;
let place: { hook: ReturnType<typeof memoryLocation>['hook'] };

function Shown() {
  useLive((state) => state);
  return (
    <Router hook={place.hook}>
      <textarea aria-label="composer" />
      <ChatList openKey={undefined} />
    </Router>
  );
}

const soon = () => ({ answerBy: Date.now() + 30_000, requestTime: Date.now() });

beforeEach(() => {
  server = new TestServer();
  place = memoryLocation({ path: '/' });
});
afterEach(() => vi.unstubAllGlobals());

describe('a request', () => {
  it('appears without taking the focus', () => {
    change(() => stateAfter());
    render(<Shown />);
    const composer = screen.getByLabelText('composer');
    composer.focus();
    act(() => change((state) => reduce(state, requested(chatKey, soon()))));
    expect(screen.getByRole('article', { name: 'Request of Jo' })).toBeTruthy();
    expect(document.activeElement).toBe(composer);
    expect(screen.getByText(/left/).textContent).toMatch(/0:(29|30) left/);
  });

  it('is declined without opening it', async () => {
    server.answer(`POST /api/v1/chats/${chatKey}/decline`, { status: 204 });
    change(() => stateAfter(requested(chatKey, soon())));
    render(<Shown />);
    await userEvent.click(screen.getByRole('button', { name: /^Decline/ }));
    expect(server.of(`POST /api/v1/chats/${chatKey}/decline`)).toHaveLength(1);
  });

  it('that another agent accepted goes away and says why', () => {
    change(() => stateAfter(requested(chatKey, soon())));
    render(<Shown />);
    const revoked = frame('chat.revoked', { chatKey, reason: 'accepted' }, Date.now());
    act(() => change((state) => reduce(state, revoked)));
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByText('Jo: another agent has it.')).toBeTruthy();
  });

  it('that is lost in the race goes away', async () => {
    server.answer(`POST /api/v1/chats/${chatKey}/accept`, {
      status: 409,
      body: { detail: 'Another agent accepted this chat' },
    });
    change(() => stateAfter(requested(chatKey, soon())));
    render(<Shown />);
    await userEvent.click(screen.getByRole('button', { name: /^Accept/ }));
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });
});

describe('a transfer', () => {
  it('shows who hands on and the note before it is taken', () => {
    change(() =>
      stateAfter(
        frame('transfer.requested', {
          chatKey,
          name: 'Jo',
          liveChatButtonId: '573000000000001',
          to: 'agent',
          fromAgentId: '005000000000002',
          fromName: 'Bob',
          note: 'Wants a refund',
        }),
      ),
    );
    render(<Shown />);
    expect(screen.getByText('Bob asks you')).toBeTruthy();
    expect(screen.getByText('Wants a refund')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Take over' })).toBeTruthy();
  });
});

describe('a chat in the list', () => {
  it('shows the last line, what is unread, and what is being written', () => {
    change(() => stateAfter(requested(), started(), said(3, 'Where is it?', { at: Date.now() })));
    render(<Shown />);
    const row = screen.getByRole('link', { name: /Jo/ });
    expect(row.getAttribute('href')).toBe(`/${chatKey}`);
    expect(row.textContent).toContain('Where is it?');
    expect(row.textContent).toContain('unread message');
    const typing = frame(
      'chat.typing',
      { chatKey, isTyping: true, sneakPeek: 'i think my' },
      Date.now(),
    );
    act(() => change((state) => reduce(state, typing)));
    expect(row.textContent).toContain('i think my');
  });

  it('says in words how late it is', () => {
    change(() => stateAfter(requested(), started(), said(3, 'one', { at: Date.now() - 90_000 })));
    render(<Shown />);
    expect(screen.getByTitle('late').textContent).toContain('▲');
    expect(screen.getByText('Late: Jo')).toBeTruthy();
  });
});
