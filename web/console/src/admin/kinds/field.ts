import type { Schemas } from '../../api/types';

// How the members of the API's objects are shown in forms. One description for each kind; the types
// see to it that it has a row for every member the API has.

// The kinds, by the end of their path in the API.
export type KindId =
  | 'deployments'
  | 'buttons'
  | 'skills'
  | 'agents'
  | 'agent-configs'
  | 'quick-texts'
  | 'sensitive-data-rules'
  | 'blocking-rules'
  | 'business-hours'
  | 'organization';

export type Values = Record<string, unknown>;

// What is wrong with a value: a text of the catalogue with its parameters.
export interface Problem {
  key: ProblemKey;
  parameters?: Record<string, string | number>;
}
export type ProblemKey =
  | 'needed'
  | 'tooLong'
  | 'oneLine'
  | 'noSpaces'
  | 'link'
  | 'origins'
  | 'notNumber'
  | 'notWhole'
  | 'range'
  | 'twice'
  | 'tooMany'
  | 'shorterThanTimeout'
  | 'notWithChoice'
  | 'neededToReplace'
  | 'pattern'
  | 'address'
  | 'addressKind'
  | 'addressOrder'
  | 'json'
  | 'hours'
  | 'timeZone'
  | 'someone';

interface Common<Initial> {
  group: string;
  initial: Initial;
  // Whether the form shows it, with these values. A value that is not shown is kept.
  when?: (values: Values) => boolean;
  // Takes the whole width of the form.
  isWide?: boolean;
}

export interface TextField extends Common<string> {
  type: 'text';
  min?: number;
  max: number;
  rows?: number;
  // Written by machines for machines: left to right, of equal width.
  isCode?: boolean;
  form?: 'link' | 'address' | 'word' | 'line';
  // Values that other objects of the kind have are offered.
  suggests?: boolean;
}
export interface NumberField extends Common<number> {
  type: 'number';
  min: number;
  max: number;
  unit?: 'seconds' | 'pixels';
}
export interface SwitchField extends Common<boolean> {
  type: 'switch';
}
export interface ChoiceField<Option extends string = string> extends Common<Option> {
  type: 'choice';
  options: readonly Option[];
}
export interface ReferenceField extends Common<''> {
  type: 'reference';
  to: KindId;
}
export interface ReferencesField extends Common<string[]> {
  type: 'references';
  to: KindId;
  max: number;
  // The order means something.
  isOrdered?: boolean;
}
export interface TextsField extends Common<string[]> {
  type: 'texts';
  max: number;
  itemMax: number;
  form?: 'origin';
  suggests?: boolean;
}
// A sum of powers of two, each a box to check.
export interface BitsField extends Common<number> {
  type: 'bits';
  bits: readonly number[];
}
export interface HoursField extends Common<string[]> {
  type: 'weekly' | 'exceptions';
}
export interface TimeZoneField extends Common<string> {
  type: 'timeZone';
}

export type Field =
  | TextField
  | NumberField
  | SwitchField
  | ChoiceField
  | ReferenceField
  | ReferencesField
  | TextsField
  | BitsField
  | HoursField
  | TimeZoneField;

type FieldFor<V> = [V] extends [boolean]
  ? SwitchField
  : [V] extends [number]
    ? NumberField | BitsField
    : [V] extends [string[]]
      ? ReferencesField | TextsField | HoursField
      : [V] extends [string]
        ? string extends V
          ? TextField | ReferenceField | TimeZoneField
          : ChoiceField<V>
        : never;

// A row for every member of the API's object but its id and the hidden ones.
export type FieldsOf<Object_, Hidden extends keyof Object_> = {
  [Name in Exclude<keyof Object_, 'id' | Hidden>]-?: FieldFor<NonNullable<Object_[Name]>>;
};

export interface Kind {
  id: KindId;
  // The name of the object's schema in the API's description.
  schema: keyof Schemas;
  // The beginning of the keys of its texts.
  text: string;
  // The first characters of its ids.
  prefix: string;
  groups: readonly string[];
  fields: Record<string, Field>;
  // Members of the API that no form shows, each with its reason.
  hidden: Record<string, string>;
  columns: readonly string[];
  // Members by which the list can be narrowed.
  filters: readonly string[];
  // What the bounds of single members do not say.
  check?: (values: Values) => Record<string, Problem>;
  titleOf: (values: Values) => string;
  // There is exactly one.
  isSingle?: boolean;
}

export interface KindOf<S extends keyof Schemas, Hidden extends keyof Schemas[S]>
  extends Omit<Kind, 'schema' | 'fields' | 'hidden'> {
  schema: S;
  fields: FieldsOf<Schemas[S], Hidden>;
  hidden: Record<Hidden, string>;
}

export function defineKind<S extends keyof Schemas, Hidden extends keyof Schemas[S] = never>(
  kind: KindOf<S, Hidden>,
): Kind {
  return kind as unknown as Kind;
}

export const nameOf = (values: Values) => String(values.name ?? '');

// Rows that many kinds have.
export const name: TextField = {
  type: 'text',
  group: 'basics',
  initial: '',
  min: 1,
  max: 255,
  form: 'line',
};
export const link = (group: string, more: Partial<TextField> = {}): TextField => ({
  type: 'text',
  group,
  initial: '',
  max: 255,
  form: 'link',
  ...more,
});
export const on = (group: string, more: Partial<SwitchField> = {}): SwitchField => ({
  type: 'switch',
  group,
  initial: true,
  ...more,
});
export const off = (group: string, more: Partial<SwitchField> = {}): SwitchField => ({
  type: 'switch',
  group,
  initial: false,
  ...more,
});
export const wait = (group: string, max: number, more: Partial<NumberField> = {}): NumberField => ({
  type: 'number',
  group,
  initial: 0,
  min: 0,
  max,
  unit: 'seconds',
  ...more,
});
export const count = (
  group: string,
  max: number,
  more: Partial<NumberField> = {},
): NumberField => ({ type: 'number', group, initial: 0, min: 0, max, ...more });
export const refers = (
  group: string,
  to: KindId,
  more: Partial<ReferencesField> = {},
): ReferencesField => ({ type: 'references', group, initial: [], to, max: 1000, ...more });

export const day = 86_400;
export const hour = 3600;
