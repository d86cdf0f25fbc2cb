import { useRef, useState } from 'react';
import { ApiError, newKey } from '../../api/client';
import { t } from '../../i18n';
import { reasonOf, toast } from '../../ui';
import { create, readAgain, replace, type Tagged, useRemember } from '../api';
import type { Kind, Values } from '../kinds';
import { titleOfValues } from '../texts';
import { bodyOf } from './model';
import type { FormState } from './use-form';

export interface Saving {
  isBusy: boolean;
  // Why the last save failed, where no single member is what is wrong.
  problem: string;
  // What somebody else has saved meanwhile.
  theirs: Tagged | null;
  save: (values?: Values, etag?: string) => Promise<void>;
  compare: () => Promise<void>;
  settle: () => void;
}

// Saves a form. `onSaved` is called with what the server made of it.
export function useSaving(
  kind: Kind,
  id: string | null,
  form: FormState,
  onSaved: (tagged: Tagged) => void,
): Saving {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [theirs, setTheirs] = useState<Tagged | null>(null);
  const remember = useRemember();
  // A creation whose answer was lost is repeated with its key, until the form says something else.
  const creation = useRef({ key: '', body: '' });

  function keyOf(body: Values): string {
    const text = JSON.stringify(body);
    if (creation.current.body !== text) creation.current = { key: newKey(), body: text };
    return creation.current.key;
  }

  async function compare() {
    if (!id) return;
    try {
      const read = await readAgain(kind, id);
      remember(kind, read);
      setTheirs(read);
    } catch (caught) {
      setProblem(textOf(caught));
    }
  }

  async function save(values = form.values, etag = form.etag) {
    if (isBusy) return;
    setBusy(true);
    setProblem('');
    try {
      const body = bodyOf(kind, values, id ?? undefined);
      const tagged = id
        ? await replace(kind, id, body, etag)
        : await create(kind, body, keyOf(body));
      setTheirs(null);
      remember(kind, tagged);
      toast(t('admin.saved', { title: titleOfValues(kind, values, kind.id) }));
      onSaved(tagged);
    } catch (caught) {
      if (caught instanceof ApiError && caught.status === 412) await compare();
      else refuse(caught);
    } finally {
      setBusy(false);
    }
  }

  function refuse(caught: unknown) {
    const errors = caught instanceof ApiError ? errorsOf(caught) : {};
    const known = Object.entries(errors).filter(([name]) => name in kind.fields);
    form.refuse(Object.fromEntries(known));
    const unknown = Object.entries(errors).filter(([name]) => !(name in kind.fields));
    if (known.length === 0 || unknown.length > 0) setProblem(textOf(caught, unknown));
  }

  return { isBusy, problem, theirs, save, compare, settle: () => setTheirs(null) };
}

// What the server says of each member, by `#/member` or `#/member/0`.
export function errorsOf(problem: ApiError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { pointer, detail } of problem.errors) {
    const name = pointer.replace(/^#?\//, '').split('/')[0] ?? '';
    errors[name] = errors[name] ? `${errors[name]} ${detail}` : detail;
  }
  return errors;
}

function textOf(caught: unknown, errors: [string, string][] = []): string {
  if (!(caught instanceof ApiError)) throw caught;
  if (caught.status === 404) return t('admin.goneMeanwhile');
  return [reasonOf(caught), ...errors.map(([name, detail]) => `${name}: ${detail}`)].join(' ');
}
