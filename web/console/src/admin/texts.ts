import { localeOf, type TextKey, t, tMaybe } from '../i18n';
import { dateTime, number } from '../i18n/format';
import { type Lists, titleIn } from './api';
import { readWeek, spanOf } from './hours/lines';
import type { Field, Kind, KindId, Problem, Values } from './kinds';
import { kinds } from './kinds';

// The texts of kinds, their members and values. Members that several kinds have share a text.

export function fieldLabel(kind: Kind, name: string): string {
  return tMaybe(`admin.${kind.text}_${name}`, tMaybe(`admin.field_${name}`, name));
}

export function fieldHint(kind: Kind, name: string): string {
  return tMaybe(`admin.${kind.text}_${name}_hint`, tMaybe(`admin.field_${name}_hint`, ''));
}

export function optionLabel(kind: Kind, name: string, option: string): string {
  const end = option === '' ? 'none' : option;
  return tMaybe(
    `admin.${kind.text}_${name}_${end}`,
    tMaybe(`admin.option_${name}_${end}`, tMaybe(`admin.option_${end}`, option)),
  );
}

export function groupTitle(kind: Kind, group: string): string {
  return tMaybe(`admin.group_${kind.text}_${group}`, tMaybe(`admin.group_${group}`, group));
}

export function groupHint(kind: Kind, group: string): string {
  return tMaybe(`admin.group_${kind.text}_${group}_hint`, '');
}

export function problemText(problem: Problem): string {
  return t(`admin.problem_${problem.key}`, problem.parameters);
}

// The kind's name in the plural, as its list is called.
export function kindTitle(id: KindId): string {
  return t(`admin.kind_${id}` as TextKey);
}

export function kindOne(id: KindId): string {
  return t(`admin.one_${id}` as TextKey);
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

// `2 min 30 sec`
export function secondsText(seconds: number): string {
  if (seconds === 0) return number(0, { style: 'unit', unit: 'second' });
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of units) {
    const amount = unit === 'second' ? rest : Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(number(amount, { style: 'unit', unit, maximumFractionDigits: 3 }));
  }
  return parts.join(' ');
}

const list = (texts: string[]) => texts.join(t('admin.listComma'));
const none = '–';

// A value as a list or the conflict view shows it.
export function valueText(kind: Kind, name: string, value: unknown, lists: Lists): string {
  const field = kind.fields[name];
  if (!field) return hiddenText(name, value, lists);
  if (Array.isArray(value) && value.length === 0) return none;
  return textOf(kind, name, field, value, lists) || none;
}

function textOf(kind: Kind, name: string, field: Field, value: unknown, lists: Lists): string {
  switch (field.type) {
    case 'switch':
      return t(value ? 'admin.yes' : 'admin.no');
    case 'number':
      if (typeof value !== 'number') return String(value);
      return field.unit === 'seconds' ? secondsText(value) : number(value);
    case 'choice':
      return optionLabel(kind, name, String(value));
    case 'bits':
      return list(
        field.bits
          .filter((bit) => (Number(value) & bit) !== 0)
          .map((bit) => optionLabel(kind, name, String(bit))),
      );
    case 'reference':
      return value ? titleIn(lists, field.to, String(value)) : '';
    case 'references':
      return list((value as string[]).map((id) => titleIn(lists, field.to, id)));
    case 'texts':
    case 'exceptions':
      return list(value as string[]);
    case 'weekly':
      return weekText(value as string[]);
    default:
      return String(value);
  }
}

function hiddenText(name: string, value: unknown, lists: Lists): string {
  if (typeof value === 'number') return value > 0 ? dateTime(value) : none;
  if (name === 'agent' && value) return titleIn(lists, 'agents', String(value));
  if (name === 'ownerType') return optionLabel(kinds['blocking-rules'], name, String(value));
  return String(value ?? '') || none;
}

// `Mon 09:00-17:00, …`, with the days in the reader's language.
export function weekText(lines: readonly string[]): string {
  const week = readWeek(lines);
  return list(
    Object.entries(week)
      .filter(([, ranges]) => ranges.length > 0)
      .map(([day, ranges]) => {
        const spans = ranges.filter(spanOf).map((range) => `${range.from}–${range.to}`);
        return `${dayName(day, 'short')} ${spans.join(' ')}`;
      }),
  );
}

const monday = Date.UTC(2024, 0, 1);
const dayOrder = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function dayName(day: string, weekday: 'short' | 'long'): string {
  const at = monday + dayOrder.indexOf(day) * 86_400_000;
  return new Intl.DateTimeFormat(localeOf(), { weekday, timeZone: 'UTC' }).format(at);
}

export function titleOfValues(kind: Kind, values: Values, fallback: string): string {
  return kind.titleOf(values).trim() || fallback;
}
