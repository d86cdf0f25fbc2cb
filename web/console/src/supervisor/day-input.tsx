import { useEffect, useState } from 'react';

export interface DayInputProps {
  label: string;
  // As `2026-11-01`, or empty.
  value: string;
  onChange: (value: string) => void;
}

const firstDay = '2000-01-01';

// A day that is chosen or typed. While a year is being typed its first digits are no day yet.
export function DayInput({ label, value, onChange }: DayInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <label className="ui-field">
      <span className="ui-field__label">{label}</span>
      <input
        type="date"
        className="ui-input"
        value={typed}
        min={firstDay}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          if (next === '' || next >= firstDay) onChange(next);
        }}
      />
    </label>
  );
}
