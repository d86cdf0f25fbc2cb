import { useState } from 'react';
import { t } from '../../i18n';
import { TextField } from '../../ui';
import { secondsText } from '../texts';

interface Props {
  label: string;
  hint: string;
  error?: string;
  unit?: 'seconds' | 'pixels';
  value: unknown;
  onChange: (value: number | string) => void;
}

// `١٢٫٥`, `12,5`, `12.5`
function read(text: string): number | string {
  const latin = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[٫,]/, '.');
  return /^-?\d+(\.\d+)?$/.test(latin) ? Number(latin) : text;
}

// A number as text. What is no number stays as it was typed, and is told.
export function NumberControl({ label, hint, error, unit, value, onChange }: Props) {
  const [typed, setTyped] = useState(String(value));
  // Another value came from outside.
  const shown = read(typed) === value ? typed : String(value);
  const unitHint =
    unit === 'seconds' && typeof value === 'number' && value >= 60 ? `= ${secondsText(value)}` : '';
  return (
    <div className="admin-number" data-unit={unit ? t(`admin.unit_${unit}`) : undefined}>
      <TextField
        label={unit ? `${label} (${t(`admin.unit_${unit}`)})` : label}
        hint={[unitHint, hint].filter(Boolean).join(' · ') || undefined}
        error={error}
        inputMode="decimal"
        value={shown}
        onChange={(text) => {
          setTyped(text);
          onChange(read(text));
        }}
      />
    </div>
  );
}
