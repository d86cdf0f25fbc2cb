import { useSyncExternalStore } from 'react';
import { duration } from '../i18n/format';
import { serverNow } from '../state/store';

// One ticker for all timers of the page: each second it tells those that are shown.
const listeners = new Set<() => void>();
let ticker: ReturnType<typeof setInterval> | undefined;
let now = serverNow();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = serverNow();
    ticker = setInterval(() => {
      now = serverNow();
      for (const each of listeners) each();
    }, 1000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(ticker);
  };
}

const secondOf = () => Math.floor(now / 1000) * 1000;

// The server's time to the second; the component renders again each second.
export function useNow(): number {
  return useSyncExternalStore(subscribe, secondOf);
}

// The time since `since`, or with `until` the time left. Never announced.
export function Timer({ since, until }: { since?: number; until?: number }) {
  const at = useNow();
  const seconds = until === undefined ? (at - (since ?? at)) / 1000 : (until - at) / 1000;
  return <span className="tabular">{duration(seconds)}</span>;
}
