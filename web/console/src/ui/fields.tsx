import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Select as AriaSelect,
  Switch as AriaSwitch,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  type SwitchProps,
  Text,
  TextArea,
} from 'react-aria-components';
import { Icon } from './icons';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: ReactNode;
  // What is wrong with the value; the field is invalid with it.
  error?: string;
  placeholder?: string;
  // More than one makes it a text area.
  rows?: number;
  isLabelHidden?: boolean;
}

export function TextField({
  label,
  hint,
  error,
  placeholder,
  rows = 1,
  isLabelHidden,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField {...props} className="ui-field" isInvalid={Boolean(error) || props.isInvalid}>
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-field__label'}>{label}</Label>
      {rows > 1 ? (
        <TextArea className="ui-input" rows={rows} placeholder={placeholder} dir="auto" />
      ) : (
        <Input className="ui-input" placeholder={placeholder} dir="auto" />
      )}
      {hint ? (
        <Text slot="description" className="ui-field__hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="ui-field__error">{error}</FieldError>
    </AriaTextField>
  );
}

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

export function Switch({
  children,
  ...props
}: Omit<SwitchProps, 'className' | 'children'> & { children: ReactNode }) {
  return (
    <AriaSwitch {...props} className="ui-switch">
      <span className="ui-switch__track" aria-hidden="true">
        <span className="ui-switch__thumb" />
      </span>
      {children}
    </AriaSwitch>
  );
}
