import { Link } from 'wouter';
import { t } from '../../i18n';
import { type Configured, titleOf, useList } from '../api';
import { type KindId, kinds } from '../kinds';
import { kindOne } from '../texts';
import { Adder, Combo, type ComboItem } from './combo';
import { GroupField } from './group-field';
import { RowList } from './row-list';

interface Props<Value> {
  label: string;
  hint: string;
  error?: string;
  to: KindId;
  value: Value;
  onChange: (value: Value) => void;
}

export function itemsOf(to: KindId, objects: readonly Configured[]): ComboItem[] {
  return objects
    .map((object) => ({
      id: object.id,
      text: titleOf(kinds[to], object),
      detail: to === 'agents' ? String(object.username) : object.id,
    }))
    .sort((one, other) => one.text.localeCompare(other.text));
}

// One object of another kind, or none.
export function ReferenceControl({ label, hint, error, to, value, onChange }: Props<string>) {
  const { data } = useList(to);
  return (
    <div className="admin-reference">
      <Combo
        label={label}
        items={itemsOf(to, data ?? [])}
        value={value}
        onChange={onChange}
        hint={hint}
        error={error}
        placeholder={t('admin.none')}
      />
      {value ? (
        <Link className="admin-reference__open" href={`/${to}/${value}`}>
          {t('admin.openOne', { kind: kindOne(to) })}
        </Link>
      ) : null}
    </div>
  );
}

// Some objects of another kind.
export function ReferencesControl(props: Props<readonly string[]> & { isOrdered?: boolean }) {
  const { label, hint, error, to, value, onChange, isOrdered } = props;
  const { data } = useList(to);
  const items = itemsOf(to, data ?? []);
  const rows = value.map((one, index) => ({
    id: one,
    text: items.find((item) => item.id === one)?.text ?? one,
    note: isOrdered && index === 0 && value.length > 1 ? t('admin.primary') : undefined,
    href: `/${to}/${one}`,
  }));
  return (
    <GroupField label={label} hint={hint} error={error}>
      <RowList
        label={label}
        rows={rows}
        onRemove={(gone) => onChange(value.filter((one) => one !== gone))}
        onFirst={
          isOrdered
            ? (first) => onChange([first, ...value.filter((one) => one !== first)])
            : undefined
        }
      />
      {data && items.length === 0 ? (
        <Link href={`/${to}/new`}>{t('admin.makeOne', { kind: kindOne(to) })}</Link>
      ) : (
        <Adder
          label={t('admin.addTo', { list: label })}
          isLabelHidden
          items={items.filter((item) => !value.includes(item.id))}
          onAdd={(one) => onChange([...value, one])}
          placeholder={t('admin.addPlaceholder')}
        />
      )}
    </GroupField>
  );
}
