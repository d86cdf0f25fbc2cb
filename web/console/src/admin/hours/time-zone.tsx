import { useMemo } from 'react';
import { localeOf } from '../../i18n';
import { Combo } from '../controls/combo';

interface Props {
  label: string;
  hint: string;
  error?: string;
  value: string;
  onChange: (zone: string) => void;
}

// The offset of a zone now, `GMT+02:00`.
function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat(localeOf(), {
    timeZone,
    timeZoneName: 'longOffset',
  }).formatToParts(Date.now());
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

function zoneItems() {
  const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].map((id) => ({ id, text: id, detail: offsetOf(id) }));
}

export function TimeZoneControl(props: Props) {
  const items = useMemo(zoneItems, []);
  return <Combo {...props} items={items} isRequired />;
}
