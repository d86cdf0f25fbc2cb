import type { ChatDetails, Frame, FrameData, FrameType, Me } from '../api/types';
import { initialState, type State } from './model';
import { reduce } from './reducer';

// Frames and states for tests.

export const ann = {
  id: '005000000000001',
  username: 'ann',
  name: 'Ann',
  role: 'agent',
  kind: 'person',
} as const;
export const bob = { ...ann, id: '005000000000002', username: 'bob', name: 'Bob' } as const;

export const me: Me = {
  agent: ann,
  organization: { id: '00D000000000001', name: 'Test' },
  presence: { state: 'Online', reason: '', since: 1000 },
  capacity: { max: 5, engaged: 0, assigned: 0 },
  skills: [],
  config: {
    enableRequestSound: true,
    enableLogoutSound: true,
    enableNotifications: true,
    customAgentName: '',
    supervisorDefaultAgentStatusFilter: '',
    supervisorDefaultButtonFilter: '',
    supervisorDefaultSkillFilter: '',
  },
  names: { buttons: [], deployments: [], skills: [] },
};

export const chatKey = '6a7e1d39-4b43-4f0b-9d9d-2d0a3d0f6a11';
export const buttonId = '573000000000001';
export const deploymentId = '572000000000001';

export const details: ChatDetails = {
  chatKey,
  state: 'engaged',
  name: 'Jo',
  liveChatButtonId: buttonId,
  liveChatDeploymentId: deploymentId,
  requestTime: 1000,
  acceptTime: 2000,
  isEngaged: true,
  isEnded: false,
  isPushRequest: true,
  isTransferringOut: false,
  agentId: ann.id,
  agents: [ann],
  transferNote: '',
  isFlagRaised: false,
  isCriticalWait: false,
  isDisconnected: false,
  mayTransfer: true,
  mayConfer: true,
  mayFlag: true,
  maySendFiles: true,
  mayBlock: true,
  mayWhisper: true,
  mayWatch: false,
  mayJoin: false,
  mayTakeOver: false,
  ipAddress: '127.0.0.1',
  visitorInfo: {
    browserName: '',
    language: 'en',
    originalReferrer: '',
    screenResolution: '',
    sessionKey: 'v1',
  },
  customDetails: [],
  records: [],
  breadcrumbs: [],
  entries: [],
  files: [],
  isTyping: false,
  sneakPeek: '',
};

let seq = 0;

export function frame<T extends FrameType>(type: T, data: FrameData[T], at = 2000): Frame {
  seq += 1;
  return { seq, type, at, data } as Frame;
}

export function requested(key = chatKey, more: Partial<FrameData['chat.requested']> = {}): Frame {
  return frame('chat.requested', {
    chatKey: key,
    name: 'Jo',
    liveChatButtonId: buttonId,
    liveChatDeploymentId: deploymentId,
    requestTime: 1000,
    isPushRequest: true,
    ...more,
  });
}

export function started(key = chatKey): Frame {
  return frame('chat.started', {
    chatKey: key,
    name: 'Jo',
    liveChatButtonId: buttonId,
    liveChatDeploymentId: deploymentId,
    requestTime: 1000,
    acceptTime: 2000,
    isPushRequest: true,
  });
}

export function said(
  position: number,
  text: string,
  more: Partial<FrameData['chat.message']> = {},
): Frame {
  return frame('chat.message', {
    chatKey,
    from: 'visitor',
    name: 'Jo',
    text,
    at: 3000 + position,
    position,
    ...more,
  });
}

export function stateAfter(...frames: Frame[]): State {
  return frames.reduce(reduce, { ...initialState, me, stream: 'open', isCurrent: true });
}
