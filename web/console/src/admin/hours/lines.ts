import type { Problem, Values } from '../kinds/field';

// The lines of business hours as the editor has them: `Mon 09:00-12:30 13:30-18:00` and
// `2026-12-25 closed`. Reading and writing keep what is half typed.

export const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Day = (typeof days)[number];

export interface Range {
  from: string;
  to: string;
}
export type Week = Record<Day, Range[]>;
export interface Exception {
  date: string;
  // None: closed all day.
  ranges: Range[];
}

export const rangesMax = 24;
const linesMax = 1000;
// Stands for a date that is not there yet.
const noDate = '_';

export function emptyWeek(): Week {
  return { Mon: [], Tue: [], Wed: [], Thu: [], Fri: [], Sat: [], Sun: [] };
}

function readRange(word: string): Range {
  const [from = '', to = ''] = word.split('-');
  return { from, to };
}

function writeRanges(ranges: readonly Range[]): string {
  return ranges.map((range) => `${range.from}-${range.to}`).join(' ');
}

export function readWeek(lines: readonly string[]): Week {
  const week = emptyWeek();
  for (const line of lines) {
    const [day = '', ...words] = line.trim().split(/ +/);
    if (day in week) week[day as Day].push(...words.map(readRange));
  }
  return week;
}

export function writeWeek(week: Week): string[] {
  return days
    .filter((day) => week[day].length > 0)
    .map((day) => `${day} ${writeRanges(week[day])}`);
}

export function readExceptions(lines: readonly string[]): Exception[] {
  return lines.map((line) => {
    const [date = '', ...words] = line.trim().split(/ +/);
    const isClosed = words[0] === 'closed';
    return { date: date === noDate ? '' : date, ranges: isClosed ? [] : words.map(readRange) };
  });
}

export function writeExceptions(exceptions: readonly Exception[]): string[] {
  return exceptions.map((one) => {
    const hours = one.ranges.length === 0 ? 'closed' : writeRanges(one.ranges);
    return `${one.date || noDate} ${hours}`;
  });
}

// What somebody types for a time of day as the API writes it: `9`, `930`, `9.30`, `9:3`. What is no
// time stays as it is, but without what would part the line.
export function normalClock(text: string): string {
  const typed = text.trim();
  const parts = /^(\d{1,2})(?:[:.h ]?(\d{2})|[:.h ](\d))?$/.exec(typed);
  if (!parts) return typed.replace(/[\s-]+/g, '');
  const [, hours = '', two, one] = parts;
  return `${hours.padStart(2, '0')}:${two ?? (one ? `0${one}` : '00')}`;
}

// Minutes from midnight, up to 24:00; null for what is no time.
export function minutesOf(clock: string): number | null {
  const parts = /^(\d\d):(\d\d)$/.exec(clock);
  if (!parts) return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return Number(parts[2]) < 60 && minutes <= 1440 ? minutes : null;
}

// From and to, in minutes after the midnight that begins the day; null when it is no range.
export function spanOf(range: Range): { from: number; to: number } | null {
  const from = minutesOf(range.from);
  const to = minutesOf(range.to);
  if (from === null || to === null || from === to || from === 1440) return null;
  return { from, to: to < from ? to + 1440 : to };
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

export function datesTwice(exceptions: readonly Exception[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { date } of exceptions) {
    if (date && seen.has(date)) twice.add(date);
    seen.add(date);
  }
  return twice;
}

export function problemOfHours(values: Values): Record<string, Problem> {
  const weekly = values.weekly as string[];
  const exceptions = readExceptions(values.exceptions as string[]);
  const isBad = (ranges: readonly Range[]) =>
    ranges.length > rangesMax || ranges.some((range) => spanOf(range) === null);
  const problems: Record<string, Problem> = {};
  const week = readWeek(weekly);
  if (days.some((day) => isBad(week[day]))) problems.weekly = { key: 'hours' };
  const isBadException = (one: Exception) => !isDate(one.date) || isBad(one.ranges);
  if (exceptions.some(isBadException) || datesTwice(exceptions).size > 0)
    problems.exceptions = { key: 'hours' };
  if (weekly.length + exceptions.length > linesMax)
    problems.exceptions = { key: 'tooMany', parameters: { max: linesMax } };
  if (!isTimeZone(String(values.timeZone))) problems.timeZone = { key: 'timeZone' };
  return problems;
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
