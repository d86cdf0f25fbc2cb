import { type Range, readExceptions, readWeek, spanOf, type Week } from './lines';

// Whether business hours are open, as the server reckons it: a range belongs to the day it begins
// on; it begins when the clock first shows its start and ends when it last shows its end.

export interface Hours {
  timeZone: string;
  weekly: readonly string[];
  exceptions: readonly string[];
}

const minute = 60_000;
const dayMs = 86_400_000;
// How far is looked ahead, in days.
const searchMax = 400;
// From Sunday on, as `getUTCDay` counts.
const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

// The wall clock at an instant, as milliseconds of UTC.
export function localOf(at: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minutes, second);
}

const offsetAt = (at: number, timeZone: string) =>
  localOf(at, timeZone) - Math.floor(at / 1000) * 1000;

// The instants at which the wall clock shows `local`, the first and the last; where the clock skips
// it, both are when it is set.
function instantsOf(local: number, timeZone: string): { first: number; last: number } {
  const before = offsetAt(local - dayMs, timeZone);
  const after = offsetAt(local + dayMs, timeZone);
  const fitting = [local - before, local - after].filter((at) => localOf(at, timeZone) === local);
  if (fitting.length > 0) return { first: Math.min(...fitting), last: Math.max(...fitting) };
  let low = local - dayMs - before;
  let high = local + dayMs - after;
  while (high - low > minute) {
    const middle = Math.floor((low + high) / 2 / minute) * minute;
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return { first: high, last: high };
}

export class Schedule {
  private readonly timeZone: string;
  private readonly week: Week;
  private readonly exceptions: Map<string, Range[]>;

  constructor(hours: Hours) {
    this.timeZone = hours.timeZone;
    this.week = readWeek(hours.weekly);
    this.exceptions = new Map(
      readExceptions(hours.exceptions).map((one) => [one.date, one.ranges] as const),
    );
  }

  isOpen(at: number): boolean {
    return this.openUntil(at) !== null;
  }

  // When it opens if it is closed, when it closes if it is open; null when that is far away.
  nextChange(at: number): number | null {
    return this.isOpen(at) ? this.closesAfter(at) : this.opensAfter(at);
  }

  private closesAfter(at: number): number | null {
    const end = at + searchMax * dayMs;
    let until = at;
    for (let next = this.openUntil(until); next !== null; next = this.openUntil(until)) {
      if (next > end) return null;
      until = next;
    }
    return until;
  }

  private opensAfter(at: number): number | null {
    const today = this.dayOf(at);
    for (let day = today - dayMs; day <= today + searchMax * dayMs; day += dayMs) {
      const starts = this.spansOf(day)
        .filter((span) => span.from > at && span.from < span.to)
        .map((span) => span.from);
      if (starts.length > 0) return Math.min(...starts);
    }
    return null;
  }

  private dayOf(at: number): number {
    return Math.floor(localOf(at, this.timeZone) / dayMs) * dayMs;
  }

  private openUntil(at: number): number | null {
    const today = this.dayOf(at);
    let until: number | null = null;
    for (const day of [today - dayMs, today, today + dayMs]) {
      for (const span of this.spansOf(day)) {
        if (span.from <= at && at < span.to && (until === null || until < span.to)) until = span.to;
      }
    }
    return until;
  }

  private spansOf(day: number): { from: number; to: number }[] {
    const date = new Date(day);
    const ranges =
      this.exceptions.get(date.toISOString().slice(0, 10)) ??
      this.week[dayNames[date.getUTCDay()] ?? 'Sun'];
    return ranges.flatMap((range) => {
      const span = spanOf(range);
      if (!span) return [];
      const from = instantsOf(day + span.from * minute, this.timeZone).first;
      return [{ from, to: instantsOf(day + span.to * minute, this.timeZone).last }];
    });
  }
}
