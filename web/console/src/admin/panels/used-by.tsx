import { Link } from 'wouter';
import { t } from '../../i18n';
import { type Configured, type Lists, titleOf, useLists } from '../api';
import { fieldsOf, type Kind, kinds } from '../kinds';
import { fieldLabel, kindOne } from '../texts';
import type { PanelProps } from '.';
import { Panel } from './panel';

interface Use {
  kind: Kind;
  object: Configured;
  member: string;
}

// The kinds whose objects can name those of `kind`.
function namers(kind: Kind): Kind[] {
  return Object.values(kinds).filter((one) =>
    fieldsOf(one).some(([, field]) => 'to' in field && field.to === kind.id),
  );
}

export function usesOf(kind: Kind, id: string, lists: Lists): Use[] {
  return namers(kind).flatMap((namer) =>
    (lists[namer.id] ?? []).flatMap((object) =>
      fieldsOf(namer)
        .filter(([name, field]) => {
          if (!('to' in field) || field.to !== kind.id) return false;
          const value = object[name];
          return Array.isArray(value) ? value.includes(id) : value === id;
        })
        .map(([member]) => ({ kind: namer, object, member })),
    ),
  );
}

// Which objects name this one; while some do, it cannot be deleted.
export function UsedBy({ kind, id }: PanelProps) {
  const lists = useLists(namers(kind).map((one) => one.id));
  if (!id) return null;
  const uses = usesOf(kind, id, lists);
  return (
    <Panel title={t('admin.usedBy')}>
      {uses.length === 0 ? (
        <p className="muted">{t('admin.usedByNone')}</p>
      ) : (
        <ul className="admin-uses">
          {uses.map(({ kind: by, object, member }) => (
            <li key={`${object.id}-${member}`}>
              <Link href={`/${by.id}/${object.id}`} dir="auto">
                {titleOf(by, object)}
              </Link>
              <span className="muted">
                {kindOne(by.id)} · {fieldLabel(by, member)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
