import { useId } from 'react';

interface Props {
  label: string;
  hint: string;
  error?: string;
  bits: readonly { bit: number; text: string }[];
  value: number;
  onChange: (value: number) => void;
}

// A sum of powers of two as boxes to check.
export function BitsControl({ label, hint, error, bits, value, onChange }: Props) {
  const id = useId();
  return (
    <fieldset className="ui-field admin-list-field" aria-describedby={`${id}-hint ${id}-error`}>
      <legend className="ui-field__label">{label}</legend>
      <div className="admin-bits">
        {bits.map(({ bit, text }) => (
          <label key={bit} className="ui-check">
            <input
              type="checkbox"
              checked={(value & bit) !== 0}
              onChange={(event) => onChange(event.target.checked ? value | bit : value & ~bit)}
            />
            {text}
          </label>
        ))}
      </div>
      <span id={`${id}-hint`} className="ui-field__hint">
        {hint}
      </span>
      <span id={`${id}-error`} className="ui-field__error">
        {error}
      </span>
    </fieldset>
  );
}
