import { type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { t } from '../../i18n';
import { Icon } from '../../ui';
import { contains } from '../search';

// A text field over a list: typing narrows it, the arrow keys move in it, Enter takes.

export interface ComboItem {
  id: string;
  text: string;
  detail?: string;
}

interface Common {
  label: string;
  items: readonly ComboItem[];
  hint?: ReactNode;
  error?: string;
  placeholder?: string;
  isLabelHidden?: boolean;
}

// Items shown at once; typing finds the others.
const shownMax = 100;

interface FrameProps extends Common {
  value: string | null;
  input: string;
  onInput: (text: string) => void;
  onPick: (id: string | null) => void;
  allowsCustomValue?: boolean;
  emptyText?: string;
  autoFocus?: boolean;
}

function Frame(props: FrameProps) {
  const { label, items, hint, error, value, input } = props;
  // Opened by its button it shows everything, whatever stands in the field.
  const [isNarrowed, setNarrowed] = useState(false);
  const fitting = isNarrowed
    ? items.filter((item) => contains(input, `${item.text} ${item.detail ?? ''} ${item.id}`))
    : items;
  return (
    <ComboBox
      className="ui-field"
      items={fitting.slice(0, shownMax)}
      value={value}
      onChange={(key) => props.onPick(key === null ? null : String(key))}
      inputValue={input}
      onInputChange={(text) => {
        setNarrowed(true);
        props.onInput(text);
      }}
      onOpenChange={(isOpen, trigger) => setNarrowed(isOpen && trigger === 'input')}
      autoFocus={props.autoFocus}
      allowsCustomValue={props.allowsCustomValue}
      allowsEmptyCollection={props.emptyText !== undefined}
      isInvalid={Boolean(error)}
    >
      <Label className={props.isLabelHidden ? 'visually-hidden' : 'ui-field__label'}>{label}</Label>
      <div className="admin-combo">
        <Input
          className="ui-input"
          placeholder={props.placeholder}
          dir={input ? 'auto' : undefined}
        />
        <AriaButton className="admin-combo__open">
          <Icon name="chevronDown" />
        </AriaButton>
      </div>
      {hint ? (
        <Text slot="description" className="ui-field__hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="ui-field__error">{error}</FieldError>
      <Popover className="ui-popover admin-combo__list">
        <ListBox<ComboItem>
          className="ui-menu"
          renderEmptyState={() => <p className="admin-combo__empty muted">{props.emptyText}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.text} className="ui-menu__item">
              <span className="ui-menu__text" dir="auto">
                {item.text}
              </span>
              {item.detail ? <span className="muted admin-detail">{item.detail}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

export interface ComboProps extends Common {
  value: string;
  onChange: (id: string) => void;
  // Emptying the field takes nothing.
  isRequired?: boolean;
}

// Takes one of the items, or nothing.
export function Combo({ value, onChange, isRequired, ...rest }: ComboProps) {
  const known = rest.items.find((item) => item.id === value);
  const title = known?.text ?? value;
  const [typed, setTyped] = useState<{ text: string; of: string } | null>(null);
  // What was typed counts while the value and its title are those it was typed at.
  const input = typed?.of === title ? typed.text : title;
  return (
    <Frame
      {...rest}
      value={value || null}
      input={input}
      onInput={(text) => setTyped({ text, of: title })}
      onPick={(id) => {
        if (id === null && isRequired) return;
        // What was typed is over with the value it was typed at: were it forgotten here, the field
        // could show the old value once more, and its list would open again.
        onChange(id ?? '');
      }}
      emptyText={t('admin.nothingFits')}
    />
  );
}

// Takes one item after the other.
export function Adder({ onAdd, ...rest }: Common & { onAdd: (id: string) => void }) {
  const [input, setInput] = useState('');
  // A field that is emptied opens its list again, so each item is taken by a field of its own.
  const [round, setRound] = useState(0);
  return (
    <Frame
      {...rest}
      key={round}
      autoFocus={round > 0}
      value={null}
      input={input}
      onInput={setInput}
      onPick={(id) => {
        if (id === null) return;
        setInput('');
        setRound(round + 1);
        onAdd(id);
      }}
      emptyText={t('admin.nothingFits')}
    />
  );
}

// Takes any text; the items are offers.
export function Suggester(props: Common & { value: string; onChange: (text: string) => void }) {
  const { value, onChange, ...rest } = props;
  return (
    <Frame
      {...rest}
      value={rest.items.some((item) => item.id === value) ? value : null}
      input={value}
      onInput={onChange}
      onPick={(id) => {
        if (id !== null) onChange(id);
      }}
      allowsCustomValue
    />
  );
}
