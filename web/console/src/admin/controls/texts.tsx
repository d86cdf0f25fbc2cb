import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { t } from '../../i18n';
import { Button, Icon } from '../../ui';
import { GroupField } from './group-field';
import { RowList } from './row-list';

interface Props {
  label: string;
  hint: string;
  error?: string;
  placeholder?: string;
  isCode?: boolean;
  value: readonly string[];
  suggestions: readonly string[];
  onChange: (texts: string[]) => void;
}

// A list of short texts: Enter adds what was typed, pasted lines become one each.
export function TextsControl(props: Props) {
  const { label, hint, error, value, suggestions, onChange } = props;
  const [typed, setTyped] = useState('');
  const id = useId();

  function add(texts: string[]) {
    const fresh = texts.map((text) => text.trim()).filter((text) => text && !value.includes(text));
    if (fresh.length > 0) onChange([...value, ...new Set(fresh)]);
    setTyped('');
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add([typed]);
  }
  function onPaste(event: ClipboardEvent) {
    const lines = event.clipboardData.getData('text').split(/[\n\r]+/);
    if (lines.length < 2) return;
    event.preventDefault();
    add(lines);
  }

  const open = suggestions.filter((one) => !value.includes(one));
  return (
    <GroupField label={label} hint={hint} error={error}>
      <RowList
        label={label}
        rows={value.map((text) => ({ id: text, text, isCode: props.isCode }))}
        onRemove={(text) => onChange(value.filter((one) => one !== text))}
      />
      <div className="admin-add">
        <input
          className="ui-input"
          dir={props.isCode ? 'ltr' : typed ? 'auto' : undefined}
          aria-label={t('admin.addTo', { list: label })}
          placeholder={props.placeholder}
          value={typed}
          list={open.length > 0 ? `${id}-offers` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add([typed])}
        />
        {open.length > 0 ? (
          <datalist id={`${id}-offers`}>
            {open.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        ) : null}
        <Button onPress={() => add([typed])} isDisabled={typed.trim() === ''}>
          <Icon name="check" />
          {t('admin.add')}
        </Button>
      </div>
    </GroupField>
  );
}
