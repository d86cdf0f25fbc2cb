import { useEffect, useState } from 'react';
import type { Tagged } from '../api';
import { type Kind, type Values, valuesOf } from '../kinds';
import { problemText } from '../texts';
import { type Draft, draftOf, dropDraft, keepDraft } from './drafts';
import { changedFields, isShown, problemsOf } from './model';

export interface FormState {
  values: Values;
  base: Values;
  etag: string;
  changed: string[];
  // What is wrong, by member: what the server said, else what the bounds say.
  errors: Record<string, string>;
  isValid: boolean;
  set: (name: string, value: unknown) => void;
  undo: (name: string) => void;
  discard: () => void;
  // Goes on from another state of the object, with these values.
  rebase: (tagged: Tagged, values: Values) => void;
  refuse: (errors: Record<string, string>) => void;
  showAll: () => void;
}

interface Options {
  kind: Kind;
  draftKey: string;
  // What an existing object is, or what a new one begins with.
  start: { object: Values; etag: string };
  isNew: boolean;
  // For a new object: what it is without anything typed.
  base?: Values;
}

function initialDraft({ kind, draftKey, start, base }: Options): Draft {
  const values = valuesOf(kind, start.object);
  return draftOf(draftKey) ?? { base: base ?? values, etag: start.etag, values };
}

// The values of one form, which are kept while it is made anew.
export function useForm(options: Options): FormState {
  const { kind, draftKey, isNew } = options;
  const [draft, setDraft] = useState<Draft>(() => initialDraft(options));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isAllShown, setAllShown] = useState(!isNew);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const changed = changedFields(kind, draft.base, draft.values);

  useEffect(() => {
    if (changed.length > 0) keepDraft(draftKey, draft);
    else dropDraft(draftKey);
  }, [draftKey, draft, changed.length]);

  const problems = problemsOf(kind, draft.values);
  const errors: Record<string, string> = {};
  for (const [name, problem] of Object.entries(problems)) {
    if (isAllShown || touched.has(name)) errors[name] = problemText(problem);
  }

  return {
    ...draft,
    changed,
    errors: { ...errors, ...refused },
    isValid: Object.keys(problems).length === 0,
    set(name, value) {
      setDraft((before) => ({ ...before, values: { ...before.values, [name]: value } }));
      setTouched((before) => new Set(before).add(name));
      setRefused(({ [name]: _, ...rest }) => rest);
    },
    undo(name) {
      setDraft((before) => ({
        ...before,
        values: { ...before.values, [name]: before.base[name] },
      }));
      setRefused(({ [name]: _, ...rest }) => rest);
    },
    discard() {
      setDraft((before) => ({ ...before, values: before.base }));
      setTouched(new Set());
      setAllShown(!isNew);
      setRefused({});
    },
    rebase(tagged, values) {
      setDraft({ base: valuesOf(kind, tagged.object), etag: tagged.etag, values });
      setRefused({});
    },
    refuse: setRefused,
    showAll: () => setAllShown(true),
  };
}

// Members that are wrong and not shown keep a form from being saved, so they are shown.
export function isFieldShown(kind: Kind, name: string, form: FormState): boolean {
  const field = kind.fields[name];
  return field !== undefined && (isShown(field, form.values) || name in form.errors);
}
