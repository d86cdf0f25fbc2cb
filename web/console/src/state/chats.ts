import type { ChatDetails, ChatSummary, Entry } from '../api/types';
import { type Chat, newChat, type PendingMessage, type State } from './model';

// Pure helpers that both kinds of changes, frames and answers, are made of.

export const breadcrumbsMax = 25;

export function withChat(state: State, chatKey: string, change: (chat: Chat) => Chat): State {
  const before = state.chats[chatKey];
  if (!before) return state;
  const after = change(before);
  if (after === before) return state;
  return { ...state, chats: { ...state.chats, [chatKey]: after } };
}

// As `withChat`, and makes the chat when there is none.
export function withAnyChat(state: State, chatKey: string, change: (chat: Chat) => Chat): State {
  const before = state.chats[chatKey] ?? newChat(chatKey);
  return { ...state, chats: { ...state.chats, [chatKey]: change(before) } };
}

export function withoutChat(state: State, chatKey: string): State {
  if (!state.chats[chatKey]) return state;
  const chats = { ...state.chats };
  delete chats[chatKey];
  return { ...state, chats };
}

// Adds entries that are not there yet, in the chat's order.
export function withEntries(chat: Chat, entries: readonly Entry[]): Chat {
  const known = new Set(chat.entries.map((entry) => entry.position));
  const fresh = entries.filter((entry) => !known.has(entry.position));
  if (fresh.length === 0) return chat;
  const merged = [...chat.entries, ...fresh];
  const last = chat.entries.at(-1);
  if (fresh.length > 1 || (last && last.position > (fresh[0]?.position ?? 0))) {
    merged.sort((a, b) => a.position - b.position);
  }
  return { ...chat, entries: merged };
}

// A message that the stream tells before the answer of its request comes is the same message.
export function withoutPendingTwin(chat: Chat, entry: Entry, ownId: string | undefined): Chat {
  if (entry.agentId !== ownId || chat.pending.length === 0) return chat;
  const isWhisper = entry.type === 'Whisper';
  const index = chat.pending.findIndex(
    (one) => one.state === 'sending' && one.text === entry.text && one.isWhisper === isWhisper,
  );
  if (index < 0) return chat;
  return { ...chat, pending: chat.pending.filter((_, at) => at !== index) };
}

export function chatOfDetails(before: Chat, details: ChatDetails, ownId?: string): Chat {
  const merged = withEntries(before, details.entries);
  const known = new Set(before.entries.map((entry) => entry.position));
  const fresh = merged.entries.filter((entry) => !known.has(entry.position));
  return {
    ...merged,
    state: details.state,
    name: details.name,
    buttonId: details.liveChatButtonId,
    deploymentId: details.liveChatDeploymentId,
    requestTime: details.requestTime,
    acceptTime: details.acceptTime,
    endTime: details.endTime,
    isPushRequest: details.isPushRequest,
    answerBy: details.state === 'requested' ? details.answerBy : undefined,
    agentId: details.agentId,
    agents: details.agents,
    invitation: invitationOf(details, noteOf(details)),
    // The outcome is told to the one who asked, and to nobody else.
    handover: details.handover?.fromAgentId === ownId ? details.handover : undefined,
    transferNote: details.transferNote,
    isFlagRaised: details.isFlagRaised,
    flagText: details.flagText ?? '',
    isCriticalWait: details.isCriticalWait,
    isDisconnected: details.isDisconnected,
    isTyping: details.isTyping,
    sneakPeek: details.sneakPeek,
    breadcrumbs: details.breadcrumbs,
    files: Object.fromEntries(details.files.map((file) => [file.fileId, file])),
    pending: unansweredOf(before.pending, fresh),
    endReason: details.endReason,
    endedBy: details.endedBy,
    facts: {
      mayTransfer: details.mayTransfer,
      mayConfer: details.mayConfer,
      mayFlag: details.mayFlag,
      maySendFiles: details.maySendFiles,
      mayBlock: details.mayBlock,
      mayWhisper: details.mayWhisper,
      mayWatch: details.mayWatch,
      mayJoin: details.mayJoin,
      mayTakeOver: details.mayTakeOver,
      ipAddress: details.ipAddress,
      geoLocation: details.geoLocation,
      visitorInfo: details.visitorInfo,
      customDetails: details.customDetails,
      records: details.records,
    },
  };
}

// What was sent without an answer may have been stored all the same: its entry is there then.
function unansweredOf(pending: PendingMessage[], fresh: readonly Entry[]): PendingMessage[] {
  const said = fresh.filter((entry) => entry.from === 'agent');
  return pending.filter((one) => {
    const index = said.findIndex(
      (entry) => entry.text === one.text && (entry.type === 'Whisper') === one.isWhisper,
    );
    if (index < 0) return true;
    said.splice(index, 1);
    return false;
  });
}

function invitationOf(told: ChatSummary | ChatDetails, note: string): Chat['invitation'] {
  if (!told.invitation) return undefined;
  return { kind: told.invitation, fromName: told.fromName ?? '', note, answerBy: told.answerBy };
}

// What the agent who invites has written.
function noteOf(details: ChatDetails): string {
  if (details.invitation === 'transfer') return details.transferNote;
  return details.entries.findLast((entry) => entry.type === 'ConferenceRequest')?.text ?? '';
}

export function chatOfSummary(before: Chat, summary: ChatSummary): Chat {
  return {
    ...before,
    state: summary.state,
    name: summary.name,
    buttonId: summary.liveChatButtonId,
    deploymentId: summary.liveChatDeploymentId,
    requestTime: summary.requestTime,
    acceptTime: summary.acceptTime,
    isPushRequest: summary.isPushRequest,
    answerBy: summary.state === 'requested' ? summary.answerBy : undefined,
    agentId: summary.agentId,
    isFlagRaised: summary.isFlagRaised,
    flagText: summary.flagText ?? '',
    isCriticalWait: summary.isCriticalWait,
    // Its note comes with the details.
    invitation: invitationOf(summary, before.invitation?.note ?? ''),
  };
}
