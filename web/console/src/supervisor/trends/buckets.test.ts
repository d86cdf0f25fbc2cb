import { describe, expect, it } from 'vitest';
import { bucketsOf, rangeOf, totalsOf } from './buckets';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 25, 12, 7);

const request = (minutesAgo: number, fields: object = {}) => ({
  status: 'Completed' as const,
  requestTime: now - minutesAgo * minute,
  ...fields,
});

describe('the parts of time', () => {
  it('are whole ones, up to the one that is going on', () => {
    expect(rangeOf(4, now)).toEqual({
      from: Date.UTC(2026, 10, 25, 8, 15),
      to: Date.UTC(2026, 10, 25, 12, 15),
    });
    expect(rangeOf(24, now).to).toBe(Date.UTC(2026, 10, 25, 13));
    expect(bucketsOf([], 4, now)).toHaveLength(16);
    expect(bucketsOf([], 8, now)).toHaveLength(32);
    expect(bucketsOf([], 24, now)).toHaveLength(24);
  });

  it('follow each other without a gap', () => {
    const buckets = bucketsOf([], 8, now);
    for (const [index, bucket] of buckets.slice(1).entries()) {
      expect(bucket.from).toBe(buckets[index]?.to);
    }
  });
});

describe('requests', () => {
  it('count where they came, were accepted, and were given up', () => {
    const buckets = bucketsOf(
      [
        request(10, { startTime: now - 5 * minute, waitTime: 300 }),
        request(20, { status: 'Dropped', endTime: now - minute }),
        request(20, { status: 'Missed', endTime: now - 20 * minute }),
        request(1, { status: 'Blocked', endTime: now - minute }),
        request(1, { status: 'Waiting' }),
      ],
      4,
      now,
    );
    expect(buckets.at(-1)).toMatchObject({ requests: 1, answered: 1, abandoned: 1 });
    expect(buckets.at(-2)).toMatchObject({ requests: 3, answered: 0, abandoned: 1 });
  });

  it('that ended by themselves were not given up', () => {
    const [bucket] = bucketsOf([request(1, { endTime: now })], 4, now).slice(-1);
    expect(bucket?.abandoned).toBe(0);
  });

  it('from before are left out, also those accepted since', () => {
    const early = request(5 * 60, { startTime: now - minute, waitTime: 4 * 3600 });
    const buckets = bucketsOf([early], 4, now);
    expect(totalsOf(buckets)).toMatchObject({ requests: 0, answered: 1, longestWait: 4 * 3600 });
  });
});

describe('waits', () => {
  it('are those of the requests that were accepted then', () => {
    const accepted = { startTime: now };
    const buckets = bucketsOf(
      [request(3, { ...accepted, waitTime: 10 }), request(2, { ...accepted, waitTime: 30 })],
      4,
      now,
    );
    expect(buckets.at(-1)).toMatchObject({ averageWait: 20, longestWait: 30 });
    expect(buckets.at(-2)).toMatchObject({ averageWait: null, longestWait: null });
  });

  it('are averaged over all requests, not over the parts', () => {
    const buckets = bucketsOf(
      [
        request(3, { startTime: now, waitTime: 10 }),
        request(3, { startTime: now, waitTime: 10 }),
        request(30, { startTime: now - 30 * minute, waitTime: 40 }),
      ],
      4,
      now,
    );
    const totals = totalsOf(buckets);
    expect(totals.averageWait).toBe(20);
    expect(totals.longestWait).toBe(40);
    expect(totals.busiest?.requests).toBe(2);
    expect(totals.busiest?.from).toBe(Date.UTC(2026, 10, 25, 12));
  });

  it('of nobody are not told', () => {
    const totals = totalsOf(bucketsOf([], 24, now + hour));
    expect(totals).toEqual({
      requests: 0,
      answered: 0,
      abandoned: 0,
      averageWait: null,
      longestWait: null,
      busiest: undefined,
    });
  });
});
