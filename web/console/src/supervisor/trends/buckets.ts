import { isAbandoned } from '../live/figures';
import type { Transcript } from '../reports';

// What charts show: the records of some hours, counted by equal parts of time. Pure.

export type Hours = 4 | 8 | 24;
export const hoursChoices: readonly Hours[] = [4, 8, 24];

const minute = 60_000;
const hour = 60 * minute;

export interface Bucket {
  from: number;
  to: number;
  requests: number;
  answered: number;
  abandoned: number;
  // In seconds, of those accepted within the part; null when there are none.
  averageWait: number | null;
  longestWait: number | null;
}

export function bucketLength(hours: Hours): number {
  return hours === 24 ? hour : 15 * minute;
}

// The whole parts of time that make up the last hours; the last one is still going on.
export function rangeOf(hours: Hours, now: number): { from: number; to: number } {
  const length = bucketLength(hours);
  const to = (Math.floor(now / length) + 1) * length;
  return { from: to - hours * hour, to };
}

type Timed = Pick<Transcript, 'status' | 'requestTime' | 'startTime' | 'endTime' | 'waitTime'>;

export function bucketsOf(transcripts: readonly Timed[], hours: Hours, now: number): Bucket[] {
  const length = bucketLength(hours);
  const { from, to } = rangeOf(hours, now);
  const buckets: Bucket[] = [];
  for (let at = from; at < to; at += length) {
    buckets.push({
      from: at,
      to: at + length,
      requests: 0,
      answered: 0,
      abandoned: 0,
      averageWait: null,
      longestWait: null,
    });
  }
  const waits = buckets.map(() => [] as number[]);
  const indexOf = (time: number | undefined) =>
    time === undefined || time < from || time >= to ? -1 : Math.floor((time - from) / length);
  for (const one of transcripts) {
    const requested = buckets[indexOf(one.requestTime)];
    if (requested && one.status !== 'Blocked') requested.requests += 1;
    const acceptedAt = indexOf(one.startTime);
    const accepted = buckets[acceptedAt];
    if (accepted) {
      accepted.answered += 1;
      if (one.waitTime !== undefined) waits[acceptedAt]?.push(one.waitTime);
    }
    const ended = isAbandoned(one) ? buckets[indexOf(one.endTime)] : undefined;
    if (ended) ended.abandoned += 1;
  }
  return buckets.map((bucket, index) => withWaits(bucket, waits[index] ?? []));
}

function withWaits(bucket: Bucket, waits: readonly number[]): Bucket {
  if (waits.length === 0) return bucket;
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  return { ...bucket, averageWait: total / waits.length, longestWait: Math.max(...waits) };
}

export interface Totals {
  requests: number;
  answered: number;
  abandoned: number;
  averageWait: number | null;
  longestWait: number | null;
  // The part of time with the most requests.
  busiest?: Bucket;
}

export function totalsOf(buckets: readonly Bucket[]): Totals {
  const sum = (value: (bucket: Bucket) => number) =>
    buckets.reduce((total, bucket) => total + value(bucket), 0);
  const answered = sum((bucket) => bucket.answered);
  const waited = sum((bucket) => (bucket.averageWait ?? 0) * bucket.answered);
  const longest = buckets.flatMap((bucket) => bucket.longestWait ?? []);
  const busiest = buckets.reduce<Bucket | undefined>(
    (most, bucket) => (bucket.requests > (most?.requests ?? 0) ? bucket : most),
    undefined,
  );
  return {
    requests: sum((bucket) => bucket.requests),
    answered,
    abandoned: sum((bucket) => bucket.abandoned),
    averageWait: longest.length === 0 ? null : waited / answered,
    longestWait: longest.length === 0 ? null : Math.max(...longest),
    busiest,
  };
}
