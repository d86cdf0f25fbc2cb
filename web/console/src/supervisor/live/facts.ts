import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { call } from '../../api/client';
import type { ChatDetails, ChatSummary } from '../../api/types';
import { onFrame } from '../../state/live';
import { store } from '../../state/store';

// What the list of open chats does not tell: critical waits, who else is in a chat, and what a flag
// says that was raised before this page was opened. It is read with each chat's details, once, and
// again after a frame that says the chat has changed.

export interface ChatFacts {
  isCriticalWait: boolean;
  agentIds: string[];
  flag?: { text: string; agentId?: string; name: string; at: number };
}

// The most chats whose details are read.
export const factsMax = 100;
const atOnce = 3;
const settleTime = 300;

const facts = createStore<Record<string, ChatFacts>>(() => ({}));
const wanted = new Set<string>();
const delayed = new Map<string, ReturnType<typeof setTimeout>>();
let running = 0;

export function useFacts(): Record<string, ChatFacts> {
  return useStore(facts);
}

export function factsOf(details: ChatDetails): ChatFacts {
  const raised = details.entries.findLast((entry) => entry.type === 'FlagRaised');
  const agent = details.agents.find((one) => one.id === raised?.agentId);
  return {
    isCriticalWait: details.isCriticalWait,
    agentIds: details.agents.map((one) => one.id),
    flag:
      details.isFlagRaised && raised
        ? {
            text: raised.text,
            agentId: raised.agentId,
            name: agent?.name ?? raised.name,
            at: raised.at,
          }
        : undefined,
  };
}

// Keeps the facts while the component is shown.
export function useFactsKept(): void {
  useEffect(() => {
    wantAll();
    const stopStore = store.subscribe((state, before) => {
      if (state.overview !== before.overview) wantAll();
    });
    const stopFrames = onFrame((frame) => {
      if (frame.type === 'chat.changed') wantLater(frame.data.chat.chatKey);
      if (frame.type === 'reset' || (frame.type === 'hello' && !frame.data.resumed)) forgetAll();
    });
    return () => {
      stopStore();
      stopFrames();
      forgetAll();
    };
  }, []);
}

function forgetAll(): void {
  for (const timer of delayed.values()) clearTimeout(timer);
  delayed.clear();
  wanted.clear();
  facts.setState({}, true);
}

// Engaged chats, and those that wait for another agent with their flag still raised.
function isOfInterest(chat: ChatSummary | undefined): boolean {
  return chat !== undefined && (chat.isEngaged || chat.isFlagRaised);
}

function interestingKeys(): string[] {
  return Object.values(store.getState().overview)
    .filter(isOfInterest)
    .map((chat) => chat.chatKey)
    .slice(0, factsMax);
}

// Wants what is not known yet and drops what is over.
function wantAll(): void {
  const open = new Set(interestingKeys());
  const known = facts.getState();
  const left = Object.entries(known).filter(([key]) => open.has(key));
  if (left.length < Object.keys(known).length) facts.setState(Object.fromEntries(left), true);
  for (const key of open) if (!known[key] && !delayed.has(key)) wanted.add(key);
  pump();
}

function wantLater(chatKey: string): void {
  clearTimeout(delayed.get(chatKey));
  delayed.set(
    chatKey,
    setTimeout(() => {
      delayed.delete(chatKey);
      if (!interestingKeys().includes(chatKey)) return;
      wanted.add(chatKey);
      pump();
    }, settleTime),
  );
}

function pump(): void {
  while (running < atOnce) {
    const [chatKey] = wanted;
    if (chatKey === undefined) return;
    wanted.delete(chatKey);
    running += 1;
    void read(chatKey).finally(() => {
      running -= 1;
      pump();
    });
  }
}

async function read(chatKey: string): Promise<void> {
  try {
    const details = await call('get', '/api/v1/chats/{chatKey}', { path: { chatKey } });
    if (!isOfInterest(store.getState().overview[chatKey])) return;
    facts.setState({ [chatKey]: factsOf(details) });
  } catch {
    // The chat is over, or its next change is another chance.
  }
}
