import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../api/types';
import { ann, bob, chatKey } from '../state/test-frames';
import { EntryView, PendingView } from './message';

const chat = { chatKey, name: 'Jo', agents: [ann, bob], files: {} };

function show(entry: Partial<Entry>) {
  const whole: Entry = {
    position: 1,
    at: 0,
    type: 'VisitorMessage',
    from: 'visitor',
    name: 'Jo',
    text: '',
    ...entry,
  };
  return render(<EntryView chat={chat} entry={whole} ownId={ann.id} isFirst />);
}

describe('a line', () => {
  it('keeps the direction of its own text', () => {
    show({ text: 'مرحبا' });
    expect(screen.getByText('مرحبا').getAttribute('dir')).toBe('auto');
    // The author stands outside, or it would decide the direction.
    expect(screen.getByText('مرحبا').textContent).not.toContain('Jo');
  });

  it('is text, whatever it looks like', () => {
    show({ text: '<b>bold</b>' });
    expect(screen.getByText('<b>bold</b>')).toBeTruthy();
  });

  it('of a whisper says that only agents see it', () => {
    show({ type: 'Whisper', from: 'agent', agentId: bob.id, name: 'Bob', text: 'offer a refund' });
    expect(screen.getByText(/Bob \(only agents see this\)/)).toBeTruthy();
  });

  it('of a rich message shows what can be chosen', () => {
    show({
      type: 'AgentRichMessage',
      from: 'agent',
      text: JSON.stringify({
        type: 'ChatWindowMenu',
        header: 'Which?',
        items: [{ text: 'One' }, { text: 'Two' }],
      }),
    });
    expect(screen.getByText('Which?')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['One', 'Two']);
  });

  it('of a file leads to its bytes', () => {
    show({
      type: 'FileTransferSuccess',
      from: 'system',
      name: '',
      text: 'a.png',
      eventType: 'f-1',
    });
    const link = screen.getByRole('link');
    expect(link.getAttribute('href')).toBe(`/api/v1/chats/${chatKey}/files/f-1`);
    expect(link.textContent).toContain('a.png');
  });

  it('of an event says what happened and who did it', () => {
    show({ type: 'Accept', from: 'system', name: '', agentId: bob.id });
    expect(screen.getByText('Accepted by Bob')).toBeTruthy();
  });

  it('of an event that is not known shows its name', () => {
    show({ type: 'NewKind', from: 'system', name: '' });
    expect(screen.getByText('NewKind')).toBeTruthy();
  });
});

describe('a message without an answer', () => {
  const message = { id: 'k', text: 'Hello', at: 0, isWhisper: false, problem: 'Too long' };

  it('says that it is on its way', () => {
    render(
      <PendingView chatKey={chatKey} message={{ ...message, state: 'sending', problem: '' }} />,
    );
    expect(screen.getByText('sending…')).toBeTruthy();
  });

  it('says why it was not sent and offers another try', () => {
    render(<PendingView chatKey={chatKey} message={{ ...message, state: 'failed' }} />);
    expect(screen.getByRole('alert').textContent).toContain('Too long');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
