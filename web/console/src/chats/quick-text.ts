import type { QuickText } from '../api/types';
import { score } from '../ui/fuzzy';

// Finding quick texts and filling their merge fields.

export interface Trigger {
  // Where the sign begins and the caret is.
  from: number;
  to: number;
  query: string;
}

const queryMax = 40;

// The `/` or `;;` before the caret that asks for a quick text: at the beginning, or behind a blank.
export function triggerAt(text: string, caret: number): Trigger | null {
  const before = text.slice(Math.max(0, caret - queryMax), caret);
  const found = /(?:^|\s)(\/|;;)([^\n/;]*)$/.exec(before);
  if (!found) return null;
  const [, sign = '', query = ''] = found;
  return { from: caret - sign.length - query.length, to: caret, query };
}

const storageKey = 'rejoinder.recentQuickTexts';
const recentMax = 8;

export function recentIds(): string[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]') as string[];
  } catch {
    return [];
  }
}

export function noteUse(id: string): void {
  const recent = [id, ...recentIds().filter((one) => one !== id)].slice(0, recentMax);
  try {
    localStorage.setItem(storageKey, JSON.stringify(recent));
  } catch {
    // The order is a convenience.
  }
}

// The texts that answer the query, the best first; without a query the recent ones first.
export function find(texts: readonly QuickText[], query: string, recent: string[]): QuickText[] {
  const ranked: { text: QuickText; rank: number }[] = [];
  for (const text of texts) {
    const byName = score(query, text.name);
    const byRest = score(query, `${text.name} ${text.folder} ${text.category} ${text.message}`);
    if (byRest === null) continue;
    const use = recent.indexOf(text.id);
    const recency = use < 0 ? 0 : recentMax - use;
    ranked.push({ text, rank: (byName ?? 0) * 4 + byRest + recency });
  }
  return ranked.sort((a, b) => b.rank - a.rank).map((one) => one.text);
}

const field = /\{([^{}\n]{1,60})\}/g;

// Fills the fields whose values are known and leaves the others, to be stepped through.
export function merge(message: string, values: Record<string, string>): string {
  return message.replace(field, (whole, name: string) => values[name.trim()] || whole);
}

// The next field that has no value, from `from` on and then from the beginning.
export function nextField(text: string, from: number): { from: number; to: number } | null {
  const all = [...text.matchAll(field)];
  const next = all.find((match) => match.index >= from) ?? all[0];
  if (!next) return null;
  return { from: next.index, to: next.index + next[0].length };
}

export function countFields(text: string): number {
  return [...text.matchAll(field)].length;
}
