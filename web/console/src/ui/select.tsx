import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Select as AriaSelect,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { Icon } from './icons';

export interface Choice<Id extends string> {
  id: Id;
  label: string;
}

export interface SelectProps<Id extends string> {
  label: string;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  hint?: ReactNode;
  error?: string;
  placeholder?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
  isLabelHidden?: boolean;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, choices, value, onChange, hint, error, placeholder, isLabelHidden } = props;
  return (
    <AriaSelect
      className="ui-field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key) as Id);
      }}
      placeholder={placeholder}
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled}
      isRequired={props.isRequired}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-field__label'}>{label}</Label>
      <AriaButton className="ui-button ui-select__button">
        <SelectValue />
        <Icon name="chevronDown" />
      </AriaButton>
      {hint ? (
        <Text slot="description" className="ui-field__hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="ui-field__error">{error}</FieldError>
      <Popover className="ui-popover">
        <ListBox className="ui-menu" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="ui-menu__item">
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
