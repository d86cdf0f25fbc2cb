import type { QueueSummary } from '../../api/types';
import { t } from '../../i18n';
import { duration, number } from '../../i18n/format';
import { useLive } from '../../state/store';
import { EmptyState } from '../../ui';
import type { DataColumn } from '../tables/columns';
import { DataTable } from '../tables/data-table';
import { Wait } from './figures-row';

interface QueueRow extends QueueSummary {
  since?: number;
}

function columns(): DataColumn<QueueRow>[] {
  return [
    {
      id: 'name',
      title: t('supervisor.button'),
      isFixed: true,
      value: (row) => row.name,
      cell: (row) => (
        <span dir="auto" className="sup-clip">
          {row.name}
        </span>
      ),
    },
    {
      id: 'waiting',
      title: t('supervisor.waiting'),
      isNumber: true,
      value: (row) => row.waiting,
      cell: (row) => (
        <span className={row.waiting > 0 ? 'sup-strong' : ''}>{number(row.waiting)}</span>
      ),
    },
    {
      id: 'longest',
      title: t('supervisor.longestWait'),
      isNumber: true,
      value: (row) => row.longestWait,
      cell: (row) =>
        row.waiting === 0 ? '–' : <Wait since={row.since} seconds={row.longestWait} />,
    },
    {
      id: 'estimated',
      title: t('supervisor.estimatedWait'),
      isNumber: true,
      value: (row) => row.estimatedWaitTime,
      cell: (row) => (row.estimatedWaitTime < 0 ? '–' : duration(row.estimatedWaitTime)),
    },
    {
      id: 'online',
      title: t('supervisor.online'),
      isNumber: true,
      value: (row) => row.agentsOnline,
      cell: (row) => number(row.agentsOnline),
    },
    {
      id: 'away',
      title: t('supervisor.away'),
      isNumber: true,
      isHiddenFirst: true,
      value: (row) => row.agentsAway,
      cell: (row) => number(row.agentsAway),
    },
    {
      id: 'open',
      title: t('supervisor.takesChats'),
      value: (row) => Number(row.isAvailable),
      cell: (row) =>
        row.isAvailable ? (
          <span className="sup-ok">● {t('supervisor.open')}</span>
        ) : (
          <span className="muted">○ {t('supervisor.closed')}</span>
        ),
    },
  ];
}

export function QueuesTable() {
  const queues = useLive((state) => state.queues);
  const overview = useLive((state) => state.overview);
  const oldest = new Map<string, number>();
  for (const chat of Object.values(overview)) {
    if (chat.isEngaged) continue;
    const known = oldest.get(chat.liveChatButtonId) ?? Number.POSITIVE_INFINITY;
    oldest.set(chat.liveChatButtonId, Math.min(known, chat.requestTime));
  }
  const rows = Object.values(queues).map((queue) => ({
    ...queue,
    since: oldest.get(queue.buttonId),
  }));
  return (
    <DataTable
      id="queues"
      title={t('supervisor.queues')}
      columns={columns()}
      items={rows}
      idOf={(row) => row.buttonId}
      usualSort={{ column: 'waiting', direction: 'descending' }}
      empty={<EmptyState title={t('supervisor.noQueues')} />}
    />
  );
}
