import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

// What an agent has written and not sent, for each chat; it outlives a reload of the page.

export type ComposerMode = 'reply' | 'note';

const prefix = 'rejoinder.draft.';

type Drafts = Record<string, string>;

function readAll(): Drafts {
  const drafts: Drafts = {};
  try {
    for (let index = 0; index < sessionStorage.length; index += 1) {
      const key = sessionStorage.key(index);
      if (key?.startsWith(prefix)) drafts[key] = sessionStorage.getItem(key) ?? '';
    }
  } catch {
    // Storage is closed: drafts hold until the page is left.
  }
  return drafts;
}

const drafts = createStore<Drafts>(readAll);

function keyOf(chatKey: string, mode: ComposerMode): string {
  return `${prefix}${chatKey}.${mode}`;
}

export function useDraft(chatKey: string, mode: ComposerMode): string {
  return useStore(drafts, (all) => all[keyOf(chatKey, mode)] ?? '');
}

export function hasDraft(chatKey: string): boolean {
  const all = drafts.getState();
  return Boolean(all[keyOf(chatKey, 'reply')] || all[keyOf(chatKey, 'note')]);
}

export function useHasDraft(chatKey: string): boolean {
  return useStore(drafts, () => hasDraft(chatKey));
}

export function setDraft(chatKey: string, mode: ComposerMode, text: string): void {
  const key = keyOf(chatKey, mode);
  drafts.setState({ [key]: text });
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // See `readAll`.
  }
}

export function forgetDrafts(chatKey: string): void {
  setDraft(chatKey, 'reply', '');
  setDraft(chatKey, 'note', '');
}
