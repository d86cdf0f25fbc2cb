import { useState } from 'react';
import { t } from '../../i18n';
import { Button, Icon, IconButton } from '../../ui';
import { normalClock, type Range, rangesMax, spanOf } from './lines';

interface Props {
  // Of which day or date they are.
  label: string;
  ranges: readonly Range[];
  onChange: (ranges: Range[]) => void;
  usual: Range;
}

// The ranges of one day: from and to each, more of them, fewer of them.
export function RangeFields({ label, ranges, onChange, usual }: Props) {
  function set(index: number, range: Range) {
    onChange(ranges.map((one, place) => (place === index ? range : one)));
  }
  return (
    <div className="admin-ranges">
      {ranges.map((range, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ranges have no other name than their place.
        <div className="admin-ranges__range" key={index}>
          <Clock
            label={t('admin.from', { day: label })}
            value={range.from}
            isBad={spanOf(range) === null}
            onChange={(from) => set(index, { ...range, from })}
          />
          <span aria-hidden="true">–</span>
          <Clock
            label={t('admin.to', { day: label })}
            value={range.to}
            isBad={spanOf(range) === null}
            onChange={(to) => set(index, { ...range, to })}
          />
          {isOverMidnight(range) ? (
            <span className="muted admin-ranges__note">{t('admin.nextDay')}</span>
          ) : null}
          <IconButton
            icon="close"
            label={t('admin.removeRange', { day: label })}
            onPress={() => onChange(ranges.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      {ranges.length < rangesMax ? (
        <Button
          kind="quiet"
          className="admin-ranges__add"
          aria-label={t('admin.addRange', { day: label })}
          onPress={() => onChange([...ranges, nextRange(ranges, usual)])}
        >
          <Icon name="plus" />
        </Button>
      ) : null}
    </div>
  );
}

function isOverMidnight(range: Range): boolean {
  const span = spanOf(range);
  return span !== null && span.to > 1440;
}

// A range after the last one, an hour later and an hour long; else the usual one.
function nextRange(ranges: readonly Range[], usual: Range): Range {
  const last = ranges.at(-1);
  const span = last ? spanOf(last) : null;
  if (!last) return usual;
  if (!span || span.to > 21 * 60) return { from: '', to: '' };
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { from: clock(span.to + 60), to: clock(span.to + 120) };
}

interface ClockProps {
  label: string;
  value: string;
  isBad: boolean;
  onChange: (clock: string) => void;
}

// A time of day. `9`, `930` and `9.30` are understood when the field is left.
function Clock({ label, value, isBad, onChange }: ClockProps) {
  const [typed, setTyped] = useState<string | null>(null);
  function leave() {
    if (typed !== null) onChange(normalClock(typed));
    setTyped(null);
  }
  return (
    <input
      className="ui-input admin-clock tabular"
      dir="ltr"
      inputMode="numeric"
      placeholder="09:00"
      aria-label={label}
      aria-invalid={isBad || undefined}
      data-invalid={isBad || undefined}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value);
        const clock = normalClock(event.target.value);
        if (/^\d\d:\d\d$/.test(clock) && event.target.value.length >= 4) onChange(clock);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}
