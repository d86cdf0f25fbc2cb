import { type ReactNode, useMemo, useState } from 'react';
import { t } from '../../i18n';
import { duration, number } from '../../i18n/format';
import { serverNow, useLive } from '../../state/store';
import { Select, useNow } from '../../ui';
import { pageSize, pagesMax, type TranscriptsRead } from '../reports';
import { remember, remembered } from '../storage';
import { countsBefore, dayFigures, liveFigures } from './figures';
import { useToday } from './today';

const targets = ['20', '30', '60', '120'] as const;
type Target = (typeof targets)[number];
const hour = 3_600_000;
const sparkParts = 20;

// What a supervisor sees first.
export function FiguresRow() {
  const queues = useLive((state) => state.queues);
  const agents = useLive((state) => state.agents);
  const overview = useLive((state) => state.overview);
  const live = useMemo(
    () => liveFigures(Object.values(queues), Object.values(agents), Object.values(overview)),
    [queues, agents, overview],
  );

  return (
    <section className="sup-figures" aria-label={t('supervisor.figures')}>
      <Figure
        id="waiting"
        label={t('supervisor.waiting')}
        value={number(live.waiting)}
        tone={live.waiting > 0 ? 'warn' : undefined}
      />
      <Figure
        id="longest"
        label={t('supervisor.longestWait')}
        value={
          live.waiting === 0 ? '–' : <Wait since={live.longestSince} seconds={live.longestWait} />
        }
      />
      <Figure
        id="agents"
        label={t('supervisor.agentsOnline')}
        value={number(live.agentsOnline)}
        note={t('supervisor.chatsOfCapacity', { load: live.load, capacity: live.capacity })}
      />
      <Figure id="engaged" label={t('supervisor.engaged')} value={number(live.engaged)} />
      <Figure
        id="critical"
        label={t('supervisor.critical')}
        value={number(live.critical)}
        tone={live.critical > 0 ? 'late' : undefined}
      />
      <TodayFigures />
    </section>
  );
}

function TodayFigures() {
  const today = useToday();
  const [target, setTarget] = useState<Target>(() =>
    remembered<Target>('target', '60', (value) => targets.includes(value as Target)),
  );
  const figures = useMemo(
    () => (today.data ? dayFigures(today.data.transcripts, Number(target), serverNow()) : null),
    [today.data, target],
  );
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : number(value, { style: 'percent' });
  return (
    <>
      <Figure
        id="service"
        label={t('supervisor.serviceLevel')}
        value={percent(figures?.serviceLevel)}
        tools={
          <Select<Target>
            label={t('supervisor.answeredWithin')}
            isLabelHidden
            value={target}
            choices={targets.map((id) => ({
              id,
              label: t('supervisor.withinSeconds', { seconds: Number(id) }),
            }))}
            onChange={(id) => {
              remember('target', id);
              setTarget(id);
            }}
          />
        }
      />
      <Figure
        id="abandoned"
        label={t('supervisor.abandonedToday')}
        value={figures ? number(figures.abandoned) : '–'}
        note={figures?.abandonedShare == null ? undefined : percent(figures.abandonedShare)}
      />
      <Figure
        id="requests"
        label={t('supervisor.requestsToday')}
        value={figures ? number(figures.requests) : '–'}
        note={cutNote(today.data, today.isError)}
        tools={today.data ? <Spark read={today.data} /> : undefined}
      />
    </>
  );
}

function cutNote(read: TranscriptsRead | undefined, isError: boolean): string | undefined {
  if (isError && !read) return t('supervisor.todayUnknown');
  return read?.isCut ? t('supervisor.newestOnly', { count: pageSize * pagesMax }) : undefined;
}

interface FigureProps {
  id: string;
  label: string;
  value: ReactNode;
  note?: string;
  tone?: 'warn' | 'late';
  tools?: ReactNode;
}

function Figure({ id, label, value, note, tone, tools }: FigureProps) {
  return (
    <dl className="sup-figure" data-figure={id} data-tone={tone}>
      <dt>{label}</dt>
      <dd className="sup-figure__value tabular">
        {tone ? <span aria-hidden="true">{tone === 'late' ? '▲ ' : '◆ '}</span> : null}
        {value}
      </dd>
      {note ? <dd className="sup-figure__note">{note}</dd> : null}
      {tools ? <dd className="sup-figure__tools">{tools}</dd> : null}
    </dl>
  );
}

// The time since `since`; where that is not known, what was last told.
export function Wait({ since, seconds }: { since?: number; seconds: number }) {
  const now = useNow();
  const wait = since === undefined ? seconds : (now - since) / 1000;
  return <span className="tabular">{duration(wait)}</span>;
}

// The requests of the last hour.
function Spark({ read }: { read: TranscriptsRead }) {
  const counts = useMemo(
    () =>
      countsBefore(
        read.transcripts.map((one) => one.requestTime),
        serverNow(),
        hour,
        sparkParts,
      ),
    [read],
  );
  const max = Math.max(1, ...counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <svg
      className="sup-spark"
      viewBox={`0 0 ${sparkParts * 4} 20`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('supervisor.requestsLastHour', { count: total })}
    >
      {counts.map((count, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
          key={index}
          x={index * 4}
          width={3}
          y={19 - (count / max) * 18}
          height={1 + (count / max) * 18}
        />
      ))}
    </svg>
  );
}
