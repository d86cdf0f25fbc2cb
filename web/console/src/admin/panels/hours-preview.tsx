import { localeOf, t } from '../../i18n';
import { useNow } from '../../ui';
import { problemOfHours } from '../hours/lines';
import { type Hours, Schedule } from '../hours/schedule';
import type { Values } from '../kinds';
import type { PanelProps } from '.';
import { Panel } from './panel';

// Whether it is open now, and when that changes, by the values of the form.
export function HoursPreview({ values }: PanelProps) {
  const isSound = Object.keys(problemOfHours(values)).length === 0;
  return (
    <Panel title={t('admin.rightNow')}>
      {isSound ? <State values={values} /> : <p className="muted">{t('admin.hoursIncomplete')}</p>}
    </Panel>
  );
}

const minute = 60_000;

function State({ values }: { values: Values }) {
  const now = Math.floor(useNow() / minute) * minute;
  const hours = values as unknown as Hours;
  const schedule = new Schedule(hours);
  const isOpen = schedule.isOpen(now);
  const change = schedule.nextChange(now);
  const time = change === null ? '' : timeText(change, now, hours.timeZone);
  return (
    <>
      <p className="admin-now" data-online={isOpen || undefined} role="status">
        <span aria-hidden="true">{isOpen ? '● ' : '○ '}</span>
        {t(isOpen ? 'admin.openNow' : 'admin.closedNow')}
        {time ? <span> · {t(isOpen ? 'admin.closesAt' : 'admin.opensAt', { time })}</span> : null}
      </p>
      {change === null ? (
        <p className="muted">{t(isOpen ? 'admin.neverCloses' : 'admin.neverOpens')}</p>
      ) : null}
      <p className="muted">
        {t('admin.clockThere', { time: timeText(now, now, hours.timeZone), zone: hours.timeZone })}
      </p>
    </>
  );
}

const week = 6 * 86_400_000;

// By the clock of the zone; with the date when the day alone would not tell.
function timeText(at: number, now: number, timeZone: string): string {
  const isFar = at - now > week;
  return new Intl.DateTimeFormat(localeOf(), {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    ...(isFar ? { day: 'numeric', month: 'long', year: 'numeric' } : {}),
  }).format(at);
}
