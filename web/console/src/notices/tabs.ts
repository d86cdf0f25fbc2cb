import { change, changes } from '../state';

// Several tabs of one browser: one of them, the leader, rings; each knows which chats the others
// show.

const channelName = 'rejoinder-console';
const lockName = 'rejoinder-console-leader';

interface SeenMessage {
  tab: string;
  seen: string | null;
}

const ownId = crypto.randomUUID();
const seenElsewhere = new Map<string, string>();
let channel: BroadcastChannel | null = null;
let isFirst = typeof navigator.locks === 'undefined';
let ownSeen: string | null = null;

export function isLeader(): boolean {
  return isFirst;
}

// Whether an agent looks at the chat, in this tab or another.
export function isInView(chatKey: string): boolean {
  return ownSeen === chatKey || [...seenElsewhere.values()].includes(chatKey);
}

// Tells the store and the other tabs which chat is looked at here.
export function tellSeen(chatKey: string | null): void {
  change((state) => changes.chatSeen(state, chatKey));
  if (ownSeen === chatKey) return;
  ownSeen = chatKey;
  channel?.postMessage({ tab: ownId, seen: chatKey } satisfies SeenMessage);
}

export function joinTabs(): () => void {
  const end = new AbortController();
  let release = () => {};
  navigator.locks
    ?.request(lockName, { signal: end.signal }, () => {
      isFirst = true;
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    })
    .catch(() => undefined);
  channel = new BroadcastChannel(channelName);
  channel.onmessage = (event: MessageEvent<SeenMessage>) => {
    const { tab, seen } = event.data;
    if (seen === null) seenElsewhere.delete(tab);
    else {
      seenElsewhere.set(tab, seen);
      change((state) => changes.unreadCleared(state, seen));
    }
  };
  const leave = () => channel?.postMessage({ tab: ownId, seen: null } satisfies SeenMessage);
  window.addEventListener('pagehide', leave);
  return () => {
    window.removeEventListener('pagehide', leave);
    leave();
    end.abort();
    release();
    isFirst = typeof navigator.locks === 'undefined';
    channel?.close();
    channel = null;
  };
}
