import type { components } from './schema';

export type Schemas = components['schemas'];
export type Agent = Schemas['Agent'];
export type Capacity = Schemas['Capacity'];
export type ChatDetails = Schemas['ChatDetails'];
export type ChatSummary = Schemas['ChatSummary'];
export type Entry = Schemas['Entry'];
export type ChatFile = Schemas['File'];
export type Me = Schemas['Me'];
export type Presence = Schemas['Presence'];
export type PresenceState = Schemas['PresenceState'];
export type QueueSummary = Schemas['QueueSummary'];
export type AgentSummary = Schemas['AgentSummary'];
export type TransferTarget = Schemas['TransferTarget'];
export type QuickText = Schemas['ConfiguredQuickText'];

// What each type of stream frame carries.
export interface FrameData {
  hello: Schemas['Hello'];
  reset: Schemas['Reset'];
  'chat.requested': Schemas['ChatRequested'];
  'chat.revoked': Schemas['ChatRevoked'];
  'chat.started': Schemas['ChatStarted'];
  'chat.message': Schemas['ChatMessage'];
  'chat.typing': Schemas['ChatTyping'];
  'chat.breadcrumb': Schemas['ChatBreadcrumb'];
  'chat.event': Schemas['ChatEvent'];
  'chat.disconnected': Schemas['ChatDisconnected'];
  'chat.reconnected': Schemas['ChatReconnected'];
  'chat.ended': Schemas['ChatEnded'];
  file: ChatFile;
  'presence.changed': Schemas['PresenceChanged'];
  'capacity.changed': Schemas['CapacityChanged'];
  'queue.changed': Schemas['QueueChanged'];
  'transfer.requested': Schemas['TransferRequested'];
  'transfer.revoked': Schemas['TransferRevoked'];
  'transfer.answered': Schemas['TransferAnswered'];
  'chat.transferred': Schemas['ChatTransferred'];
  'conference.requested': Schemas['ConferenceRequested'];
  'conference.revoked': Schemas['ConferenceRevoked'];
  'conference.answered': Schemas['ConferenceAnswered'];
  'chat.agents': Schemas['ChatAgents'];
  'flag.raised': Schemas['FlagRaised'];
  'flag.lowered': Schemas['FlagLowered'];
  whisper: Schemas['Whisper'];
  'chat.critical_wait': Schemas['ChatCriticalWait'];
  'chat.agent_typing': Schemas['ChatAgentTyping'];
  'agent.changed': Schemas['AgentChanged'];
  'chat.changed': Schemas['ChatChanged'];
}

// Does not compile when the API's description has a frame that is not in the list, or lacks one.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const framesAreThoseOfTheApi: Same<keyof FrameData, Schemas['StreamFrame']['type']> = true;

export type FrameType = keyof FrameData;
export type Frame = {
  [T in FrameType]: { seq: number; type: T; at: number; data: FrameData[T] };
}[FrameType];
