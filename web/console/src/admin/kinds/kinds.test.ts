import { describe, expect, it } from 'vitest';
import openapi from '../../../../../src/app/api/openapi.yaml?raw';
import english from '../../i18n/en/admin.json';
import { type Field, fieldsOf, type KindId, kindGroups, kinds } from '.';

// The forms against the API's description: a member the API gets, or a bound that it changes, fails
// here.

// What the description says of each member, as text.
function membersOf(schema: string): Map<string, string> {
  const block = new RegExp(`^ {4}${schema}:\\n((?: {6}.*\\n|\\n)+)`, 'm').exec(openapi)?.[1] ?? '';
  const properties = /^ {6}properties:\n((?: {8}.*\n|\n)+)/m.exec(block)?.[1] ?? '';
  const members = new Map<string, string>();
  let name = '';
  for (const line of properties.split('\n')) {
    const begins = /^ {8}(\w+):(.*)$/.exec(line);
    if (begins) {
      name = begins[1] ?? '';
      members.set(name, begins[2] ?? '');
    } else if (name) {
      members.set(name, `${members.get(name)} ${line.trim()}`);
    }
  }
  return members;
}

function numberAt(text: string, key: string): number | undefined {
  const found = new RegExp(`\\b${key}: (-?[\\d.]+)`).exec(text);
  return found ? Number(found[1]) : undefined;
}

function valueAt(text: string, key: string): string | undefined {
  return new RegExp(`\\b${key}: ([\\w.-]+)`).exec(text)?.[1];
}

const all = Object.values(kinds);
const cases = all.flatMap((kind) =>
  fieldsOf(kind).map(([name, field]) => ({ kind, name, field, title: `${kind.id} ${name}` })),
);
const partOf = (text: string) => text.replace(/items: *\{[^}]*\}/, '');

describe.each(all)('the form of $id', (kind) => {
  const members = membersOf(kind.schema);

  it('has every member of the API, or says why not', () => {
    expect(members.size).toBeGreaterThan(0);
    const shown = [...Object.keys(kind.fields), ...Object.keys(kind.hidden), 'id'];
    expect(shown.sort()).toEqual([...members.keys()].sort());
    for (const reason of Object.values(kind.hidden)) expect(reason).not.toBe('');
  });

  it('puts each member into a group it shows', () => {
    for (const [, field] of fieldsOf(kind)) expect(kind.groups).toContain(field.group);
  });

  it('lists and narrows by members there are', () => {
    for (const name of [...kind.columns, ...kind.filters])
      expect([...members.keys()]).toContain(name);
  });

  it('knows its ids', () => {
    const id = members.get('id') ?? '';
    const schema = /schemas\/(\w+)/.exec(id)?.[1];
    const pattern = new RegExp(`^ {4}${schema}: .*pattern: "\\^(\\w{3})`, 'm').exec(openapi)?.[1];
    expect(pattern).toBe(kind.prefix);
  });
});

describe('bounds are those of the API', () => {
  it.each(cases)('$title', ({ kind, name, field }) => {
    const text = membersOf(kind.schema).get(name) ?? '';
    const own = partOf(text);
    if (field.type === 'number') {
      expect([field.min, field.max]).toEqual([numberAt(own, 'minimum'), numberAt(own, 'maximum')]);
      expect(field.unit === 'seconds').toBe(/type: number/.test(own));
    }
    if (field.type === 'bits')
      expect(field.bits.reduce((sum, bit) => sum + bit)).toBe(numberAt(own, 'maximum'));
    if (field.type === 'text' && /maxLength/.test(own))
      expect([field.min, field.max]).toEqual([
        numberAt(own, 'minLength'),
        numberAt(own, 'maxLength'),
      ]);
    if (field.type === 'texts' || field.type === 'references') {
      const most = numberAt(own, 'maxItems');
      if (most !== undefined) expect(field.max).toBe(most);
    }
    if (field.type === 'choice') {
      const names = /enum: *\[([^\]]*)\]/.exec(own)?.[1] ?? '';
      const options = names.split(',').map((one) => one.trim().replaceAll('"', ''));
      expect([...field.options].sort()).toEqual(options.sort());
    }
    expect(field.type === 'text' && field.form === 'link').toBe(/schemas\/Link/.test(own));
  });

  it.each(cases)('$title begins as the API has it', ({ kind, name, field }) => {
    const said = valueAt(membersOf(kind.schema).get(name) ?? '', 'default');
    if (said !== undefined) expect(String(field.initial)).toBe(said);
    else if (field.type === 'switch') expect(field.initial).toBe(false);
  });
});

const optionsOf = (field: Field): string[] => {
  if (field.type === 'choice') return [...field.options];
  return field.type === 'bits' ? field.bits.map(String) : [];
};

// The other languages have the same keys; a test of theirs sees to that.
describe('the texts', () => {
  const keys = new Set(Object.keys(english));
  const isThere = (...candidates: string[]) => candidates.some((key) => keys.has(key));

  it('name everything', () => {
    for (const { kind, name, field } of cases) {
      expect(isThere(`${kind.text}_${name}`, `field_${name}`), `${kind.id} ${name}`).toBe(true);
      for (const option of optionsOf(field)) {
        const end = option || 'none';
        const own = `${kind.text}_${name}_${end}`;
        expect(isThere(own, `option_${name}_${end}`, `option_${end}`), own).toBe(true);
      }
    }
    for (const kind of all) {
      const groups = kind.groups.map((group) => `group_${group}`);
      const wanted = [`kind_${kind.id}`, `one_${kind.id}`, ...groups];
      if (!kind.isSingle) wanted.push(`about_${kind.id}`, `lesson_${kind.id}`);
      for (const key of wanted) expect(isThere(key), key).toBe(true);
    }
  });

  it('name no member that is not there', () => {
    for (const kind of all) {
      const members = [...Object.keys(kind.fields), ...Object.keys(kind.hidden)];
      const own = [...keys].filter((key) => key.startsWith(`${kind.text}_`));
      for (const key of own) expect(members, key).toContain(key.split('_')[1]);
    }
  });
});

describe('the navigation', () => {
  it('leads to each kind once', () => {
    const listed: KindId[] = kindGroups.flatMap((group) => group.kinds);
    expect([...listed].sort()).toEqual(Object.keys(kinds).sort());
  });
});
