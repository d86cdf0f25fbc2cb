import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { initialState, type State } from './model';

// All live data of the console. It changes by `reduce` for frames and the changes in changes.ts.
export const store = createStore<State>(() => initialState);

export function change(next: (state: State) => State): void {
  store.setState(next, true);
}

// The selected part of the state; the component renders again when that part changes.
export function useLive<T>(select: (state: State) => T): T {
  return useStore(store, select);
}

export function chatOf(chatKey: string) {
  return store.getState().chats[chatKey];
}

// The server's time, by which countdowns and waits are told.
export function serverNow(): number {
  return Date.now() + store.getState().clockOffset;
}
