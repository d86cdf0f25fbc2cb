import type { ChatSummary, Schemas } from '../../api/types';
import type { ChatFacts } from './facts';

// An open chat as the tables show it.
export interface ChatRow {
  chatKey: string;
  name: string;
  buttonId: string;
  agentIds: string[];
  state: 'waiting' | 'engaged' | 'invited';
  // When it came into its state.
  since: number;
  requestTime: number;
  isCriticalWait: boolean;
  flag?: ChatFacts['flag'];
  isFlagRaised: boolean;
}

// Pure. What a frame said of a flag goes before what was read.
export function chatRows(
  chats: readonly ChatSummary[],
  facts: Readonly<Record<string, ChatFacts>>,
  flags: Readonly<Record<string, Schemas['FlagRaised']>>,
): ChatRow[] {
  return chats
    .filter((chat) => !chat.isEnded)
    .map((chat) => {
      const known = facts[chat.chatKey];
      const others = known?.agentIds.filter((id) => id !== chat.agentId) ?? [];
      return {
        chatKey: chat.chatKey,
        name: chat.name,
        buttonId: chat.liveChatButtonId,
        agentIds: chat.agentId === undefined ? [] : [chat.agentId, ...others],
        state: chat.invitation ? 'invited' : chat.isEngaged ? 'engaged' : 'waiting',
        since: chat.isEngaged ? (chat.acceptTime ?? chat.requestTime) : chat.requestTime,
        requestTime: chat.requestTime,
        isCriticalWait: known?.isCriticalWait ?? false,
        isFlagRaised: chat.isFlagRaised,
        flag: chat.isFlagRaised ? (flags[chat.chatKey] ?? known?.flag) : undefined,
      };
    });
}
