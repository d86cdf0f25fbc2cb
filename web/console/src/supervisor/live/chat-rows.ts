import type { ChatSummary, Schemas } from '../../api/types';

// An open chat as the tables show it.
export interface ChatRow {
  chatKey: string;
  name: string;
  buttonId: string;
  agentId?: string;
  state: 'waiting' | 'engaged' | 'invited';
  // When it came into its state.
  since: number;
  requestTime: number;
  isCriticalWait: boolean;
  isFlagRaised: boolean;
  flagText: string;
  // Who raised the flag and when, if it was heard.
  flag?: Schemas['FlagRaised'];
}

// Pure.
export function chatRows(
  chats: readonly ChatSummary[],
  flags: Readonly<Record<string, Schemas['FlagRaised']>>,
): ChatRow[] {
  return chats
    .filter((chat) => !chat.isEnded)
    .map((chat) => ({
      chatKey: chat.chatKey,
      name: chat.name,
      buttonId: chat.liveChatButtonId,
      agentId: chat.agentId,
      state: chat.invitation ? 'invited' : chat.isEngaged ? 'engaged' : 'waiting',
      since: chat.isEngaged ? (chat.acceptTime ?? chat.requestTime) : chat.requestTime,
      requestTime: chat.requestTime,
      isCriticalWait: chat.isCriticalWait,
      isFlagRaised: chat.isFlagRaised,
      flagText: chat.flagText ?? '',
      flag: chat.isFlagRaised ? flags[chat.chatKey] : undefined,
    }));
}
