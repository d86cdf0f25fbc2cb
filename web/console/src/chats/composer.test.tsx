import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { change, chatOf, store } from '../state';
import { chatKey, requested, started, stateAfter } from '../state/test-frames';
import { TestServer } from '../test-server';
import { Composer } from './composer';
import { setDraft } from './drafts';

const messages = `POST /api/v1/chats/${chatKey}/messages`;
const whispers = `POST /api/v1/chats/${chatKey}/whispers`;

function Shown() {
  const chat = chatOf(chatKey);
  return chat ? <Composer chat={chat} /> : null;
}

function entry(text: string, type = 'AgentMessage') {
  return { position: 3, at: 3000, type, from: 'agent', name: 'Ann', text };
}

let server: TestServer;
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

beforeEach(() => {
  server = new TestServer();
  server.answer(messages, { status: 201, body: entry('Hello') });
  server.answer(whispers, { status: 201, body: entry('psst', 'Whisper') });
  server.answer(`POST /api/v1/chats/${chatKey}/typing`, { status: 204 });
  change(() => ({
    ...stateAfter(requested(), started()),
    quickTexts: [
      {
        id: 'q1',
        name: 'Greeting',
        message: 'Good day, {visitor.name}! Order {order}?',
        folder: '',
        category: '',
        channels: [],
      },
      { id: 'q2', name: 'Bye', message: 'Goodbye', folder: '', category: '', channels: [] },
    ],
  }));
  render(<Shown />);
});

afterEach(() => {
  setDraft(chatKey, 'reply', '');
  setDraft(chatKey, 'note', '');
  vi.unstubAllGlobals();
});

describe('the composer', () => {
  it('sends with Enter, at once on the page and once to the server', async () => {
    const user = userEvent.setup();
    await user.type(field(), 'Hello{Enter}');
    expect(field().value).toBe('');
    await waitFor(() => expect(chatOf(chatKey)?.entries).toHaveLength(1));
    expect(chatOf(chatKey)?.pending).toHaveLength(0);
    expect(server.of(messages)).toEqual([
      expect.objectContaining({ body: { text: 'Hello' }, csrf: '1', key: expect.any(String) }),
    ]);
  });

  it('breaks the line with Shift Enter and waits for an input method', async () => {
    const user = userEvent.setup();
    await user.type(field(), 'one{Shift>}{Enter}{/Shift}two');
    expect(field().value).toBe('one\ntwo');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(server.of(messages)).toHaveLength(0);
  });

  it('sends nothing but blanks', async () => {
    const user = userEvent.setup();
    await user.type(field(), '   {Enter}');
    expect(server.of(messages)).toHaveLength(0);
  });

  it('keeps what is written over a reload, for each chat', async () => {
    const user = userEvent.setup();
    await user.type(field(), 'half a sen');
    expect(sessionStorage.getItem(`rejoinder.draft.${chatKey}.reply`)).toBe('half a sen');
  });

  it('sends nothing without a connection, and says so', async () => {
    act(() => change((state) => ({ ...state, stream: 'waiting' })));
    const user = userEvent.setup();
    await user.type(field(), 'Hello{Enter}');
    expect(server.of(messages)).toHaveLength(0);
    expect(field().value).toBe('Hello');
    expect(field().getAttribute('aria-describedby')).toBeTruthy();
    expect(screen.getByText(/until the connection is back/)).toBeTruthy();
  });

  it('recalls the last sent text with ↑ when it is empty', async () => {
    const user = userEvent.setup();
    await user.type(field(), 'Hello{Enter}');
    await user.type(field(), '{ArrowUp}');
    expect(field().value).toBe('Hello');
  });

  it('writes notes to the agents alone', async () => {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /^Note/ }));
    await user.type(field(), 'psst{Enter}');
    await waitFor(() => expect(server.of(whispers)).toHaveLength(1));
    expect(server.of(messages)).toHaveLength(0);
  });
});

describe('a message that failed', () => {
  it('is marked and sent again under the same key', async () => {
    server.answer(messages, 'unreachable', { status: 201, body: entry('Hello') });
    const user = userEvent.setup();
    await user.type(field(), 'Hello{Enter}');
    await waitFor(() => expect(chatOf(chatKey)?.pending[0]?.state).toBe('failed'));
    const { retry } = await import('./actions');
    const pending = chatOf(chatKey)?.pending[0];
    if (!pending) throw new Error('no message');
    retry(chatKey, pending);
    await waitFor(() => expect(chatOf(chatKey)?.entries).toHaveLength(1));
    const [first, second] = server.of(messages);
    expect(first?.key).toBe(second?.key);
  });

  it('does not let the next one overtake it', async () => {
    server.answer(
      messages,
      { status: 201, body: entry('one') },
      { status: 201, body: { ...entry('two'), position: 4 } },
    );
    const user = userEvent.setup();
    await user.type(field(), 'one{Enter}two{Enter}');
    await waitFor(() => expect(chatOf(chatKey)?.entries).toHaveLength(2));
    expect(server.of(messages).map((one) => one.body)).toEqual([{ text: 'one' }, { text: 'two' }]);
  });
});

describe('quick text', () => {
  it('opens with a slash, narrows and inserts with its fields filled', async () => {
    const user = userEvent.setup();
    await user.type(field(), '/gre');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(field().value).toBe('Good day, Jo! Order {order}?');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.getByText(/One blank to fill/)).toBeTruthy();
  });

  it('keeps the slash after Esc', async () => {
    const user = userEvent.setup();
    await user.type(field(), '/');
    expect(screen.getAllByRole('option').length).toBe(2);
    await user.keyboard('{Escape}');
    expect(field().value).toBe('/');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('x');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('names the current one to screen readers', async () => {
    const user = userEvent.setup();
    await user.type(field(), '/');
    const first = screen.getAllByRole('option')[0];
    expect(field().getAttribute('aria-activedescendant')).toBe(first?.id);
    await user.keyboard('{ArrowDown}');
    expect(field().getAttribute('aria-activedescendant')).not.toBe(first?.id);
  });
});

it('the store is not shared between tests', () => {
  expect(store.getState().chats[chatKey]?.pending).toHaveLength(0);
});
