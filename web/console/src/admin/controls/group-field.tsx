import { type ReactNode, useId } from 'react';

interface Props {
  label: string;
  hint: string;
  error?: string;
  isLabelHidden?: boolean;
  children: ReactNode;
}

// Several controls that are one field, with its hint and what is wrong below them.
export function GroupField({ label, hint, error, isLabelHidden, children }: Props) {
  const id = useId();
  return (
    <fieldset className="ui-field admin-group-field" aria-describedby={`${id}-hint ${id}-error`}>
      <legend className={isLabelHidden ? 'visually-hidden' : 'ui-field__label'}>{label}</legend>
      {children}
      <span id={`${id}-hint`} className="ui-field__hint">
        {hint}
      </span>
      <span id={`${id}-error`} className="ui-field__error">
        {error}
      </span>
    </fieldset>
  );
}
