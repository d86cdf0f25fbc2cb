import { useEffect, useState } from 'react';
import { ApiError, call } from '../../api/client';
import * as changes from '../../state/changes';
import { readChat } from '../../state/live';
import type { Chat } from '../../state/model';
import { change, store, useLive } from '../../state/store';

// A chat that a supervisor looks into. While it is watched, the server tells all that happens in it,
// and the store holds it like the agent's own chats.

export interface Watched {
  chat: Chat | undefined;
  // Whether the supervisor is an agent of the chat, and need not watch it.
  isIn: boolean;
  // Why it cannot be watched.
  refusal: ApiError | null;
  // Whether the chat is over, or never was.
  isGone: boolean;
}

// Requests to begin and to end come to the server in the order they were made.
let last: Promise<unknown> = Promise.resolve();

function setWatching(chatKey: string, isWatching: boolean): Promise<void> {
  const asked = last.then(async () => {
    await call('post', '/api/v1/chats/{chatKey}/watch', {
      path: { chatKey },
      body: { isWatching },
    });
  });
  last = asked.catch(() => undefined);
  return asked;
}

export function isIn(chat: Chat | undefined, ownId: string | undefined): boolean {
  return chat?.agents.some((agent) => agent.id === ownId) ?? false;
}

export function useWatched(chatKey: string): Watched {
  const isCurrent = useLive((state) => state.isCurrent);
  const ownId = useLive((state) => state.me?.agent.id);
  const chat = useLive((state) => state.chats[chatKey]);
  const summary = useLive((state) => state.overview[chatKey]);
  const [kept, setKept] = useState(chat);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [isRead, setRead] = useState(false);
  // What is read anew is gone for a moment; what was there is shown until then.
  if (chat && chat !== kept) setKept(chat);

  useEffect(() => {
    const wasKnown = store.getState().chats[chatKey] !== undefined;
    return () => leave(chatKey, wasKnown);
  }, [chatKey]);

  // After a lost connection the server may have forgotten who watches.
  useEffect(() => {
    if (!isCurrent) return;
    let isLeft = false;
    void begin(chatKey).then((problem) => {
      if (isLeft) return;
      setRefusal(problem);
      setRead(true);
    });
    return () => {
      isLeft = true;
    };
  }, [chatKey, isCurrent]);

  // The list tells of changes that have no frame of the chat, such as who accepted it.
  const isMissing = chat === undefined;
  const change = summary && `${summary.state} ${summary.agentId} ${summary.invitation}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change counts.
  useEffect(() => {
    if (isRead && change) void readChat(chatKey);
  }, [chatKey, isRead, change, isMissing]);

  const shown = chat ?? kept;
  const isMember = isIn(shown, ownId);
  return {
    chat: shown,
    isIn: isMember,
    refusal: isMember ? null : refusal,
    isGone: isRead && chat === undefined && summary === undefined,
  };
}

// Answers why the chat cannot be watched; null when it can.
async function begin(chatKey: string): Promise<ApiError | null> {
  const details = await readChat(chatKey);
  const ownId = store.getState().me?.agent.id;
  if (!details?.mayWatch || details.isEnded || isIn(store.getState().chats[chatKey], ownId)) {
    return null;
  }
  try {
    await setWatching(chatKey, true);
    // What was said between the two requests.
    await readChat(chatKey);
    return null;
  } catch (problem) {
    return problem instanceof ApiError ? problem : new ApiError(0, '');
  }
}

function leave(chatKey: string, wasKnown: boolean): void {
  const { chats, me } = store.getState();
  if (!me) return;
  const chat = chats[chatKey];
  const isOwn = isIn(chat, me.agent.id) || chat?.invitation !== undefined;
  if (isOwn) return;
  void setWatching(chatKey, false).catch(() => undefined);
  if (!wasKnown) change((state) => changes.chatClosed(state, chatKey));
}
