import { localeOf } from './index';

// Numbers, times and sizes in the present language.

export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(localeOf(), { timeStyle: 'short' }).format(at);
}

export function dateTime(at: number): string {
  return new Intl.DateTimeFormat(localeOf(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    at,
  );
}

// `0:05`, `12:41`, `1:02:03`
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = new Intl.NumberFormat(localeOf(), { minimumIntegerDigits: 2, useGrouping: false });
  const one = new Intl.NumberFormat(localeOf(), { useGrouping: false });
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = two.format(whole % 60);
  if (hours > 0) return `${one.format(hours)}:${two.format(minutes)}:${rest}`;
  return `${one.format(minutes)}:${rest}`;
}

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(localeOf(), options).format(value);
}

export function fileSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return number(bytes / 1000 ** step, {
    style: 'unit',
    unit: units[step],
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  });
}
