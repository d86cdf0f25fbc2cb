import { type ReactNode, useState } from 'react';
import { t } from '../i18n';
import { Button } from './button';
import { Dialog, type DialogProps } from './dialog';
import { TextField } from './fields';

export interface AskDialogProps extends Pick<DialogProps, 'title' | 'isOpen' | 'onClose'> {
  label: string;
  hint?: string;
  maxLength?: number;
  // What the button that answers says.
  action: string;
  // The answer does something that cannot be undone.
  isDanger?: boolean;
  canAnswer?: (text: string) => boolean;
  // The dialog closes at once, or when what is promised is done; it stays open when that fails.
  onAnswer: (text: string) => Promise<boolean> | undefined;
  // What stands before the question.
  children?: ReactNode;
}

// Asks for one text, which Enter or the button answers.
export function AskDialog(props: AskDialogProps) {
  const { title, isOpen, onClose, isDanger, canAnswer, onAnswer } = props;
  const [text, setText] = useState('');
  const answerText = text.trim();
  const isReady = canAnswer?.(answerText) ?? true;
  async function answer() {
    if (!isReady || (await onAnswer(answerText)) === false) return;
    setText('');
    onClose();
  }
  return (
    <Dialog
      title={title}
      role={isDanger ? 'alertdialog' : 'dialog'}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button
            kind={isDanger ? 'danger' : 'primary'}
            isDisabled={!isReady}
            onPress={() => void answer()}
          >
            {props.action}
          </Button>
        </>
      }
    >
      {props.children}
      <TextField
        label={props.label}
        hint={props.hint}
        value={text}
        onChange={setText}
        maxLength={props.maxLength}
        autoFocus
        onKeyDown={(event) => {
          // The Enter that ends a composition belongs to the text.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void answer();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}
