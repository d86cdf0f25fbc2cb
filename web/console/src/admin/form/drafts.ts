import type { Values } from '../kinds';

// What is typed and not saved. It outlives the form, which is made anew when the language changes.
export interface Draft {
  // What the edit rests on, and its ETag; none for a new object.
  base: Values;
  etag: string;
  values: Values;
}

const drafts = new Map<string, Draft>();

export const draftOf = (key: string) => drafts.get(key);
export const keepDraft = (key: string, draft: Draft) => void drafts.set(key, draft);
export const dropDraft = (key: string) => void drafts.delete(key);
