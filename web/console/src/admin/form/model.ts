import { addressOf } from '../addresses';
import { type Field, fieldsOf, type Kind, type Problem, type Values } from '../kinds';

// What a form knows of the values it edits; pure.

export type Problems = Record<string, Problem>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export function changedFields(kind: Kind, base: Values, values: Values): string[] {
  return fieldsOf(kind)
    .map(([name]) => name)
    .filter((name) => !same(base[name], values[name]));
}

export function isShown(field: Field, values: Values): boolean {
  return field.when?.(values) ?? true;
}

// What the API's bounds say of each value.
export function problemsOf(kind: Kind, values: Values): Problems {
  const problems: Problems = kind.check?.(values) ?? {};
  for (const [name, field] of fieldsOf(kind)) {
    const problem = problemOf(field, values[name]);
    if (problem) problems[name] = problem;
  }
  return problems;
}

function problemOf(field: Field, value: unknown): Problem | null {
  switch (field.type) {
    case 'text':
      return problemOfText(field, String(value));
    case 'number':
      return problemOfNumber(field, value);
    case 'texts':
      return problemOfTexts(field, value as string[]);
    case 'references':
      return problemOfList(value as string[], field.max);
    default:
      return null;
  }
}

const characters = (text: string) => [...text].length;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what the API refuses
const control = /[\u0000-\u001f\u007f]/;
const linkForm = /^(https?:\/\/|\/)[^\s"<>\\]*$/;
const originForm = /^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;

function problemOfText(field: Extract<Field, { type: 'text' }>, text: string): Problem | null {
  if (field.min && text === '') return { key: 'needed' };
  if (characters(text) > field.max) return { key: 'tooLong', parameters: { max: field.max } };
  if (text === '') return null;
  switch (field.form) {
    case 'line':
      return control.test(text) ? { key: 'oneLine' } : null;
    case 'word':
      return /\s/.test(text) ? { key: 'noSpaces' } : null;
    case 'link':
      return linkForm.test(text) ? null : { key: 'link' };
    case 'address':
      return addressOf(text) ? null : { key: 'address' };
    default:
      return null;
  }
}

function problemOfNumber(field: Extract<Field, { type: 'number' }>, value: unknown) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { key: 'notNumber' } as const;
  if (field.unit !== 'seconds' && !Number.isInteger(value)) return { key: 'notWhole' } as const;
  if (value < field.min || value > field.max)
    return { key: 'range', parameters: { min: field.min, max: field.max } } as const;
  return null;
}

function problemOfList(list: readonly string[], max: number): Problem | null {
  if (list.length > max) return { key: 'tooMany', parameters: { max } };
  return new Set(list).size < list.length ? { key: 'twice' } : null;
}

function problemOfTexts(field: Extract<Field, { type: 'texts' }>, list: string[]): Problem | null {
  for (const text of list) {
    if (characters(text) > field.itemMax)
      return { key: 'tooLong', parameters: { max: field.itemMax } };
    if (control.test(text)) return { key: 'oneLine' };
    if (field.form === 'origin' && !originForm.test(text)) return { key: 'origins' };
  }
  return problemOfList(list, field.max);
}

// What a save sends: the described members, and the id of an object that has one.
export function bodyOf(kind: Kind, values: Values, id?: string): Values {
  const described = Object.fromEntries(fieldsOf(kind).map(([name]) => [name, values[name]]));
  return id === undefined ? described : { id, ...described };
}

// ---- Two editors at once

export type Side = 'theirs' | 'mine';

export interface Difference {
  name: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
  // Whose change it is; with both, and different ones, somebody has to choose.
  by: Side | 'both';
}

// The members that differ, when both began with `base`. The same change made twice is none.
export function differences(kind: Kind, base: Values, theirs: Values, mine: Values): Difference[] {
  const found: Difference[] = [];
  for (const [name] of fieldsOf(kind)) {
    if (same(theirs[name], mine[name])) continue;
    const isTheirs = !same(base[name], theirs[name]);
    const isMine = !same(base[name], mine[name]);
    const by = isTheirs && isMine ? 'both' : isTheirs ? 'theirs' : 'mine';
    found.push({ name, base: base[name], theirs: theirs[name], mine: mine[name], by });
  }
  return found;
}

export function usualChoices(found: readonly Difference[]): Record<string, Side> {
  return Object.fromEntries(
    found.map((one) => [one.name, one.by === 'theirs' ? 'theirs' : 'mine']),
  );
}

// `theirs` with the members that were chosen from `mine`.
export function merged(
  theirs: Values,
  found: readonly Difference[],
  choices: Record<string, Side>,
): Values {
  const result = { ...theirs };
  for (const one of found) if (choices[one.name] === 'mine') result[one.name] = one.mine;
  return result;
}
