import type { StreamState } from '../api/stream';
import type {
  Agent,
  AgentSummary,
  Capacity,
  ChatDetails,
  ChatFile,
  ChatSummary,
  Entry,
  Me,
  Presence,
  QueueSummary,
  QuickText,
  Schemas,
} from '../api/types';

// What the API tells of a chat only in its details.
export type ChatFacts = Pick<
  ChatDetails,
  | 'mayTransfer'
  | 'mayConfer'
  | 'mayFlag'
  | 'maySendFiles'
  | 'mayBlock'
  | 'mayWhisper'
  | 'mayWatch'
  | 'mayJoin'
  | 'mayTakeOver'
  | 'ipAddress'
  | 'geoLocation'
  | 'visitorInfo'
  | 'customDetails'
  | 'records'
>;

// An agent asks this one to take over a chat or to join it.
export interface Invitation {
  kind: 'transfer' | 'conference';
  fromName: string;
  note: string;
  answerBy?: number;
}

// A transfer or conference that this agent has asked for and that is not answered yet.
export type PendingHandover = Pick<Schemas['Handover'], 'kind' | 'name'>;

// A message that the server has not confirmed. Its id is the Idempotency-Key of every try.
export interface PendingMessage {
  id: string;
  text: string;
  at: number;
  isWhisper: boolean;
  state: 'sending' | 'failed';
  problem: string;
}

export interface Chat {
  chatKey: string;
  state: Schemas['ChatState'];
  name: string;
  buttonId: string;
  deploymentId: string;
  requestTime: number;
  acceptTime?: number;
  endTime?: number;
  isPushRequest: boolean;
  // When an offered request goes to somebody else.
  answerBy?: number;
  agentId?: string;
  agents: Agent[];
  invitation?: Invitation;
  handover?: PendingHandover;
  transferNote: string;
  isFlagRaised: boolean;
  flagText: string;
  isCriticalWait: boolean;
  isDisconnected: boolean;
  isTyping: boolean;
  sneakPeek: string;
  // When the visitor was last known to write.
  typingAt: number;
  // Other agents in the chat who write now, by id.
  typingAgents: Record<string, string>;
  breadcrumbs: Schemas['PageView'][];
  entries: Entry[];
  files: Record<string, ChatFile>;
  pending: PendingMessage[];
  endReason?: string;
  endedBy?: Schemas['EndedBy'];
  unread: number;
  // Absent until the details have been read.
  facts?: ChatFacts;
}

// Why a request or an invitation went away, shown for a moment in its place.
export interface Departed {
  chatKey: string;
  name: string;
  reason: string;
  at: number;
}

export interface State {
  me: Me | null;
  stream: StreamState;
  // Whether what is shown has been read since the last reset.
  isCurrent: boolean;
  // Server time minus the browser's.
  clockOffset: number;
  chats: Record<string, Chat>;
  queues: Record<string, QueueSummary>;
  // For supervisors.
  agents: Record<string, AgentSummary>;
  overview: Record<string, ChatSummary>;
  flags: Record<string, Schemas['FlagRaised']>;
  quickTexts: QuickText[];
  departed: Departed[];
  // The chat in view of an agent who looks at the page.
  seen: string | null;
  // The last entry an agent has seen of each chat.
  seenPositions: Record<string, number>;
}

export const initialState: State = {
  me: null,
  stream: 'stopped',
  isCurrent: false,
  clockOffset: 0,
  chats: {},
  queues: {},
  agents: {},
  overview: {},
  flags: {},
  quickTexts: [],
  departed: [],
  seen: null,
  seenPositions: {},
};

export function newChat(chatKey: string): Chat {
  return {
    chatKey,
    state: 'requested',
    name: '',
    buttonId: '',
    deploymentId: '',
    requestTime: 0,
    isPushRequest: false,
    agents: [],
    transferNote: '',
    isFlagRaised: false,
    flagText: '',
    isCriticalWait: false,
    isDisconnected: false,
    isTyping: false,
    sneakPeek: '',
    typingAt: 0,
    typingAgents: {},
    breadcrumbs: [],
    entries: [],
    files: {},
    pending: [],
    unread: 0,
  };
}

export type { Capacity, Presence };
