import { Link, useSearch } from 'wouter';
import { ApiError } from '../api/client';
import { t } from '../i18n';
import { Button, EmptyState, reasonOf } from '../ui';
import { useOne } from './api';
import { ObjectForm } from './form/object-form';
import { initialValues, type Kind, type Values, valuesOf } from './kinds';
import { kindTitle } from './texts';

export function ObjectPage({ kind, id }: { kind: Kind; id: string }) {
  const one = useOne(kind, id);
  if (one.data) {
    return <ObjectForm kind={kind} id={one.data.object.id} start={one.data} />;
  }
  if (one.error) return <Unread kind={kind} problem={one.error} onRetry={() => one.refetch()} />;
  return <p className="admin-loading muted">{t('admin.loading')}</p>;
}

// A new object, empty or like another one: `new?from=ID`.
export function NewPage({ kind }: { kind: Kind }) {
  const from = new URLSearchParams(useSearch()).get('from') ?? '';
  const one = useOne(kind, from, from !== '');
  const base = initialValues(kind);
  if (from === '') {
    return <ObjectForm kind={kind} id={null} start={{ object: base, etag: '' }} base={base} />;
  }
  if (one.data) {
    const object = likenessOf(kind, one.data.object);
    return <ObjectForm kind={kind} id={null} start={{ object, etag: '' }} base={base} />;
  }
  if (one.error) return <Unread kind={kind} problem={one.error} onRetry={() => one.refetch()} />;
  return <p className="admin-loading muted">{t('admin.loading')}</p>;
}

// What a duplicate begins with: all but what has to be its own.
function likenessOf(kind: Kind, object: Values): Values {
  const values = valuesOf(kind, object);
  if ('name' in values) values.name = t('admin.copyName', { name: String(values.name) });
  if ('username' in values) values.username = '';
  return values;
}

function Unread(props: { kind: Kind; problem: unknown; onRetry: () => void }) {
  const { kind, problem, onRetry } = props;
  const isGone = problem instanceof ApiError && problem.status === 404;
  return (
    <EmptyState icon="alert" title={isGone ? t('admin.noSuchObject') : t('shell.problem')}>
      {problem instanceof ApiError && !isGone ? <p>{reasonOf(problem)}</p> : null}
      {isGone ? (
        <Link href={`/${kind.id}`}>{kindTitle(kind.id)}</Link>
      ) : (
        <Button onPress={onRetry}>{t('shell.tryAgain')}</Button>
      )}
    </EmptyState>
  );
}
