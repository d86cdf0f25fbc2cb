import { useSyncExternalStore } from 'react';
import type adminKeys from './en/admin.json';
import type chatsKeys from './en/chats.json';
import type shellKeys from './en/shell.json';
import type supervisorKeys from './en/supervisor.json';
import { pseudo } from './pseudo';

// Every text the console shows, by key: `t('shell.signIn')`. One JSON file for each language and
// area; an area's texts are loaded with its route. A text with plural forms is an object with the
// categories of Intl.PluralRules and takes `count`.

export type Area = 'shell' | 'chats' | 'supervisor' | 'admin';
export type Language = 'en' | 'de' | 'ar' | 'pseudo';
type Keys<A extends Area, C> = `${A}.${Extract<keyof C, string>}`;
export type TextKey =
  | Keys<'shell', typeof shellKeys>
  | Keys<'chats', typeof chatsKeys>
  | Keys<'supervisor', typeof supervisorKeys>
  | Keys<'admin', typeof adminKeys>;

type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Catalogue = Record<string, Text>;
export type Parameters = Record<string, string | number>;

export const languages: { id: Language; name: string; locale: string }[] = [
  { id: 'en', name: 'English', locale: 'en-US' },
  { id: 'de', name: 'Deutsch', locale: 'de-DE' },
  { id: 'ar', name: 'العربية', locale: 'ar-AE' },
];
// Shows which texts do not come from the catalogue; for tests.
const pseudoLanguage = { id: 'pseudo' as const, name: '⟦⟧', locale: 'en-US' };

const storageKey = 'rejoinder.language';
const files = import.meta.glob<{ default: Catalogue }>('./{en,de,ar}/*.json');

let language: Language = firstLanguage();
let texts: Partial<Record<Area, Catalogue>> = {};
const wanted = new Set<Area>();
const listeners = new Set<() => void>();

function firstLanguage(): Language {
  const stored = read(storageKey);
  const known = [...languages, pseudoLanguage].find((one) => one.id === stored);
  if (known) return known.id;
  const prefixes = navigator.languages?.map((tag) => tag.slice(0, 2)) ?? [];
  return languages.find((one) => prefixes.includes(one.id))?.id ?? 'en';
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

async function fileOf(of: Language, area: Area): Promise<Catalogue> {
  const isPseudo = of === 'pseudo';
  const load = files[`./${isPseudo ? 'en' : of}/${area}.json`];
  if (!load) throw new Error(`no texts for ${of}/${area}`);
  const catalogue = (await load()).default;
  return isPseudo ? pseudo(catalogue) : catalogue;
}

// Loads an area's texts in the present language.
export async function loadArea(area: Area): Promise<void> {
  wanted.add(area);
  if (texts[area]) return;
  const of = language;
  const catalogue = await fileOf(of, area);
  if (of !== language) return loadArea(area);
  texts = { ...texts, [area]: catalogue };
}

export async function setLanguage(next: Language): Promise<void> {
  const areas = [...wanted];
  const loaded = await Promise.all(areas.map((area) => fileOf(next, area)));
  language = next;
  texts = Object.fromEntries(areas.map((area, index) => [area, loaded[index]]));
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Without storage the language holds until the page is left.
  }
  applyToPage();
  for (const listener of listeners) listener();
}

export function currentLanguage(): Language {
  return language;
}

export function localeOf(of: Language = language): string {
  return languages.find((one) => one.id === of)?.locale ?? pseudoLanguage.locale;
}

export function directionOf(of: Language = language): 'ltr' | 'rtl' {
  return of === 'ar' ? 'rtl' : 'ltr';
}

export function applyToPage(): void {
  document.documentElement.lang = localeOf().slice(0, 2);
  document.documentElement.dir = directionOf();
}

// The text of a key in the present language.
export function t(key: TextKey, parameters: Parameters = {}): string {
  const dot = key.indexOf('.');
  const area = key.slice(0, dot) as Area;
  const text = texts[area]?.[key.slice(dot + 1)];
  if (text === undefined) return key;
  return fill(formOf(text, parameters), parameters);
}

// The text of a key that is made at run time, such as that of an entry's type; else `fallback`.
export function tMaybe(key: string, fallback: string, parameters: Parameters = {}): string {
  const dot = key.indexOf('.');
  const text = texts[key.slice(0, dot) as Area]?.[key.slice(dot + 1)];
  return text === undefined ? fallback : fill(formOf(text, parameters), parameters);
}

function formOf(text: Text, parameters: Parameters): string {
  if (typeof text === 'string') return text;
  const form = new Intl.PluralRules(localeOf()).select(Number(parameters.count ?? 0));
  return text[form] ?? text.other ?? '';
}

function fill(text: string, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(localeOf()).format(value) : value;
  });
}

// The language; the component renders again when it changes.
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
