import type { ReactNode } from 'react';
import {
  Switch as AriaSwitch,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  type SwitchProps,
  Text,
  TextArea,
} from 'react-aria-components';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: ReactNode;
  // What is wrong with the value; the field is invalid with it.
  error?: string;
  placeholder?: string;
  // More than one makes it a text area.
  rows?: number;
  isLabelHidden?: boolean;
  // Read from left to right in every language, such as an address.
  isCode?: boolean;
}

export function TextField({
  label,
  hint,
  error,
  placeholder,
  rows = 1,
  isLabelHidden,
  isCode,
  ...props
}: TextFieldProps) {
  // An empty field has the direction of its placeholder.
  const direction = isCode ? 'ltr' : props.value ? 'auto' : undefined;
  return (
    <AriaTextField {...props} className="ui-field" isInvalid={Boolean(error) || props.isInvalid}>
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-field__label'}>{label}</Label>
      {rows > 1 ? (
        <TextArea className="ui-input" rows={rows} placeholder={placeholder} dir={direction} />
      ) : (
        <Input className="ui-input" placeholder={placeholder} dir={direction} />
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
