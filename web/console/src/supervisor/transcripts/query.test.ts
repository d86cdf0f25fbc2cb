import { describe, expect, it } from 'vitest';
import {
  dayOf,
  findNamed,
  formatQuery,
  parseQuery,
  type QueryNames,
  resolveQuery,
  withFilter,
  withoutPart,
} from './query';

const now = new Date(2026, 10, 25, 12).getTime();
const day = (month: number, date: number, year = 2026) => new Date(year, month - 1, date).getTime();

const names: QueryNames = {
  agent: [
    { id: '005000000000001', name: 'Ann' },
    { id: '005000000000002', name: 'Annabel Lee' },
    { id: '005000000000003', name: 'سارة' },
  ],
  button: [{ id: '573000000000001', name: 'Billing and refunds' }],
  skill: [{ id: '0C5000000000001', name: 'Support' }],
  deployment: [{ id: '572000000000001', name: 'Shop' }],
};

const resolve = (text: string) => resolveQuery(parseQuery(text), names, now);

describe('a query', () => {
  it('is filters and one text', () => {
    const { filter, hasProblem } = resolve('agent:ann button:billing before:2026-11-01 "refund"');
    expect(filter).toEqual({
      agent: '005000000000001',
      button: '573000000000001',
      to: day(11, 1),
      text: 'refund',
    });
    expect(hasProblem).toBe(false);
  });

  it('knows skills and deployments by their names', () => {
    expect(resolve('skill:support deployment:shop').filter).toEqual({
      skill: '0C5000000000001',
      deployment: '572000000000001',
    });
  });

  it('may be empty', () => {
    expect(resolve('  ')).toEqual({ chips: [], filter: {}, hasProblem: false });
  });

  it('takes values and texts with spaces in quotes', () => {
    expect(parseQuery('agent:"Annabel Lee" "was charged  twice"')).toEqual([
      { key: 'agent', value: 'Annabel Lee' },
      { value: 'was charged  twice' },
    ]);
  });

  it('takes words that stand together as one text', () => {
    expect(parseQuery('was charged agent:ann twice')).toEqual([
      { value: 'was charged' },
      { key: 'agent', value: 'ann' },
      { value: 'twice' },
    ]);
  });

  it('forgives a quote that is not closed, a key without a value, and capitals in keys', () => {
    expect(parseQuery('Agent:ann "refund me')).toEqual([
      { key: 'agent', value: 'ann' },
      { value: 'refund me' },
    ]);
    expect(parseQuery('""')).toEqual([]);
  });

  it('does not take a time or an address for a filter', () => {
    expect(parseQuery('10:30')).toEqual([{ value: '10:30' }]);
  });

  it('can be written anew and means the same', () => {
    const text = 'agent:"Annabel Lee" status:missed "refund me"';
    expect(formatQuery(parseQuery(text))).toBe(text);
    expect(formatQuery(parseQuery('two words'))).toBe('"two words"');
  });
});

describe('names', () => {
  it('are found whole before their beginning, and their beginning before a part', () => {
    expect(findNamed(names.agent, 'ANN')?.name).toBe('Ann');
    expect(findNamed(names.agent, 'annab')?.name).toBe('Annabel Lee');
    expect(findNamed(names.agent, 'lee')?.name).toBe('Annabel Lee');
    expect(findNamed(names.agent, 'سارة')?.id).toBe('005000000000003');
    expect(findNamed(names.agent, '005000000000002')?.name).toBe('Annabel Lee');
  });

  it('that nothing has are a problem, and no filter', () => {
    const { chips, filter, hasProblem } = resolve('agent:zoe');
    expect(chips[0]?.problem).toBe('unknownName');
    expect(filter).toEqual({});
    expect(hasProblem).toBe(true);
  });

  it('are shown as they are', () => {
    expect(resolve('button:bill').chips[0]?.shown).toBe('Billing and refunds');
  });
});

describe('problems', () => {
  it.each([
    ['nonsense:x', 'unknownKey'],
    ['status:gone', 'unknownStatus'],
    ['before:2026-02-30', 'badDate'],
    ['after:soon', 'badDate'],
    ['agent:ann agent:annabel', 'twice'],
    ['"one" agent:ann "two"', 'twice'],
    ['on:2026-11-01 before:2026-11-05', 'twice'],
    [`"${'x'.repeat(256)}"`, 'tooLong'],
  ])('of %s', (text, problem) => {
    expect(resolve(text).chips.at(-1)?.problem).toBe(problem);
  });
});

describe('a status', () => {
  it('may be one of several, written as one likes', () => {
    expect(resolve('status:missed,in-progress status:Dropped').filter.status).toEqual([
      'Missed',
      'InProgress',
      'Dropped',
    ]);
  });
});

describe('days', () => {
  it('are those of a calendar, or told from today', () => {
    expect(dayOf('2026-11-01', now)).toBe(day(11, 1));
    expect(dayOf('today', now)).toBe(day(11, 25));
    expect(dayOf('yesterday', now)).toBe(day(11, 24));
    expect(dayOf('30d', now)).toBe(day(10, 26));
    expect(dayOf('2026-13-01', now)).toBeNull();
  });

  it('are within `after`, and not within `before`', () => {
    expect(resolve('after:2026-11-01 before:2026-11-03').filter).toEqual({
      from: day(11, 1),
      to: day(11, 3),
    });
    expect(resolve('on:2026-12-31').filter).toEqual({ from: day(12, 31), to: day(1, 1, 2027) });
  });
});

describe('a filter that is chosen', () => {
  it('takes the place of the one before', () => {
    expect(withFilter('agent:ann "x"', 'agent', 'Annabel Lee')).toBe('"x" agent:"Annabel Lee"');
    expect(withFilter('agent:ann "x"', 'agent', null)).toBe('"x"');
  });

  it('is taken away alone', () => {
    expect(withoutPart('agent:ann status:missed "x"', 1)).toBe('agent:ann "x"');
  });
});
