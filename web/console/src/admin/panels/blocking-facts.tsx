import { t } from '../../i18n';
import { dateTime } from '../../i18n/format';
import { titleIn, useLists } from '../api';
import { optionLabel } from '../texts';
import type { PanelProps } from '.';
import { Panel } from './panel';

// Who made a rule, and when; and what it does to whom.
export function BlockingFacts({ kind, id, object }: PanelProps) {
  const lists = useLists(['agents']);
  const agent = String(object.agent ?? '');
  return (
    <Panel title={t('admin.facts')}>
      {id ? (
        <dl className="admin-facts">
          <dt>{t('admin.blocking_ownerType')}</dt>
          <dd dir="auto">
            {agent
              ? titleIn(lists, 'agents', agent)
              : optionLabel(kind, 'ownerType', String(object.ownerType))}
          </dd>
          <dt>{t('admin.blocking_createdAt')}</dt>
          <dd>{dateTime(Number(object.createdAt))}</dd>
        </dl>
      ) : null}
      <p className="muted">{t('admin.blockingProxy')}</p>
    </Panel>
  );
}
