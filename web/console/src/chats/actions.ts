import { ApiError, call, newKey } from '../api/client';
import { t } from '../i18n';
import { change, changes, chatOf, type PendingMessage, readChat, serverNow } from '../state';
import { dismiss, reasonOf, toast, toastProblem } from '../ui';
import { forgetDrafts } from './drafts';
import { forgetWrapUp, rememberWrapUp } from './wrap-up';

// What an agent does with chats. Each answers at once on the page and says when it went wrong.

const undoTime = 5000;

async function attempt(what: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    toastProblem(problem, what);
    return false;
  }
}

// Takes an offered or free request. Somebody else may have been faster.
export async function accept(chatKey: string): Promise<boolean> {
  const name = chatOf(chatKey)?.name ?? '';
  try {
    const details = await call('post', '/api/v1/chats/{chatKey}/accept', {
      path: { chatKey },
      body: {},
    });
    change((state) => changes.detailsRead(state, details));
    return true;
  } catch (problem) {
    toastProblem(problem, t('chats.couldNotAccept', { name }));
    if (problem instanceof ApiError && (problem.status === 409 || problem.status === 404)) {
      change((state) => changes.requestGone(state, chatKey));
    }
    return false;
  }
}

export async function decline(chatKey: string): Promise<void> {
  await attempt(t('chats.couldNotDecline'), () =>
    call('post', '/api/v1/chats/{chatKey}/decline', { path: { chatKey } }),
  );
}

// Answers an invitation to take over or to join a chat.
export async function answer(chatKey: string, isAccepted: boolean): Promise<boolean> {
  const kind = chatOf(chatKey)?.invitation?.kind;
  if (!kind) return false;
  const path = { chatKey };
  return attempt(t('chats.couldNotAnswer'), async () => {
    if (!isAccepted) {
      if (kind === 'transfer')
        await call('post', '/api/v1/chats/{chatKey}/transfer/decline', { path });
      else await call('post', '/api/v1/chats/{chatKey}/conference/decline', { path });
      return;
    }
    const details =
      kind === 'transfer'
        ? await call('post', '/api/v1/chats/{chatKey}/transfer/accept', { path })
        : await call('post', '/api/v1/chats/{chatKey}/conference/accept', { path });
    change((state) => changes.detailsRead(state, details));
  });
}

// Messages of one chat leave one after the other.
const lines = new Map<string, Promise<void>>();

export function send(chatKey: string, text: string, isWhisper: boolean): void {
  const message: PendingMessage = {
    id: newKey(),
    text,
    at: serverNow(),
    isWhisper,
    state: 'sending',
    problem: '',
  };
  change((state) => changes.messageQueued(state, chatKey, message));
  queue(chatKey, message);
}

export function retry(chatKey: string, message: PendingMessage): void {
  change((state) =>
    changes.messageChanged(state, chatKey, message.id, { state: 'sending', problem: '' }),
  );
  queue(chatKey, message);
}

export function discard(chatKey: string, id: string): void {
  change((state) => changes.messageDropped(state, chatKey, id));
}

function queue(chatKey: string, message: PendingMessage): void {
  const before = lines.get(chatKey) ?? Promise.resolve();
  lines.set(
    chatKey,
    before.then(() => deliver(chatKey, message)),
  );
}

async function deliver(chatKey: string, message: PendingMessage): Promise<void> {
  const path = message.isWhisper
    ? '/api/v1/chats/{chatKey}/whispers'
    : '/api/v1/chats/{chatKey}/messages';
  try {
    const entry = await call('post', path, {
      path: { chatKey },
      body: { text: message.text },
      // The same key for every try, so that the server takes the message once.
      idempotencyKey: message.id,
    });
    change((state) => changes.messageStored(state, chatKey, message.id, entry));
  } catch (problem) {
    const reason = problem instanceof ApiError ? reasonOf(problem) : t('shell.problem');
    change((state) =>
      changes.messageChanged(state, chatKey, message.id, { state: 'failed', problem: reason }),
    );
  }
}

export async function setFlag(chatKey: string, isRaised: boolean, text = ''): Promise<void> {
  await attempt(t('chats.couldNotFlag'), () =>
    call('post', '/api/v1/chats/{chatKey}/flag', { path: { chatKey }, body: { isRaised, text } }),
  );
}

export interface HandoverTarget {
  to: 'agent' | 'skill' | 'button';
  id: string;
  name: string;
}

export async function transfer(chatKey: string, target: HandoverTarget, note: string) {
  const { to, id, name } = target;
  return attempt(t('chats.couldNotTransfer'), async () => {
    change((state) => changes.handoverAsked(state, chatKey, { kind: 'transfer', name }));
    try {
      await call('post', '/api/v1/chats/{chatKey}/transfer', {
        path: { chatKey },
        body: { to, id, note },
      });
    } catch (problem) {
      change((state) => changes.handoverDropped(state, chatKey));
      throw problem;
    }
  });
}

export async function confer(chatKey: string, target: HandoverTarget, note: string) {
  return attempt(t('chats.couldNotConfer'), async () => {
    change((state) =>
      changes.handoverAsked(state, chatKey, { kind: 'conference', name: target.name }),
    );
    try {
      await call('post', '/api/v1/chats/{chatKey}/conference', {
        path: { chatKey },
        body: { agentId: target.id, note },
      });
    } catch (problem) {
      change((state) => changes.handoverDropped(state, chatKey));
      throw problem;
    }
  });
}

export async function cancelHandover(chatKey: string): Promise<void> {
  const chat = chatOf(chatKey);
  const isConference = chat?.handover?.kind === 'conference';
  const path = { chatKey };
  const done = await attempt(t('chats.couldNotCancel'), () =>
    isConference
      ? call('post', '/api/v1/chats/{chatKey}/conference/cancel', { path })
      : call('post', '/api/v1/chats/{chatKey}/transfer/cancel', { path }),
  );
  if (done) change((state) => changes.handoverDropped(state, chatKey));
}

export async function leaveConference(chatKey: string): Promise<void> {
  await attempt(t('chats.couldNotLeave'), () =>
    call('post', '/api/v1/chats/{chatKey}/conference/leave', { path: { chatKey } }),
  );
}

export async function block(chatKey: string, description: string): Promise<void> {
  const done = await attempt(t('chats.couldNotBlock'), () =>
    call('post', '/api/v1/chats/{chatKey}/block', { path: { chatKey }, body: { description } }),
  );
  if (done) toast(t('chats.blocked'));
}

export async function attachRecord(chatKey: string, fieldName: string, fieldValue: string) {
  return attempt(t('chats.couldNotAttach'), async () => {
    await call('post', '/api/v1/chats/{chatKey}/records', {
      path: { chatKey },
      body: { fieldName, fieldValue },
    });
    await readChat(chatKey);
  });
}

// The chats whose end can still be undone, with the notice that offers it.
const ending = new Map<string, number>();

export function isEnding(chatKey: string): boolean {
  return ending.has(chatKey);
}

export function undoEnd(chatKey: string, onChange: () => void): void {
  const id = ending.get(chatKey);
  if (id === undefined) return;
  ending.delete(chatKey);
  dismiss(id, false);
  onChange();
}

// Ends the chat after a moment in which that can be undone.
export function endSoon(chatKey: string, onChange: () => void): void {
  const chat = chatOf(chatKey);
  if (!chat || ending.has(chatKey)) return;
  const id = toast(t('chats.ending', { name: chat.name }), {
    duration: undoTime,
    action: {
      label: t('chats.undo'),
      run: () => {
        ending.delete(chatKey);
        onChange();
      },
    },
    onGone: () => {
      void endNow(chatKey).then(onChange);
    },
  });
  ending.set(chatKey, id);
  onChange();
}

async function endNow(chatKey: string): Promise<void> {
  if (!ending.delete(chatKey)) return;
  await attempt(t('chats.couldNotEnd'), () =>
    call('post', '/api/v1/chats/{chatKey}/end', { path: { chatKey }, body: {} }),
  );
}

// A page that is left does not undo any more.
window.addEventListener('pagehide', () => {
  for (const [chatKey, id] of ending) {
    ending.delete(chatKey);
    dismiss(id, false);
    void fetch(`/api/v1/chats/${chatKey}/end`, {
      method: 'POST',
      keepalive: true,
      headers: { 'X-CSRF': '1', 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
      body: '{}',
    });
  }
});

// Takes an ended chat out of the list.
export function close(chatKey: string): void {
  forgetDrafts(chatKey);
  forgetWrapUp(chatKey);
  change((state) => changes.chatClosed(state, chatKey));
}

export { rememberWrapUp };
