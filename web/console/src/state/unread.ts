import type { Entry } from '../api/types';
import { withChat } from './chats';
import type { Chat, State } from './model';

// What an agent has not seen of a chat: what others said behind the last entry it saw. Pure.

function isNews(entry: Entry, ownId: string | undefined): boolean {
  if (entry.type === 'Whisper') return entry.agentId !== ownId;
  return entry.type === 'VisitorMessage' || entry.type === 'VisitorRichMessage';
}

// Without a note of what was seen, an agent has seen what it answered.
function seenPosition(state: State, chat: Chat): number {
  const noted = state.seenPositions[chat.chatKey];
  if (noted !== undefined) return noted;
  const ownId = state.me?.agent.id;
  return chat.entries.findLast((entry) => entry.agentId === ownId)?.position ?? -1;
}

// Notes that all of the chat has been seen.
export function allSeen(state: State, chatKey: string): State {
  const last = state.chats[chatKey]?.entries.at(-1)?.position ?? -1;
  const noted = state.seenPositions[chatKey] ?? -1;
  const next =
    last <= noted
      ? state
      : { ...state, seenPositions: { ...state.seenPositions, [chatKey]: last } };
  return withChat(next, chatKey, (chat) => (chat.unread === 0 ? chat : { ...chat, unread: 0 }));
}

// Counts anew after the chat's entries have changed.
export function withUnread(state: State, chatKey: string): State {
  if (state.seen === chatKey) return allSeen(state, chatKey);
  return withChat(state, chatKey, (chat) => {
    const seen = seenPosition(state, chat);
    const ownId = state.me?.agent.id;
    const unread = chat.entries.filter(
      (entry) => entry.position > seen && isNews(entry, ownId),
    ).length;
    return unread === chat.unread ? chat : { ...chat, unread };
  });
}
