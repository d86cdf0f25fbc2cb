import { describe, expect, it } from 'vitest';
import {
  normalClock,
  problemOfHours,
  readExceptions,
  readWeek,
  spanOf,
  writeExceptions,
  writeWeek,
} from './lines';
import { Schedule } from './schedule';

describe('lines', () => {
  it('are read and written again', () => {
    const weekly = ['Mon 09:00-12:30 13:30-18:00', 'Sat 22:00-02:00'];
    expect(writeWeek(readWeek(weekly))).toEqual(weekly);
    const exceptions = ['2026-12-25 closed', '2026-12-24 09:00-12:00'];
    expect(writeExceptions(readExceptions(exceptions))).toEqual(exceptions);
  });

  it('of one day are joined, in the order of the week', () => {
    expect(writeWeek(readWeek(['Tue 10:00-11:00', 'Mon 13:00-14:00', 'Mon 09:00-10:00']))).toEqual([
      'Mon 13:00-14:00 09:00-10:00',
      'Tue 10:00-11:00',
    ]);
  });

  it('keep what is half typed', () => {
    const week = readWeek([]);
    week.Mon = [{ from: '', to: '1' }];
    expect(readWeek(writeWeek(week)).Mon).toEqual([{ from: '', to: '1' }]);
    const none = [{ date: '', ranges: [] }];
    expect(readExceptions(writeExceptions(none))).toEqual(none);
  });

  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    ['9:3', '09:03'],
    ['24', '24:00'],
    ['17:45', '17:45'],
    ['noon - ish', 'noonish'],
    ['', ''],
  ])('understand %s', (typed, clock) => expect(normalClock(typed)).toBe(clock));

  it('know ranges over midnight, whole days and empty ones', () => {
    expect(spanOf({ from: '22:00', to: '02:00' })).toEqual({ from: 1320, to: 1560 });
    expect(spanOf({ from: '00:00', to: '24:00' })).toEqual({ from: 0, to: 1440 });
    expect(spanOf({ from: '09:00', to: '09:00' })).toBeNull();
    expect(spanOf({ from: '24:00', to: '09:00' })).toBeNull();
    expect(spanOf({ from: '09:60', to: '10:00' })).toBeNull();
    expect(spanOf({ from: '24:01', to: '25:00' })).toBeNull();
  });

  it('that are wrong are told', () => {
    const problems = (weekly: string[], exceptions: string[], timeZone = 'UTC') =>
      Object.keys(problemOfHours({ weekly, exceptions, timeZone }));
    expect(problems(['Mon 09:00-17:00'], ['2028-02-29 closed'])).toEqual([]);
    expect(problems(['Mon 09:00-'], [])).toEqual(['weekly']);
    expect(problems([], ['2026-02-29 closed'])).toEqual(['exceptions']);
    expect(problems([], ['2026-12-25 closed', '2026-12-25 closed'])).toEqual(['exceptions']);
    expect(problems([], ['_ closed'])).toEqual(['exceptions']);
    expect(problems([], [], 'Moon/Crater')).toEqual(['timeZone']);
    const many = Array.from({ length: 25 }, (_, at) => `${10 + (at % 10)}:00-23:00`).join(' ');
    expect(problems([`Mon ${many}`], [])).toEqual(['weekly']);
  });
});

const at = (text: string) => Date.parse(text);
const schedule = (timeZone: string, weekly: string[], exceptions: string[] = []) =>
  new Schedule({ timeZone, weekly, exceptions });

describe('a schedule', () => {
  it('is open by the clock of its zone', () => {
    const office = schedule('Europe/Berlin', ['Mon 09:00-17:00', 'Tue 09:00-17:00']);
    // A Monday; Berlin is an hour ahead.
    expect(office.isOpen(at('2026-11-23T07:59:00Z'))).toBe(false);
    expect(office.nextChange(at('2026-11-23T07:59:00Z'))).toBe(at('2026-11-23T08:00:00Z'));
    expect(office.isOpen(at('2026-11-23T08:00:00Z'))).toBe(true);
    expect(office.nextChange(at('2026-11-23T08:00:00Z'))).toBe(at('2026-11-23T16:00:00Z'));
    expect(office.isOpen(at('2026-11-23T16:00:00Z'))).toBe(false);
    expect(office.nextChange(at('2026-11-24T16:00:00Z'))).toBe(at('2026-11-30T08:00:00Z'));
  });

  it('goes over midnight, also into a day that is an exception', () => {
    const night = schedule('UTC', ['Thu 22:00-02:00', 'Fri 22:00-02:00'], ['2026-12-25 closed']);
    // The 25th is a Friday: the night before ends as always, its own does not begin.
    expect(night.isOpen(at('2026-12-25T01:59:00Z'))).toBe(true);
    expect(night.isOpen(at('2026-12-25T22:00:00Z'))).toBe(false);
    expect(night.isOpen(at('2026-12-26T01:00:00Z'))).toBe(false);
    expect(night.isOpen(at('2026-12-18T23:00:00Z'))).toBe(true);
  });

  it('joins ranges that touch', () => {
    const days = schedule('UTC', ['Mon 00:00-24:00', 'Tue 00:00-10:00']);
    expect(days.nextChange(at('2026-11-23T12:00:00Z'))).toBe(at('2026-11-24T10:00:00Z'));
  });

  it('is never open or always', () => {
    expect(schedule('UTC', []).nextChange(at('2026-11-23T12:00:00Z'))).toBeNull();
    const all = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map(
      (day) => `${day} 00:00-24:00`,
    );
    expect(schedule('Europe/Berlin', all).isOpen(at('2026-03-29T01:30:00Z'))).toBe(true);
    expect(schedule('Europe/Berlin', all).nextChange(at('2026-11-23T12:00:00Z'))).toBeNull();
  });

  it('opens when the clock is set, where it skips the hour', () => {
    // On 2026-03-29 Berlin goes from 02:00 to 03:00, at 01:00 UTC.
    const spring = schedule('Europe/Berlin', ['Sun 02:30-05:00']);
    expect(spring.nextChange(at('2026-03-29T00:00:00Z'))).toBe(at('2026-03-29T01:00:00Z'));
    expect(spring.nextChange(at('2026-03-29T02:00:00Z'))).toBe(at('2026-03-29T03:00:00Z'));
  });

  it('is open both times where an hour comes twice', () => {
    // On 2026-10-25 Berlin shows 02:00 to 03:00 twice, from 00:00 and from 01:00 UTC.
    const autumn = schedule('Europe/Berlin', ['Sun 02:00-03:00']);
    expect(autumn.nextChange(at('2026-10-24T23:00:00Z'))).toBe(at('2026-10-25T00:00:00Z'));
    expect(autumn.nextChange(at('2026-10-25T00:30:00Z'))).toBe(at('2026-10-25T02:00:00Z'));
  });
});
