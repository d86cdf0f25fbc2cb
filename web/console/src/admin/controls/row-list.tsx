import { Link } from 'wouter';
import { t } from '../../i18n';
import { Button, IconButton } from '../../ui';

export interface RowItem {
  id: string;
  text: string;
  note?: string;
  href?: string;
  isCode?: boolean;
}

interface Props {
  label: string;
  rows: readonly RowItem[];
  onRemove: (id: string) => void;
  // Moves a row to the top, where the order means something.
  onFirst?: (id: string) => void;
}

// What a list has, each with what can be done with it.
export function RowList({ label, rows, onRemove, onFirst }: Props) {
  if (rows.length === 0) return null;
  return (
    <ul className="admin-rows" aria-label={label}>
      {rows.map((row, index) => (
        <li key={row.id} className="admin-rows__row">
          <span
            className={row.isCode ? 'admin-rows__text admin-code' : 'admin-rows__text'}
            dir={row.isCode ? 'ltr' : 'auto'}
          >
            {row.href ? <Link href={row.href}>{row.text}</Link> : row.text}
          </span>
          {row.note ? <span className="muted">{row.note}</span> : null}
          {onFirst && index > 0 ? (
            <Button kind="quiet" onPress={() => onFirst(row.id)}>
              {t('admin.makeFirst')}
            </Button>
          ) : null}
          <IconButton
            icon="close"
            label={t('admin.removeItem', { item: row.text })}
            onPress={() => onRemove(row.id)}
          />
        </li>
      ))}
    </ul>
  );
}
