import type { Agent, Entry, Frame, FrameData } from '../api/types';
import {
  breadcrumbsMax,
  withAnyChat,
  withChat,
  withEntries,
  withoutChat,
  withoutPendingTwin,
} from './chats';
import type { Chat, State } from './model';
import { withUnread } from './unread';

const departedMax = 5;

// What the console knows after a frame. Pure; a frame that comes twice changes nothing the second
// time.
export function reduce(state: State, frame: Frame): State {
  switch (frame.type) {
    case 'hello':
    case 'reset':
      return state;
    case 'presence.changed':
      return presenceChanged(state, frame.data);
    case 'capacity.changed':
      return state.me ? { ...state, me: { ...state.me, capacity: frame.data } } : state;
    case 'queue.changed':
      return queueChanged(state, frame.data);
    case 'agent.changed':
      return { ...state, agents: { ...state.agents, [frame.data.agent.id]: frame.data.agent } };
    case 'chat.changed':
      return overviewChanged(state, frame.data);
    case 'flag.raised':
    case 'flag.lowered':
      return flagChanged(state, frame);
    default:
      return reduceChat(state, frame);
  }
}

type ChatFrame = Exclude<
  Frame,
  {
    type:
      | 'hello'
      | 'reset'
      | 'presence.changed'
      | 'capacity.changed'
      | 'queue.changed'
      | 'agent.changed'
      | 'chat.changed'
      | 'flag.raised'
      | 'flag.lowered';
  }
>;

function reduceChat(state: State, frame: ChatFrame): State {
  const key = frame.data.chatKey;
  switch (frame.type) {
    case 'chat.requested':
      return withAnyChat(state, key, (chat) => requested(chat, frame.data));
    case 'chat.revoked':
      return revoked(state, frame.data, frame.at);
    case 'chat.started':
      return withAnyChat(state, key, (chat) => started(chat, frame.data, state.me?.agent));
    case 'chat.message':
      return message(state, frame.data);
    case 'chat.typing':
      return withChat(state, key, (chat) => ({
        ...chat,
        isTyping: frame.data.isTyping,
        sneakPeek: frame.data.sneakPeek,
        typingAt: frame.at,
      }));
    case 'chat.breadcrumb':
      return withChat(state, key, (chat) => breadcrumb(chat, frame.data));
    case 'chat.event':
      return event(state, frame.data);
    case 'chat.disconnected':
      return withChat(state, key, (chat) => ({ ...chat, isDisconnected: true }));
    case 'chat.reconnected':
      return withChat(state, key, (chat) => ({ ...chat, isDisconnected: false }));
    case 'chat.ended':
      return ended(state, frame.data, frame.at);
    case 'file':
      return withChat(state, key, (chat) => ({
        ...chat,
        files: { ...chat.files, [frame.data.fileId]: frame.data },
      }));
    case 'whisper':
      return whisper(state, frame.data);
    case 'chat.agents':
      return agentsChanged(state, frame.data);
    case 'chat.critical_wait':
      return withChat(state, key, (chat) => ({ ...chat, isCriticalWait: frame.data.isCritical }));
    case 'chat.agent_typing':
      return withChat(state, key, (chat) => agentTyping(chat, frame.data));
    default:
      return reduceHandover(state, frame);
  }
}

type HandoverFrame = Extract<
  Frame,
  {
    type:
      | 'transfer.requested'
      | 'transfer.revoked'
      | 'transfer.answered'
      | 'chat.transferred'
      | 'conference.requested'
      | 'conference.revoked'
      | 'conference.answered';
  }
>;

function reduceHandover(state: State, frame: HandoverFrame): State {
  const key = frame.data.chatKey;
  switch (frame.type) {
    case 'transfer.requested':
      return invited(state, 'transfer', frame.data);
    case 'conference.requested':
      return invited(state, 'conference', frame.data);
    case 'transfer.revoked':
    case 'conference.revoked':
      return uninvited(state, frame.data, frame.at);
    case 'transfer.answered':
      return withChat(state, key, (chat) => ({
        ...chat,
        handover: chat.handover?.kind === 'transfer' ? undefined : chat.handover,
      }));
    case 'conference.answered':
      return withChat(state, key, (chat) => ({
        ...chat,
        handover: chat.handover?.kind === 'conference' ? undefined : chat.handover,
      }));
    case 'chat.transferred':
      if (frame.data.agentId && frame.data.agentId === state.me?.agent.id) return state;
      return depart(state, key, 'transferred', frame.at);
  }
}

function presenceChanged(state: State, data: FrameData['presence.changed']): State {
  const presence = { state: data.state, reason: data.reason, since: data.since };
  let next = state;
  if (state.me?.agent.id === data.agentId) next = { ...next, me: { ...state.me, presence } };
  const agent = next.agents[data.agentId];
  if (agent) next = { ...next, agents: { ...next.agents, [agent.id]: { ...agent, ...presence } } };
  return next;
}

function queueChanged(state: State, data: FrameData['queue.changed']): State {
  const queue = state.queues[data.buttonId];
  // A line that is not known comes whole with the next list of queues.
  if (!queue) return state;
  const changed = { ...queue, waiting: data.waiting, longestWait: data.longestWait };
  return { ...state, queues: { ...state.queues, [data.buttonId]: changed } };
}

function overviewChanged(state: State, { chat }: FrameData['chat.changed']): State {
  const overview = { ...state.overview };
  if (chat.isEnded) delete overview[chat.chatKey];
  else overview[chat.chatKey] = chat;
  return { ...state, overview };
}

function flagChanged(
  state: State,
  frame: Extract<Frame, { type: 'flag.raised' | 'flag.lowered' }>,
): State {
  const key = frame.data.chatKey;
  const isFlagRaised = frame.type === 'flag.raised';
  const flagText = isFlagRaised ? frame.data.text : '';
  const flags = { ...state.flags };
  if (isFlagRaised) flags[key] = frame.data;
  else delete flags[key];
  return withChat({ ...state, flags }, key, (chat) => ({ ...chat, isFlagRaised, flagText }));
}

function requested(chat: Chat, data: FrameData['chat.requested']): Chat {
  return {
    ...chat,
    state: 'requested',
    name: data.name,
    buttonId: data.liveChatButtonId,
    deploymentId: data.liveChatDeploymentId,
    requestTime: data.requestTime,
    isPushRequest: data.isPushRequest,
    answerBy: data.answerBy,
  };
}

function started(chat: Chat, data: FrameData['chat.started'], own: Agent | undefined): Chat {
  const isKnown = chat.agents.some((agent) => agent.id === own?.id);
  return {
    ...chat,
    state: 'engaged',
    name: data.name,
    buttonId: data.liveChatButtonId,
    deploymentId: data.liveChatDeploymentId,
    requestTime: data.requestTime,
    acceptTime: data.acceptTime,
    isPushRequest: data.isPushRequest,
    answerBy: undefined,
    invitation: undefined,
    agents: own && !isKnown ? [...chat.agents, own] : chat.agents,
  };
}

function message(state: State, data: FrameData['chat.message']): State {
  const { chatKey, from, ...rest } = data;
  const type =
    from === 'visitor' ? 'VisitorMessage' : from === 'bot' ? 'BotMessage' : 'AgentMessage';
  const entry: Entry = { ...rest, from, type };
  const next = withChat(state, chatKey, (chat) => {
    const after = withEntries(chat, [entry]);
    if (after === chat) return chat;
    if (from !== 'visitor') return withoutPendingTwin(after, entry, state.me?.agent.id);
    // What the visitor wrote is said now.
    return { ...after, isTyping: false, sneakPeek: '' };
  });
  return next === state ? state : withUnread(next, chatKey);
}

function event(state: State, data: FrameData['chat.event']): State {
  const next = withChat(state, data.chatKey, (chat) => withEntries(chat, [data.entry]));
  return next === state ? state : withUnread(next, data.chatKey);
}

function whisper(state: State, data: FrameData['whisper']): State {
  const { chatKey, ...rest } = data;
  const entry: Entry = { ...rest, from: 'agent', type: 'Whisper' };
  const next = withChat(state, chatKey, (chat) => {
    const after = withEntries(chat, [entry]);
    return after === chat ? chat : withoutPendingTwin(after, entry, state.me?.agent.id);
  });
  return next === state ? state : withUnread(next, chatKey);
}

function breadcrumb(chat: Chat, data: FrameData['chat.breadcrumb']): Chat {
  const page = { location: data.location, time: data.time };
  const isKnown = chat.breadcrumbs.some(
    (one) => one.time === page.time && one.location === page.location,
  );
  if (isKnown) return chat;
  return { ...chat, breadcrumbs: [...chat.breadcrumbs, page].slice(-breadcrumbsMax) };
}

function agentTyping(chat: Chat, data: FrameData['chat.agent_typing']): Chat {
  const typingAgents = { ...chat.typingAgents };
  if (data.isTyping) typingAgents[data.agentId] = data.text;
  else delete typingAgents[data.agentId];
  return { ...chat, typingAgents };
}

function agentsChanged(state: State, data: FrameData['chat.agents']): State {
  return withChat(state, data.chatKey, (chat) => ({
    ...chat,
    agents: data.agents,
    agentId: data.agents[0]?.id ?? chat.agentId,
  }));
}

function invited(
  state: State,
  kind: 'transfer' | 'conference',
  data: FrameData['transfer.requested'] | FrameData['conference.requested'],
): State {
  return withAnyChat(state, data.chatKey, (chat) => ({
    ...chat,
    name: data.name,
    buttonId: data.liveChatButtonId,
    requestTime: chat.requestTime,
    invitation: { kind, fromName: data.fromName, note: data.note, answerBy: data.answerBy },
  }));
}

function uninvited(
  state: State,
  data: FrameData['transfer.revoked'] | FrameData['conference.revoked'],
  at: number,
): State {
  const chat = state.chats[data.chatKey];
  if (!chat?.invitation) return state;
  if (isOwn(chat, state)) {
    return withChat(state, data.chatKey, (one) => ({ ...one, invitation: undefined }));
  }
  return depart(state, data.chatKey, data.reason, at);
}

// Whether the agent is in the chat already.
function isOwn(chat: Chat, state: State): boolean {
  const ownId = state.me?.agent.id;
  return chat.state === 'engaged' && chat.agents.some((agent) => agent.id === ownId);
}

function revoked(state: State, data: FrameData['chat.revoked'], at: number): State {
  const chat = state.chats[data.chatKey];
  if (chat?.state !== 'requested') return state;
  return depart(state, data.chatKey, data.reason, at);
}

function ended(state: State, data: FrameData['chat.ended'], at: number): State {
  const chat = state.chats[data.chatKey];
  if (!chat || chat.state === 'ended') return state;
  if (chat.state !== 'engaged' || chat.invitation) return depart(state, data.chatKey, 'ended', at);
  return withChat(state, data.chatKey, (one) => ({
    ...one,
    state: 'ended',
    endTime: at,
    endReason: data.reason,
    endedBy: data.endedBy,
    isTyping: false,
    sneakPeek: '',
    isCriticalWait: false,
    isDisconnected: false,
    handover: undefined,
  }));
}

// Takes a chat away and remembers why, so that the list can say so.
function depart(state: State, chatKey: string, reason: string, at: number): State {
  const chat = state.chats[chatKey];
  if (!chat) return state;
  const departed = [{ chatKey, name: chat.name, reason, at }, ...state.departed];
  return withoutChat({ ...state, departed: departed.slice(0, departedMax) }, chatKey);
}
