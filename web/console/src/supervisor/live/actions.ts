import { call } from '../../api/client';
import type { PresenceState } from '../../api/types';
import { t } from '../../i18n';
import * as changes from '../../state/changes';
import { change } from '../../state/store';
import { toastProblem } from '../../ui';

// What supervisors do. Each says when it went wrong and answers whether it was done.

async function attempt(what: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    toastProblem(problem, what);
    return false;
  }
}

export function lowerFlag(chatKey: string): Promise<boolean> {
  return attempt(t('supervisor.couldNotLower'), () =>
    call('post', '/api/v1/chats/{chatKey}/flag', {
      path: { chatKey },
      body: { isRaised: false },
    }),
  );
}

export function forceState(
  agentId: string,
  state: PresenceState,
  reason: string,
): Promise<boolean> {
  return attempt(t('supervisor.couldNotForce'), () =>
    call('put', '/api/v1/agents/{agentId}/presence', {
      path: { agentId },
      body: { state, reason },
    }),
  );
}

export function takeOver(chatKey: string): Promise<boolean> {
  return attempt(t('supervisor.couldNotTakeOver'), async () => {
    const details = await call('post', '/api/v1/chats/{chatKey}/take-over', { path: { chatKey } });
    change((state) => changes.detailsRead(state, details));
  });
}

export function join(chatKey: string): Promise<boolean> {
  return attempt(t('supervisor.couldNotJoin'), async () => {
    const details = await call('post', '/api/v1/chats/{chatKey}/join', { path: { chatKey } });
    change((state) => changes.detailsRead(state, details));
  });
}

export function whisper(chatKey: string, text: string, idempotencyKey: string): Promise<boolean> {
  return attempt(t('supervisor.couldNotWhisper'), async () => {
    const entry = await call('post', '/api/v1/chats/{chatKey}/whispers', {
      path: { chatKey },
      body: { text },
      idempotencyKey,
    });
    change((state) => changes.messageStored(state, chatKey, idempotencyKey, entry));
  });
}
