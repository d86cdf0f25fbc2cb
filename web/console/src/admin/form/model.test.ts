import { describe, expect, it } from 'vitest';
import { initialValues, kinds, type Values, valuesOf } from '../kinds';
import {
  bodyOf,
  changedFields,
  differences,
  isShown,
  merged,
  problemsOf,
  usualChoices,
} from './model';

const button = (values: Values = {}): Values => ({
  ...initialValues(kinds.buttons),
  name: 'Chat',
  ...values,
});
const problem = (kind: keyof typeof kinds, values: Values) =>
  problemsOf(kinds[kind], { ...initialValues(kinds[kind]), ...values });

describe('what a form says of values', () => {
  it('is nothing for sound ones', () => {
    expect(problemsOf(kinds.buttons, button())).toEqual({});
  });

  it('names what is missing, too long or of several lines', () => {
    expect(problem('buttons', {}).name?.key).toBe('needed');
    expect(problem('buttons', { name: 'x'.repeat(255) }).name).toBeUndefined();
    expect(problem('buttons', { name: 'x'.repeat(256) }).name?.key).toBe('tooLong');
    expect(problem('buttons', { name: '😀'.repeat(255) }).name).toBeUndefined();
    expect(problem('buttons', { name: 'a\nb' }).name?.key).toBe('oneLine');
    expect(problem('agents', { username: 'a b' }).username?.key).toBe('noSpaces');
  });

  it('holds numbers to their bounds, and whole ones whole', () => {
    const push = (pushTimeout: unknown) => problemsOf(kinds.buttons, button({ pushTimeout }));
    expect(push(3600)).toEqual({});
    expect(push(0.5)).toEqual({});
    expect(push(3600.1).pushTimeout).toEqual({ key: 'range', parameters: { min: 0, max: 3600 } });
    expect(push('soon').pushTimeout?.key).toBe('notNumber');
    expect(problemsOf(kinds.buttons, button({ priority: 1.5 })).priority?.key).toBe('notWhole');
  });

  it('knows links and origins', () => {
    const site = (text: string) => problemsOf(kinds.buttons, button({ site: text })).site?.key;
    for (const good of ['', '/x', 'https://a.example/b?c=d', 'http://a'])
      expect(site(good), good).toBeUndefined();
    for (const bad of ['a.example', 'javascript:x', 'https://a b', '/a"'])
      expect(site(bad), bad).toBe('link');
    const origins = (list: string[]) =>
      problem('deployments', { name: 'Shop', allowedOrigins: list }).allowedOrigins?.key;
    expect(origins(['https://shop.example', 'http://localhost:8080'])).toBeUndefined();
    expect(origins(['https://shop.example/'])).toBe('origins');
    expect(origins(['https://a.example', 'https://a.example'])).toBe('twice');
  });

  it('sees members that contradict each other', () => {
    const bad = button({ isAutoAccept: true, routingType: 'Choice' });
    expect(problemsOf(kinds.buttons, bad).isAutoAccept?.key).toBe('notWithChoice');
    expect(
      problem('deployments', { name: 'x', connectionWarning: 150 }).connectionWarning?.key,
    ).toBe('shorterThanTimeout');
    const idle = button({ chasitorIdleTimeout: 60, chasitorIdleTimeoutWarning: 60 });
    expect(problemsOf(kinds.buttons, idle).chasitorIdleTimeoutWarning?.key).toBe(
      'shorterThanTimeout',
    );
    const rule = { name: 'x', pattern: 'y', actionType: 'Replace' };
    expect(problem('sensitive-data-rules', rule).replacement?.key).toBe('neededToReplace');
    expect(problem('sensitive-data-rules', { ...rule, pattern: '(' }).pattern?.key).toBe('pattern');
    expect(problem('buttons', { name: 'x', inviteRules: '[]' }).inviteRules?.key).toBe('json');
    expect(problem('buttons', { name: 'x', inviteRules: '{"rules":[]}' })).toEqual({});
  });

  it('holds ranges of addresses in order', () => {
    const to = (fromAddress: string, toAddress: string) =>
      problem('blocking-rules', { fromAddress, toAddress }).toAddress?.key;
    expect(to('192.0.2.1', '192.0.2.9')).toBeUndefined();
    expect(to('192.0.2.9', '192.0.2.1')).toBe('addressOrder');
    expect(to('192.0.2.9', '::1')).toBe('addressKind');
    expect(to('192.0.2.9', '192.0.2')).toBe('address');
  });
});

describe('members', () => {
  it('of invitations are shown for invitations only, and sent always', () => {
    const field = kinds.buttons.fields.inviteRenderer;
    if (!field) throw new Error('no such member');
    expect(isShown(field, button())).toBe(false);
    expect(isShown(field, button({ type: 'Invite' }))).toBe(true);
    expect(bodyOf(kinds.buttons, button(), '573000000000001')).toMatchObject({
      id: '573000000000001',
      inviteRenderer: 'Slide',
    });
  });

  it('that the form does not have are not sent', () => {
    const agent = { id: '005000000000001', name: 'Ann', hasPassword: true, capacity: 3 };
    expect(bodyOf(kinds.agents, valuesOf(kinds.agents, agent))).not.toHaveProperty('hasPassword');
  });
});

describe('two editors', () => {
  const base = button({ priority: 5, autoGreeting: 'Hi', language: 'en_US' });
  const theirs = { ...base, priority: 7, autoGreeting: 'Hello', hasQueue: false };
  const mine = { ...base, autoGreeting: 'Good day', language: 'de_DE', hasQueue: false };

  it('are told apart by what each of them changed', () => {
    const found = differences(kinds.buttons, base, theirs, mine);
    expect(found.map((one) => [one.name, one.by]).sort()).toEqual([
      ['autoGreeting', 'both'],
      ['language', 'mine'],
      ['priority', 'theirs'],
    ]);
    expect(found.find((one) => one.name === 'autoGreeting')).toMatchObject({
      base: 'Hi',
      theirs: 'Hello',
      mine: 'Good day',
    });
  });

  it('keep both changes where these do not meet', () => {
    const found = differences(kinds.buttons, base, theirs, mine);
    const result = merged(theirs, found, usualChoices(found));
    expect(result).toMatchObject({
      priority: 7,
      language: 'de_DE',
      autoGreeting: 'Good day',
      hasQueue: false,
    });
  });

  it('have what was chosen', () => {
    const found = differences(kinds.buttons, base, theirs, mine);
    const result = merged(theirs, found, { language: 'theirs', autoGreeting: 'theirs' });
    expect(changedFields(kinds.buttons, theirs, result)).toEqual([]);
  });
});
