import { afterEach, describe, expect, it } from 'vitest';
import { duration, fileSize } from './format';
import { type Catalogue, currentLanguage, directionOf, setLanguage, t } from './index';
import { pseudo } from './pseudo';

const files = import.meta.glob<Catalogue>('./{en,de,ar}/*.json', {
  eager: true,
  import: 'default',
});
const areas = ['shell', 'chats', 'supervisor', 'admin'];
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const formsOf = (text: Catalogue[string]) =>
  typeof text === 'string' ? [text] : Object.values(text);

afterEach(() => setLanguage('en'));

describe.each(areas)('the texts of %s', (area) => {
  const english = files[`./en/${area}.json`] ?? {};

  it.each(['de', 'ar'])('have the same keys in %s', (language) => {
    expect(Object.keys(files[`./${language}/${area}.json`] ?? {}).sort()).toEqual(
      Object.keys(english).sort(),
    );
  });

  it.each(['en', 'de', 'ar'])('are not empty and have all plural forms in %s', (language) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(files[`./${language}/${area}.json`] ?? {})) {
      if (typeof text !== 'string')
        expect(Object.keys(text).sort(), key).toEqual([...wanted].sort());
      for (const form of formsOf(text)) expect(form.trim(), key).not.toBe('');
    }
  });

  it.each(['de', 'ar'])('name nothing in %s that English does not', (language) => {
    for (const [key, text] of Object.entries(files[`./${language}/${area}.json`] ?? {})) {
      const known = new Set(formsOf(english[key] ?? '').flatMap(placeholders));
      for (const form of formsOf(text)) {
        for (const name of placeholders(form)) expect(known, `${key}: ${name}`).toContain(name);
      }
    }
  });
});

describe('texts', () => {
  it('are filled and counted', async () => {
    expect(t('shell.capacity', { used: 1, max: 3 })).toBe('1 of 3 chats');
    expect(t('chats.messageCount', { count: 1 })).toBe('1 message');
    expect(t('chats.messageCount', { count: 1200 })).toBe('1,200 messages');
    await setLanguage('ar');
    expect(t('chats.messageCount', { count: 2 })).toBe('رسالتان');
    expect(directionOf()).toBe('rtl');
    expect(document.documentElement.dir).toBe('rtl');
  });

  it('of the pseudo-locale are marked', async () => {
    await setLanguage('pseudo');
    expect(currentLanguage()).toBe('pseudo');
    expect(t('shell.signIn')).toBe('⟦Sign in⟧');
    expect(pseudo({ a: { one: 'x', other: 'y' } })).toEqual({ a: { one: '⟦x⟧', other: '⟦y⟧' } });
  });

  it('of unknown fields stay as they are', () => {
    expect(t('chats.requestOf', {})).toBe('Request of {name}');
  });
});

describe('figures', () => {
  it('are written in the language', async () => {
    expect(duration(5)).toBe('0:05');
    expect(duration(761)).toBe('12:41');
    expect(duration(3723)).toBe('1:02:03');
    expect(duration(-4)).toBe('0:00');
    expect(fileSize(48_213)).toBe('48.2 kB');
    await setLanguage('de');
    expect(fileSize(1_500_000)).toBe('1,5 MB');
  });
});
