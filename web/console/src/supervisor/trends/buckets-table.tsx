import { t } from '../../i18n';
import { clockTime, duration, number } from '../../i18n/format';
import { type Column, Table } from '../../ui';
import type { Bucket } from './buckets';

const wait = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));

// The figures behind a chart.
export function BucketsTable({ buckets, kind }: { buckets: Bucket[]; kind: 'volume' | 'waits' }) {
  const time: Column<Bucket> = {
    id: 'time',
    title: t('supervisor.time'),
    cell: (bucket) => `${clockTime(bucket.from)} – ${clockTime(bucket.to)}`,
  };
  const figure = (id: string, title: string, cell: (bucket: Bucket) => string): Column<Bucket> => ({
    id,
    title,
    cell,
    isNumber: true,
  });
  const columns =
    kind === 'volume'
      ? [
          time,
          figure('requests', t('supervisor.requests'), (one) => number(one.requests)),
          figure('answered', t('supervisor.answered'), (one) => number(one.answered)),
          figure('abandoned', t('supervisor.abandoned'), (one) => number(one.abandoned)),
        ]
      : [
          time,
          figure('average', t('supervisor.averageWait'), (one) => wait(one.averageWait)),
          figure('longest', t('supervisor.longestWait'), (one) => wait(one.longestWait)),
        ];
  return (
    <div className="sup-table">
      <Table
        label={t(kind === 'volume' ? 'supervisor.chartVolume' : 'supervisor.chartWaits')}
        columns={columns}
        items={buckets}
        idOf={(bucket) => String(bucket.from)}
        empty={null}
      />
    </div>
  );
}
