// Keeps what an agent has seen of its chats over a reload of the page.

const storageKey = 'rejoinder.seen';
const keptMax = 200;

export type SeenPositions = Record<string, number>;

export function readSeen(): SeenPositions {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as SeenPositions;
  } catch {
    return {};
  }
}

export function writeSeen(positions: SeenPositions): void {
  try {
    const kept = Object.entries(positions).slice(-keptMax);
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Without storage it is forgotten with the page.
  }
}
