import type { StreamState } from '../api/stream';
import type {
  AgentSummary,
  ChatDetails,
  ChatSummary,
  Entry,
  Me,
  QueueSummary,
  QuickText,
  Schemas,
} from '../api/types';
import {
  chatOfDetails,
  chatOfSummary,
  withAnyChat,
  withChat,
  withEntries,
  withoutChat,
} from './chats';
import {
  type Chat,
  initialState,
  newChat,
  type PendingHandover,
  type PendingMessage,
  type State,
} from './model';
import { allSeen, withUnread } from './unread';

// Changes that come from here or from answers rather than from frames. All pure.

export interface Snapshot {
  me: Me;
  chats: ChatSummary[];
  queues: QueueSummary[];
  quickTexts: QuickText[];
}

export function signedOut(): State {
  return initialState;
}

export function signedIn(state: State, me: Me, seenPositions: State['seenPositions'] = {}): State {
  return { ...state, me, seenPositions };
}

export function streamChanged(state: State, stream: StreamState): State {
  return { ...state, stream };
}

export function clockRead(state: State, serverNow: number, now: number): State {
  const clockOffset = serverNow - now;
  return Math.abs(clockOffset - state.clockOffset) < 250 ? state : { ...state, clockOffset };
}

// What is shown may be old until the next snapshot.
export function fellBehind(state: State): State {
  return { ...state, isCurrent: false };
}

// What was read anew. Chats that ended here stay until they are closed; what is not the agent's any
// more goes away.
export function snapshotRead(state: State, snapshot: Snapshot): State {
  const chats: Record<string, Chat> = {};
  for (const chat of Object.values(state.chats)) {
    if (chat.state === 'ended') chats[chat.chatKey] = chat;
  }
  for (const summary of snapshot.chats) {
    const before = state.chats[summary.chatKey] ?? newChat(summary.chatKey);
    chats[summary.chatKey] = chatOfSummary(before, summary);
  }
  const queues = Object.fromEntries(snapshot.queues.map((queue) => [queue.buttonId, queue]));
  return {
    ...state,
    me: snapshot.me,
    chats,
    queues,
    quickTexts: snapshot.quickTexts,
    // Who raised them since then is not known.
    flags: {},
    isCurrent: true,
  };
}

export function detailsRead(state: State, details: ChatDetails): State {
  const ownId = state.me?.agent.id;
  const next = withAnyChat(state, details.chatKey, (chat) => chatOfDetails(chat, details, ownId));
  return withUnread(next, details.chatKey);
}

// The chats in the queues the agent serves, and no others.
export function waitingRead(state: State, list: ChatSummary[]): State {
  const chats = { ...state.chats };
  for (const chat of Object.values(chats)) {
    if (chat.state === 'waiting' && !chat.invitation) delete chats[chat.chatKey];
  }
  for (const summary of list) {
    const before = state.chats[summary.chatKey] ?? newChat(summary.chatKey);
    chats[summary.chatKey] = chatOfSummary(before, summary);
  }
  return { ...state, chats };
}

// A chat that has ended, from its record.
export function recordRead(state: State, record: Schemas['TranscriptDetails']): State {
  const { transcript, entries, files } = record;
  const { chatKey } = transcript;
  const known = files.map((file) => [file.fileId, { ...file, chatKey }]);
  return withAnyChat(state, chatKey, (chat) => ({
    ...withEntries(chat, entries),
    state: 'ended',
    name: transcript.visitorName,
    buttonId: transcript.liveChatButtonId,
    deploymentId: transcript.liveChatDeploymentId,
    requestTime: transcript.requestTime,
    acceptTime: transcript.startTime,
    endTime: transcript.endTime,
    endedBy: transcript.endedBy,
    agentId: transcript.ownerId,
    files: Object.fromEntries(known),
  }));
}

export function queuesRead(state: State, list: QueueSummary[]): State {
  return { ...state, queues: Object.fromEntries(list.map((queue) => [queue.buttonId, queue])) };
}

export function agentsRead(state: State, list: AgentSummary[]): State {
  return { ...state, agents: Object.fromEntries(list.map((agent) => [agent.id, agent])) };
}

export function overviewRead(state: State, list: ChatSummary[]): State {
  return { ...state, overview: Object.fromEntries(list.map((chat) => [chat.chatKey, chat])) };
}

export function chatSeen(state: State, chatKey: string | null): State {
  const next = state.seen === chatKey ? state : { ...state, seen: chatKey };
  return chatKey === null ? next : allSeen(next, chatKey);
}

// The agent has seen the chat in another tab.
export function unreadCleared(state: State, chatKey: string): State {
  return allSeen(state, chatKey);
}

export function chatClosed(state: State, chatKey: string): State {
  return withoutChat(state, chatKey);
}

// A request turned out to be somebody else's.
export function requestGone(state: State, chatKey: string): State {
  const chat = state.chats[chatKey];
  return chat?.state === 'requested' || chat?.state === 'waiting'
    ? withoutChat(state, chatKey)
    : state;
}

export function handoverAsked(state: State, chatKey: string, handover: PendingHandover): State {
  return withChat(state, chatKey, (chat) => ({ ...chat, handover }));
}

export function handoverDropped(state: State, chatKey: string): State {
  return withChat(state, chatKey, (chat) => ({ ...chat, handover: undefined }));
}

export function messageQueued(state: State, chatKey: string, message: PendingMessage): State {
  return withChat(state, chatKey, (chat) => ({ ...chat, pending: [...chat.pending, message] }));
}

export function messageChanged(
  state: State,
  chatKey: string,
  id: string,
  change: Partial<PendingMessage>,
): State {
  return withChat(state, chatKey, (chat) => ({
    ...chat,
    pending: chat.pending.map((one) => (one.id === id ? { ...one, ...change } : one)),
  }));
}

export function messageDropped(state: State, chatKey: string, id: string): State {
  return withChat(state, chatKey, (chat) => ({
    ...chat,
    pending: chat.pending.filter((one) => one.id !== id),
  }));
}

// The server has stored the message; its frame may have come before.
export function messageStored(state: State, chatKey: string, id: string, entry: Entry): State {
  return withChat(messageDropped(state, chatKey, id), chatKey, (chat) =>
    withEntries(chat, [entry]),
  );
}
