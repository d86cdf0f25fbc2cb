import { GroupField } from './group-field';

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
  return (
    <GroupField label={label} hint={hint} error={error}>
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
    </GroupField>
  );
}
