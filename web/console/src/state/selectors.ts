import type { Entry } from '../api/types';
import type { Chat, State } from './model';

// Questions about the state, asked by several parts of the console.

// How long a visitor may wait for an answer before the chat is marked, in seconds.
export const warnAfter = 30;
export const lateAfter = 60;
// How long a visitor has been silent when a chat counts as waiting for it, in seconds.
export const silentAfter = 120;

export type Urgency = 'ok' | 'warn' | 'late';

export interface ChatGroups {
  // Offered to the agent, to be accepted in time.
  incoming: Chat[];
  // Transfers and conferences the agent is asked to take part in.
  invitations: Chat[];
  mine: Chat[];
  // The agent's own, whose visitors have been silent.
  silent: Chat[];
  // Free to pick.
  choice: Chat[];
  // In the lines the agent serves, for the server to route.
  queued: Chat[];
}

export function isMine(chat: Chat, ownId: string | undefined): boolean {
  const isOpen = chat.state === 'engaged' || chat.state === 'ended';
  return isOpen && (chat.agentId === ownId || chat.agents.some((agent) => agent.id === ownId));
}

// What one side said to the other, as against what happened and what only agents see.
function isSaid(entry: Entry): boolean {
  return entry.type.endsWith('Message');
}

export function lastSaid(chat: Chat): Entry | undefined {
  return chat.entries.findLast(isSaid);
}

// Since when the visitor waits for an answer; undefined when it does not.
export function waitingSince(chat: Chat): number | undefined {
  let since: number | undefined;
  for (let index = chat.entries.length - 1; index >= 0; index -= 1) {
    const entry = chat.entries[index];
    if (!entry || !isSaid(entry)) continue;
    if (entry.from !== 'visitor') break;
    since = entry.at;
  }
  if (since === undefined || chat.state !== 'engaged') return undefined;
  // What was said before the chat was accepted waits since then.
  return Math.max(since, chat.acceptTime ?? 0);
}

export function urgencyOf(chat: Chat, now: number): Urgency {
  if (chat.isCriticalWait) return 'late';
  const since = waitingSince(chat);
  if (since === undefined) return 'ok';
  const seconds = (now - since) / 1000;
  if (seconds >= lateAfter) return 'late';
  return seconds >= warnAfter ? 'warn' : 'ok';
}

function isSilent(chat: Chat, now: number): boolean {
  if (chat.state !== 'engaged' || chat.isTyping || waitingSince(chat) !== undefined) return false;
  const last = lastSaid(chat);
  return last !== undefined && (now - last.at) / 1000 >= silentAfter;
}

export function groupsOf(state: State, now: number): ChatGroups {
  const groups: ChatGroups = {
    incoming: [],
    invitations: [],
    mine: [],
    silent: [],
    choice: [],
    queued: [],
  };
  const ownId = state.me?.agent.id;
  for (const chat of Object.values(state.chats)) {
    if (isMine(chat, ownId)) (isSilent(chat, now) ? groups.silent : groups.mine).push(chat);
    else if (chat.invitation) groups.invitations.push(chat);
    else if (chat.state === 'requested') {
      (chat.isPushRequest ? groups.incoming : groups.choice).push(chat);
    } else if (chat.state === 'waiting') groups.queued.push(chat);
  }
  const byRequest = (a: Chat, b: Chat) => a.requestTime - b.requestTime;
  const byAccept = (a: Chat, b: Chat) => (a.acceptTime ?? 0) - (b.acceptTime ?? 0);
  groups.incoming.sort(byRequest);
  groups.invitations.sort(byRequest);
  groups.choice.sort(byRequest);
  groups.queued.sort(byRequest);
  groups.mine.sort(byAccept);
  groups.silent.sort(byAccept);
  return groups;
}

// Whether the visitor is asked for a file and has not answered.
export function isFileAsked(chat: Chat): boolean {
  return (
    chat.state === 'engaged' && Object.values(chat.files).some((file) => file.state === 'requested')
  );
}

export function buttonName(state: State, buttonId: string): string {
  return state.me?.names.buttons.find((button) => button.id === buttonId)?.name ?? '';
}

export function unreadOf(state: State): number {
  const ownId = state.me?.agent.id;
  let count = 0;
  for (const chat of Object.values(state.chats)) if (isMine(chat, ownId)) count += chat.unread;
  return count;
}

export function canSend(state: State): boolean {
  return state.stream === 'open' && state.isCurrent;
}
