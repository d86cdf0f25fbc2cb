import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiError } from '../../api/client';
import { t } from '../../i18n';
import { clockTime, duration, number } from '../../i18n/format';
import { serverNow } from '../../state/store';
import { Button, EmptyState, reasonOf, Select } from '../../ui';
import { pageSize, pagesMax, readTranscriptsSince } from '../reports';
import { remember, remembered } from '../storage';
import { type Bucket, bucketsOf, type Hours, hoursChoices, rangeOf, totalsOf } from './buckets';
import { BucketsTable } from './buckets-table';
import { Chart } from './chart';
import type { PlotData } from './plot';

const interval = 60_000;

// How the last hours went.
export function TrendsPage() {
  const [hours, setHours] = useState<Hours>(() =>
    remembered<Hours>('hours', 8, (value) => hoursChoices.includes(value as Hours)),
  );
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['trends', hours],
    queryFn: async ({ signal }) => {
      const now = serverNow();
      const read = await readTranscriptsSince(rangeOf(hours, now).from, signal);
      return { buckets: bucketsOf(read.transcripts, hours, now), isCut: read.isCut };
    },
    refetchInterval: interval,
    placeholderData: keepPreviousData,
  });

  return (
    <div className="sup-page">
      <div className="sup-bar">
        <Select
          label={t('supervisor.timeSpan')}
          isLabelHidden
          value={String(hours)}
          choices={hoursChoices.map((id) => ({
            id: String(id),
            label: t('supervisor.lastHours', { count: id }),
          }))}
          onChange={(id) => {
            const next = Number(id) as Hours;
            remember('hours', next);
            setHours(next);
          }}
        />
        {data?.isCut ? (
          <p className="sup-note" data-tone="warn" role="status">
            ◆ {t('supervisor.newestOnly', { count: pageSize * pagesMax })}
          </p>
        ) : null}
      </div>
      {data ? (
        <Charts buckets={data.buckets} />
      ) : isPending ? null : (
        <EmptyState
          icon="alert"
          title={error instanceof ApiError ? reasonOf(error) : t('shell.problem')}
        >
          <Button onPress={() => void refetch()}>{t('shell.tryAgain')}</Button>
        </EmptyState>
      )}
    </div>
  );
}

function Charts({ buckets }: { buckets: Bucket[] }) {
  const totals = useMemo(() => totalsOf(buckets), [buckets]);
  const volume = useMemo((): PlotData => volumeOf(buckets), [buckets]);
  const waits = useMemo((): PlotData => waitsOf(buckets), [buckets]);
  const { busiest } = totals;
  const counted = t('supervisor.volumeSummary', {
    requests: totals.requests,
    answered: totals.answered,
    abandoned: totals.abandoned,
  });
  const most = busiest
    ? t('supervisor.busiest', {
        from: clockTime(busiest.from),
        to: clockTime(busiest.to),
        count: busiest.requests,
      })
    : '';
  return (
    <div className="sup-charts">
      <Chart
        title={t('supervisor.chartVolume')}
        data={volume}
        summary={`${counted} ${most}`.trim()}
        table={<BucketsTable buckets={buckets} kind="volume" />}
      />
      <Chart
        title={t('supervisor.chartWaits')}
        data={waits}
        summary={
          totals.averageWait === null
            ? t('supervisor.noWaits')
            : t('supervisor.waitsSummary', {
                average: duration(totals.averageWait),
                longest: duration(totals.longestWait ?? 0),
              })
        }
        table={<BucketsTable buckets={buckets} kind="waits" />}
      />
    </div>
  );
}

function volumeOf(buckets: Bucket[]): PlotData {
  return {
    times: buckets.map((bucket) => bucket.from),
    series: [
      {
        label: t('supervisor.requests'),
        color: '--accent',
        values: buckets.map((bucket) => bucket.requests),
        isFilled: true,
      },
      {
        label: t('supervisor.answered'),
        color: '--ok',
        values: buckets.map((bucket) => bucket.answered),
      },
      {
        label: t('supervisor.abandoned'),
        color: '--late',
        values: buckets.map((bucket) => bucket.abandoned),
        isDashed: true,
      },
    ],
    formatTime: clockTime,
    formatValue: (value) => number(value),
  };
}

function waitsOf(buckets: Bucket[]): PlotData {
  return {
    times: buckets.map((bucket) => bucket.from),
    series: [
      {
        label: t('supervisor.averageWait'),
        color: '--accent',
        values: buckets.map((bucket) => bucket.averageWait),
        isFilled: true,
      },
      {
        label: t('supervisor.longestWait'),
        color: '--warn',
        values: buckets.map((bucket) => bucket.longestWait),
        isDashed: true,
      },
    ],
    formatTime: clockTime,
    formatValue: duration,
  };
}
