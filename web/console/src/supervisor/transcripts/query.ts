import type { Schemas } from '../../api/types';

// The language transcripts are searched with: `agent:ann button:billing before:2026-11-01 "refund"`.
// Pure. A value or a text with spaces stands in quotes.

export const statuses = [
  'Waiting',
  'InProgress',
  'Completed',
  'Missed',
  'Dropped',
  'Blocked',
] as const satisfies readonly Schemas['TranscriptStatus'][];
export type Status = (typeof statuses)[number];

export const filterKeys = [
  'agent',
  'button',
  'status',
  'skill',
  'after',
  'before',
  'on',
  'visitor',
  'deployment',
] as const;
export type FilterKey = (typeof filterKeys)[number];

// One part of what was typed; a text has no key.
export interface QueryPart {
  key?: string;
  value: string;
}

export type PartProblem =
  | 'unknownKey'
  | 'unknownName'
  | 'unknownStatus'
  | 'badDate'
  | 'twice'
  | 'tooLong';

export interface Chip extends QueryPart {
  // The name of what was found, where that says more than the value.
  shown: string;
  problem?: PartProblem;
}

export interface TranscriptFilter {
  agent?: string;
  button?: string;
  skill?: string;
  deployment?: string;
  visitor?: string;
  status?: Status[];
  from?: number;
  to?: number;
  text?: string;
}

export interface Named {
  id: string;
  name: string;
}

// What names stand for.
export interface QueryNames {
  agent: readonly Named[];
  button: readonly Named[];
  skill: readonly Named[];
  deployment: readonly Named[];
}

const textMax = 255;
const partPattern = /(?:([\p{L}-]+):)?(?:"([^"]*)"?|([^\s"]+))/gu;

export function parseQuery(text: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let words: string[] = [];
  const endWords = () => {
    if (words.length > 0) parts.push({ value: words.join(' ') });
    words = [];
  };
  for (const [, key, quoted, plain] of text.matchAll(partPattern)) {
    const value = (quoted ?? plain ?? '').trim();
    if (key === undefined && quoted === undefined) {
      // Words that stand together are one text.
      if (value) words.push(value);
      continue;
    }
    endWords();
    if (value) parts.push(key === undefined ? { value } : { key: key.toLowerCase(), value });
  }
  endWords();
  return parts;
}

export function formatQuery(parts: readonly QueryPart[]): string {
  return parts
    .map(({ key, value }) => {
      if (key === undefined) return `"${value}"`;
      return `${key}:${/\s/.test(value) ? `"${value}"` : value}`;
    })
    .join(' ');
}

// The query with one value for a key instead of those it has; without a value, with none.
export function withFilter(text: string, key: FilterKey, value: string | null): string {
  const parts = parseQuery(text).filter((part) => part.key !== key);
  return formatQuery(value === null ? parts : [...parts, { key, value }]);
}

export function withoutPart(text: string, index: number): string {
  return formatQuery(parseQuery(text).filter((_, at) => at !== index));
}

export interface Resolved {
  chips: Chip[];
  filter: TranscriptFilter;
  hasProblem: boolean;
}

// What the parts mean. A part with a problem is in no filter.
export function resolveQuery(
  parts: readonly QueryPart[],
  names: QueryNames,
  now: number,
): Resolved {
  const filter: TranscriptFilter = {};
  const chips = parts.map((part): Chip => {
    const found = resolvePart(part, filter, names, now);
    return typeof found === 'string'
      ? { ...part, shown: found }
      : { ...part, shown: part.value, problem: found.problem };
  });
  return { chips, filter, hasProblem: chips.some((chip) => chip.problem !== undefined) };
}

type Found = string | { problem: PartProblem };

function resolvePart(
  part: QueryPart,
  filter: TranscriptFilter,
  names: QueryNames,
  now: number,
): Found {
  const { key, value } = part;
  switch (key) {
    case undefined:
      if (value.length > textMax) return { problem: 'tooLong' };
      return once(filter, 'text', value, value);
    case 'agent':
    case 'button':
    case 'skill':
    case 'deployment': {
      const found = findNamed(names[key], value);
      if (!found) return { problem: 'unknownName' };
      return once(filter, key, found.id, found.name);
    }
    case 'visitor':
      return once(filter, key, value, value);
    case 'status':
      return resolveStatus(value, filter);
    case 'after':
    case 'before':
    case 'on':
      return resolveDate(key, value, filter, now);
    default:
      return { problem: 'unknownKey' };
  }
}

function once<K extends 'text' | 'agent' | 'button' | 'skill' | 'visitor' | 'deployment'>(
  filter: TranscriptFilter,
  key: K,
  value: string,
  shown: string,
): Found {
  if (filter[key] !== undefined) return { problem: 'twice' };
  filter[key] = value;
  return shown;
}

function resolveStatus(value: string, filter: TranscriptFilter): Found {
  const plain = (text: string) => text.toLowerCase().replace(/[-_ ]/g, '');
  const found = value
    .split(',')
    .map((one) => statuses.find((status) => plain(status) === plain(one)));
  if (found.some((one) => one === undefined)) return { problem: 'unknownStatus' };
  const known = found.flatMap((one) => one ?? []);
  filter.status = [...new Set([...(filter.status ?? []), ...known])];
  return known.join(',');
}

function resolveDate(
  key: 'after' | 'before' | 'on',
  value: string,
  filter: TranscriptFilter,
  now: number,
): Found {
  const day = dayOf(value, now);
  if (day === null) return { problem: 'badDate' };
  const isTaken =
    (key !== 'before' && filter.from !== undefined) || (key !== 'after' && filter.to !== undefined);
  if (isTaken) return { problem: 'twice' };
  if (key === 'before') filter.to = day;
  else filter.from = day;
  if (key === 'on') filter.to = addDays(day, 1);
  return isoDay(day);
}

// The beginning of a day: `2026-11-01`, `today`, `yesterday`, or `7d` for so many days ago.
export function dayOf(value: string, now: number): number | null {
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  const word = value.toLowerCase();
  if (word === 'today') return today.getTime();
  if (word === 'yesterday') return addDays(today.getTime(), -1);
  const ago = /^(\d{1,4})d$/.exec(word);
  if (ago) return addDays(today.getTime(), -Number(ago[1]));
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!date) return null;
  const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
  const at = new Date(year, month - 1, day);
  return at.getMonth() === month - 1 && at.getDate() === day ? at.getTime() : null;
}

export function isoDay(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export function addDays(at: number, days: number): number {
  const day = new Date(at);
  day.setDate(day.getDate() + days);
  return day.getTime();
}

// By id, by the whole name, by its beginning, then by a part of it; the case does not matter.
export function findNamed(all: readonly Named[], value: string): Named | undefined {
  const wanted = value.toLocaleLowerCase();
  const name = (one: Named) => one.name.toLocaleLowerCase();
  return (
    all.find((one) => one.id === value) ??
    all.find((one) => name(one) === wanted) ??
    all.find((one) => name(one).startsWith(wanted)) ??
    all.find((one) => name(one).includes(wanted))
  );
}
