import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../ui';

export interface ConfirmButtonProps {
  children: ReactNode;
  // What the button says after the first press.
  again: string;
  kind?: 'plain' | 'danger';
  isDisabled?: boolean;
  onConfirm: () => void;
}

const armedFor = 5000;

// A button that acts at the second press. It forgets the first one after a while, when the focus
// goes elsewhere, and with Esc.
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, again, kind = 'plain', isDisabled, onConfirm } = props;
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    if (!isArmed) return;
    const timer = setTimeout(() => setArmed(false), armedFor);
    return () => clearTimeout(timer);
  }, [isArmed]);
  return (
    <>
      <Button
        kind={isArmed ? 'danger' : kind === 'danger' ? 'danger' : 'plain'}
        className={isArmed ? 'sup-armed' : ''}
        isDisabled={isDisabled}
        onBlur={() => setArmed(false)}
        onKeyDown={(event) => {
          if (isArmed && event.key === 'Escape') setArmed(false);
          else event.continuePropagation();
        }}
        onPress={() => {
          setArmed(!isArmed);
          if (isArmed) onConfirm();
        }}
      >
        {isArmed ? again : children}
      </Button>
      <span className="visually-hidden" role="status">
        {isArmed ? again : ''}
      </span>
    </>
  );
}
