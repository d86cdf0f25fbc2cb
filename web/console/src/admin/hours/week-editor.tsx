import { t } from '../../i18n';
import { Button, Icon, Menu, MenuItem } from '../../ui';
import { GroupField } from '../controls/group-field';
import { dayName } from '../texts';
import { type Day, days, type Range, readWeek, spanOf, type Week, writeWeek } from './lines';
import { RangeFields } from './range-fields';

interface Props {
  label: string;
  hint: string;
  error?: string;
  value: readonly string[];
  onChange: (lines: string[]) => void;
}

const office: Range = { from: '09:00', to: '17:00' };
const always: Range = { from: '00:00', to: '24:00' };
const workdays: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

function weekOf(of: readonly Day[], range: Range): string[] {
  const week = readWeek([]);
  for (const day of of) week[day] = [range];
  return writeWeek(week);
}

// The ranges of each day of the week, with a bar that shows the day.
export function WeekEditor({ label, hint, error, value, onChange }: Props) {
  const week = readWeek(value);
  const set = (day: Day, ranges: Range[]) => onChange(writeWeek({ ...week, [day]: ranges }));
  function copy(from: Day, to: readonly Day[]) {
    const next: Week = { ...week };
    for (const day of to) next[day] = week[from];
    onChange(writeWeek(next));
  }
  return (
    <GroupField label={label} hint={hint} error={error} isLabelHidden>
      <div className="admin-presets">
        <Button onPress={() => onChange(weekOf(workdays, office))}>{t('admin.officeHours')}</Button>
        <Button onPress={() => onChange(weekOf(days, always))}>{t('admin.alwaysOpen')}</Button>
      </div>
      <div className="admin-week">
        {days.map((day, index) => (
          <div className="admin-week__day" key={day}>
            <span className="admin-week__name">{dayName(day, 'long')}</span>
            <DayBar ranges={week[day]} before={week[days[(index + 6) % 7] ?? 'Sun']} />
            <div className="admin-week__ranges">
              {week[day].length === 0 ? <span className="muted">{t('admin.closed')}</span> : null}
              <RangeFields
                label={dayName(day, 'long')}
                ranges={week[day]}
                onChange={(ranges) => set(day, ranges)}
                usual={office}
              />
            </div>
            <CopyMenu day={day} onCopy={(to) => copy(day, to)} />
          </div>
        ))}
      </div>
    </GroupField>
  );
}

function CopyMenu({ day, onCopy }: { day: Day; onCopy: (to: readonly Day[]) => void }) {
  const name = dayName(day, 'long');
  return (
    <Menu
      label={t('admin.copyDay', { day: name })}
      onAction={(to) => onCopy(to === 'workdays' ? workdays : days)}
      trigger={
        <Button
          kind="quiet"
          className="ui-button--icon admin-week__copy"
          aria-label={t('admin.copyDay', { day: name })}
        >
          <Icon name="copy" />
        </Button>
      }
    >
      <MenuItem id="workdays">{t('admin.copyToWorkdays')}</MenuItem>
      <MenuItem id="all">{t('admin.copyToAll')}</MenuItem>
    </Menu>
  );
}

// The day from midnight to midnight; what began the day before is lighter.
function DayBar({ ranges, before }: { ranges: readonly Range[]; before: readonly Range[] }) {
  const today = ranges.flatMap((range) => spanOf(range) ?? []);
  const spilled = before
    .flatMap((range) => spanOf(range) ?? [])
    .filter((span) => span.to > 1440)
    .map((span) => ({ from: 0, to: span.to - 1440 }));
  return (
    <svg
      className="admin-daybar"
      viewBox="0 0 1440 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[360, 720, 1080].map((at) => (
        <line key={at} x1={at} x2={at} y1="0" y2="10" className="admin-daybar__tick" />
      ))}
      {spilled.map((span) => (
        <rect
          key={span.to}
          x="0"
          y="1"
          width={span.to}
          height="8"
          className="admin-daybar__spilled"
        />
      ))}
      {today.map((span) => (
        <rect
          key={`${span.from}-${span.to}`}
          x={span.from}
          y="1"
          width={Math.min(span.to, 1440) - span.from}
          height="8"
          className="admin-daybar__open"
        />
      ))}
    </svg>
  );
}
