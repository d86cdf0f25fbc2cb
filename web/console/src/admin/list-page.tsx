import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ApiError } from '../api/client';
import { type TextKey, t } from '../i18n';
import { Button, type Column, EmptyState, reasonOf, Select, Table, TextField } from '../ui';
import { type Configured, type Lists, titleOf, useList, useLists } from './api';
import { CurlLine } from './curl-line';
import { referencedKinds } from './form/conflict-dialog';
import { longId } from './ids';
import type { Kind } from './kinds';
import { contains } from './search';
import { fieldLabel, kindOne, kindTitle, valueText } from './texts';

// Rows shown at once; the search finds the others.
const rowsMax = 300;

// All objects of one kind.
export function ListPage({ kind }: { kind: Kind }) {
  const list = useList(kind.id);
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [narrowed, setNarrowed] = useState<Record<string, string>>({});
  const lists = useLists([
    ...referencedKinds(kind),
    ...(kind.prefix === '0BR' ? ['agents' as const] : []),
  ]);
  const all = list.data ?? [];
  const found = all
    .filter((object) => fits(kind, object, narrowed))
    .filter((object) => contains(query, searchText(kind, object, lists)))
    .sort((one, other) => titleOf(kind, one).localeCompare(titleOf(kind, other)));
  const isEmpty = list.isSuccess && all.length === 0;
  return (
    <div className="admin-page">
      <header className="admin-head">
        <div className="admin-head__main">
          <h1>{kindTitle(kind.id)}</h1>
          <p className="muted">{t(`admin.about_${kind.id}` as TextKey)}</p>
        </div>
        <div className="admin-head__actions">
          <Link href={`/${kind.id}/new`} className="ui-button ui-button--primary">
            {t('admin.makeOne', { kind: kindOne(kind.id) })}
          </Link>
        </div>
      </header>
      {list.error ? (
        <Problem problem={list.error} onRetry={() => void list.refetch()} />
      ) : isEmpty ? (
        <Lesson kind={kind} />
      ) : (
        <>
          <div className="admin-search">
            <TextField
              label={t('admin.search')}
              isLabelHidden
              placeholder={t('admin.search')}
              type="search"
              value={query}
              onChange={setQuery}
            />
            <Filters
              kind={kind}
              objects={all}
              lists={lists}
              chosen={narrowed}
              onChoose={(name, value) => setNarrowed((before) => ({ ...before, [name]: value }))}
            />
            <span className="muted" role="status">
              {list.isSuccess ? t('admin.found', { count: found.length }) : null}
            </span>
          </div>
          <Table
            label={kindTitle(kind.id)}
            columns={columnsOf(kind, lists)}
            items={found.slice(0, rowsMax)}
            idOf={(object) => object.id}
            onOpen={(id) => navigate(`/${kind.id}/${id}`)}
            empty={
              <p className="admin-nothing muted">
                {list.isSuccess ? t('admin.nothingFits') : t('admin.loading')}
              </p>
            }
          />
          {found.length > rowsMax ? (
            <p className="muted">{t('admin.moreRows', { shown: rowsMax, count: found.length })}</p>
          ) : null}
        </>
      )}
      <CurlLine method="GET" path={`/api/v1/admin/${kind.id}`} />
    </div>
  );
}

function columnsOf(kind: Kind, lists: Lists): Column<Configured>[] {
  return kind.columns.map((name, index) => ({
    id: name,
    title: fieldLabel(kind, name),
    isRowHeader: index === 0,
    isNumber: kind.fields[name]?.type === 'number',
    cell: (object) => (
      <span className={index === 0 ? 'admin-cell admin-cell--first' : 'admin-cell'} dir="auto">
        {valueText(kind, name, object[name], lists)}
      </span>
    ),
  }));
}

function searchText(kind: Kind, object: Configured, lists: Lists): string {
  const shown = kind.columns.map((name) => valueText(kind, name, object[name], lists));
  return [object.id, longId(object.id), ...shown].join(' ');
}

function fits(kind: Kind, object: Configured, narrowed: Record<string, string>): boolean {
  return kind.filters.every((name) => !narrowed[name] || object[name] === narrowed[name]);
}

interface FiltersProps {
  kind: Kind;
  objects: readonly Configured[];
  lists: Lists;
  chosen: Record<string, string>;
  onChoose: (name: string, value: string) => void;
}

function Filters({ kind, objects, lists, chosen, onChoose }: FiltersProps) {
  return kind.filters.map((name) => {
    const values = [...new Set(objects.map((object) => String(object[name] ?? '')))].filter(
      Boolean,
    );
    if (values.length < 2 && !chosen[name]) return null;
    const label = fieldLabel(kind, name);
    return (
      <Select
        key={name}
        label={label}
        isLabelHidden
        value={chosen[name] || 'any'}
        choices={[
          { id: 'any', label: t('admin.any', { field: label }) },
          ...values
            .sort()
            .map((value) => ({ id: value, label: valueText(kind, name, value, lists) })),
        ]}
        onChange={(value) => onChoose(name, value === 'any' ? '' : value)}
      />
    );
  });
}

// There are none yet: what they are for, and how to begin.
function Lesson({ kind }: { kind: Kind }) {
  return (
    <EmptyState title={t('admin.emptyTitle', { kinds: kindTitle(kind.id) })}>
      <p>{t(`admin.lesson_${kind.id}` as TextKey)}</p>
      <Link href={`/${kind.id}/new`} className="ui-button ui-button--primary">
        {t('admin.makeOne', { kind: kindOne(kind.id) })}
      </Link>
    </EmptyState>
  );
}

function Problem({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  return (
    <EmptyState icon="alert" title={t('shell.problem')}>
      {problem instanceof ApiError ? <p>{reasonOf(problem)}</p> : null}
      <Button onPress={onRetry}>{t('shell.tryAgain')}</Button>
    </EmptyState>
  );
}
