import { t } from '../../i18n';
import { Select, Switch, TextField } from '../../ui';
import { useList } from '../api';
import { ExceptionsEditor } from '../hours/exceptions-editor';
import { TimeZoneControl } from '../hours/time-zone';
import { WeekEditor } from '../hours/week-editor';
import type { Field, Kind, Values } from '../kinds';
import { fieldHint, fieldLabel, optionLabel } from '../texts';
import { BitsControl } from './bits';
import { Suggester } from './combo';
import { NumberControl } from './number';
import { ReferenceControl, ReferencesControl } from './references';
import { TextsControl } from './texts';

export interface ControlProps<F extends Field = Field> {
  kind: Kind;
  name: string;
  field: F;
  values: Values;
  error?: string;
  onChange: (value: unknown) => void;
}

// The control for one member, by its type.
export function FieldControl(props: ControlProps) {
  const { kind, name, field, values, error, onChange } = props;
  const value = values[name];
  const common = { label: fieldLabel(kind, name), hint: fieldHint(kind, name), error };
  switch (field.type) {
    case 'text':
      return <TextControl {...props} field={field} />;
    case 'number':
      return <NumberControl {...common} unit={field.unit} value={value} onChange={onChange} />;
    case 'switch':
      return <SwitchControl {...common} isOn={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <Select
          {...common}
          choices={field.options.map((option) => ({
            id: option || 'none',
            label: optionLabel(kind, name, option),
          }))}
          value={String(value) || 'none'}
          onChange={(option) => onChange(option === 'none' ? '' : option)}
        />
      );
    case 'reference':
      return (
        <ReferenceControl {...common} to={field.to} value={String(value)} onChange={onChange} />
      );
    case 'references':
      return (
        <ReferencesControl
          {...common}
          to={field.to}
          isOrdered={field.isOrdered}
          value={value as string[]}
          onChange={onChange}
        />
      );
    case 'texts':
      return <TextListControl {...props} field={field} />;
    case 'bits':
      return (
        <BitsControl
          {...common}
          bits={field.bits.map((bit) => ({ bit, text: optionLabel(kind, name, String(bit)) }))}
          value={Number(value)}
          onChange={onChange}
        />
      );
    case 'weekly':
      return <WeekEditor {...common} value={value as string[]} onChange={onChange} />;
    case 'exceptions':
      return <ExceptionsEditor {...common} value={value as string[]} onChange={onChange} />;
    case 'timeZone':
      return <TimeZoneControl {...common} value={String(value)} onChange={onChange} />;
  }
}

// What other objects of the kind have in this member.
function useSuggestions(kind: Kind, name: string, isWanted?: boolean): string[] {
  const { data } = useList(kind.id);
  const others = useList('agents');
  if (!isWanted) return [];
  const found = new Set((data ?? []).flatMap((object) => object[name] as string | string[]));
  // Configurations are for the profiles that agents have.
  if (name === 'profiles')
    for (const agent of others.data ?? []) found.add(String(agent.profile ?? ''));
  found.delete('');
  return [...found].sort((one, other) => one.localeCompare(other));
}

type TextProps = ControlProps<Extract<Field, { type: 'text' }>>;

function TextControl({ kind, name, field, values, error, onChange }: TextProps) {
  const suggestions = useSuggestions(kind, name, field.suggests);
  const value = String(values[name]);
  const common = { label: fieldLabel(kind, name), hint: fieldHint(kind, name), error, value };
  if (field.suggests) {
    const items = suggestions.map((text) => ({ id: text, text }));
    return <Suggester {...common} items={items} onChange={onChange} />;
  }
  const length = [...value].length;
  const isLong = field.rows !== undefined && length > field.max * 0.8;
  const hint = isLong
    ? `${t('admin.length', { length, max: field.max })} ${common.hint}`
    : common.hint;
  return (
    <div className={field.isCode ? 'admin-code-field' : undefined}>
      <TextField
        {...common}
        hint={hint}
        rows={field.rows}
        onChange={onChange}
        isRequired={Boolean(field.min)}
        isCode={field.isCode || field.form === 'link' || field.form === 'address'}
        placeholder={field.form === 'link' ? 'https://' : undefined}
        autoComplete="off"
        spellCheck={field.isCode || field.form ? 'false' : undefined}
      />
    </div>
  );
}

type TextsProps = ControlProps<Extract<Field, { type: 'texts' }>>;

function TextListControl({ kind, name, field, values, error, onChange }: TextsProps) {
  const suggestions = useSuggestions(kind, name, field.suggests);
  return (
    <TextsControl
      label={fieldLabel(kind, name)}
      hint={fieldHint(kind, name)}
      error={error}
      isCode={field.form === 'origin'}
      placeholder={field.form === 'origin' ? 'https://shop.example' : undefined}
      value={values[name] as string[]}
      suggestions={suggestions}
      onChange={onChange}
    />
  );
}

interface SwitchControlProps {
  label: string;
  hint: string;
  error?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function SwitchControl({ label, hint, error, isOn, onChange }: SwitchControlProps) {
  return (
    <div className="admin-switch">
      <Switch isSelected={isOn} onChange={onChange}>
        <span className="admin-switch__text">
          {label}
          {hint ? <span className="ui-field__hint">{hint}</span> : null}
          {error ? <span className="ui-field__error">{error}</span> : null}
        </span>
      </Switch>
    </div>
  );
}
