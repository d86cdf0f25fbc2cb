import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useLocation } from 'wouter';
import { t } from '../../i18n';
import { Button } from '../../ui';
import type { Tagged } from '../api';
import { type Kind, type Values, valuesOf } from '../kinds';
import { Panels } from '../panels';
import { groupHint, groupTitle } from '../texts';
import { ConflictDialog } from './conflict-dialog';
import { FieldRow } from './field-row';
import { FormHead } from './form-head';
import { LeaveGuard } from './leave-guard';
import { differences } from './model';
import { type Saving, useSaving } from './save';
import { type FormState, isFieldShown, useForm } from './use-form';

interface Props {
  kind: Kind;
  // None for a new object.
  id: string | null;
  start: { object: Values; etag: string };
  base?: Values;
}

// The page of one object: its members in groups, and beside them what they look like.
export function ObjectForm({ kind, id, start, base }: Props) {
  const isNew = id === null;
  const draftKey = `${kind.id}/${id ?? 'new'}`;
  const form = useForm({ kind, draftKey, start, isNew, base });
  const [, navigate] = useLocation();
  const body = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const saving = useSaving(kind, id, form, (tagged) => {
    form.rebase(tagged, valuesOf(kind, tagged.object));
    // After the guard knows that nothing is unsaved.
    if (isNew) setTimeout(() => navigate(`/${kind.id}/${tagged.object.id}`, { replace: true }));
  });
  const isOvertaken = useNewerState(kind, form, start, isNew);
  const isDirty = form.changed.length > 0;

  function submit(event?: FormEvent) {
    event?.preventDefault();
    form.showAll();
    const look = () => setTries((before) => before + 1);
    if (form.isValid) void saving.save().then(look);
    else look();
  }
  useSaveKey(isDirty, submit);
  // After a try that failed the focus is where something is wrong.
  useEffect(() => {
    if (tries > 0) focusFirstError(body.current);
  }, [tries]);

  return (
    <div className="admin-page" data-kind={kind.id}>
      <FormHead kind={kind} id={id} form={form} />
      <div className="admin-page__body">
        {/* What is wrong is told while one types, so that nothing moves when a field is left. */}
        <Form className="admin-form" ref={body} onSubmit={submit} validationBehavior="aria">
          {isOvertaken ? (
            <p className="admin-notice" role="status">
              {t('admin.changedMeanwhile')}{' '}
              <Button onPress={() => void saving.compare()}>{t('admin.compare')}</Button>
            </p>
          ) : null}
          <Groups kind={kind} form={form} isNew={isNew} />
          <SaveBar form={form} saving={saving} isNew={isNew} />
        </Form>
        <aside className="admin-aside" aria-label={t('admin.beside')}>
          <Panels
            kind={kind}
            id={id}
            values={form.values}
            object={start.object}
            etag={form.etag}
            set={form.set}
          />
        </aside>
      </div>
      <LeaveGuard isDirty={isDirty} onDiscard={form.discard} />
      {saving.theirs ? (
        <ConflictDialog
          kind={kind}
          base={form.base}
          mine={form.values}
          theirs={saving.theirs}
          onClose={saving.settle}
          onMerge={(values, isSaved) => merge(saving.theirs, values, isSaved)}
        />
      ) : null}
    </div>
  );

  function merge(theirs: Tagged | null, values: Values, isSaved: boolean) {
    if (!theirs) return;
    form.rebase(theirs, values);
    saving.settle();
    if (isSaved) void saving.save(values, theirs.etag);
  }
}

// The server has another state than the one the form rests on. Where nothing is typed, or nothing
// of the form differs, the form goes on from it; else true.
function useNewerState(
  kind: Kind,
  form: FormState,
  start: Props['start'],
  isNew: boolean,
): boolean {
  const theirs = valuesOf(kind, start.object);
  const isOther = !isNew && start.etag !== form.etag;
  const isDirty = form.changed.length > 0;
  const isSame = differences(kind, form.base, theirs, form.base).length === 0;
  const { rebase, values } = form;
  useEffect(() => {
    if (!isOther || (isDirty && !isSame)) return;
    const tagged = { object: start.object as Tagged['object'], etag: start.etag };
    rebase(tagged, isDirty ? values : valuesOf(kind, start.object));
  });
  return isOther && isDirty && !isSame;
}

function Groups({ kind, form, isNew }: { kind: Kind; form: FormState; isNew: boolean }) {
  return kind.groups.map((group) => {
    const names = Object.keys(kind.fields).filter(
      (name) => kind.fields[name]?.group === group && isFieldShown(kind, name, form),
    );
    if (names.length === 0) return null;
    const hint = groupHint(kind, group);
    return (
      <section key={group} className="admin-group" aria-labelledby={`group-${group}`}>
        <div className="admin-group__head">
          <h2 id={`group-${group}`}>{groupTitle(kind, group)}</h2>
          {hint ? <p className="muted">{hint}</p> : null}
        </div>
        <div className="admin-group__fields">
          {names.map((name) => (
            <FieldRow key={name} kind={kind} name={name} form={form} isNew={isNew} />
          ))}
        </div>
      </section>
    );
  });
}

interface SaveBarProps {
  form: FormState;
  saving: Saving;
  isNew: boolean;
}

function SaveBar({ form, saving, isNew }: SaveBarProps) {
  const isDirty = form.changed.length > 0;
  return (
    <div className="admin-save" data-dirty={isDirty || isNew || undefined}>
      <span role="status" className="admin-save__state">
        {isDirty && !isNew ? t('admin.changes', { count: form.changed.length }) : null}
      </span>
      <span role="alert" className="admin-save__problem" dir="auto">
        {saving.problem}
      </span>
      {isDirty || isNew ? (
        <>
          <Button isDisabled={!isDirty || saving.isBusy} onPress={form.discard}>
            {t('admin.discard')}
          </Button>
          <Button kind="primary" type="submit" isDisabled={saving.isBusy}>
            {isNew ? t('admin.create') : t('shell.save')}
          </Button>
        </>
      ) : (
        <span className="muted">{t('admin.allSaved')}</span>
      )}
    </div>
  );
}

// Ctrl or ⌘ with S saves.
function useSaveKey(isDirty: boolean, save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (!isDirty) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      latest.current();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [isDirty]);
}

function focusFirstError(form: HTMLFormElement | null): void {
  const invalid = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const error = [...(form?.querySelectorAll('.ui-field__error') ?? [])].find(
    (one) => one.textContent !== '',
  );
  const row = error?.closest('.admin-field');
  (invalid ?? row?.querySelector<HTMLElement>('input, textarea, button'))?.focus();
}
