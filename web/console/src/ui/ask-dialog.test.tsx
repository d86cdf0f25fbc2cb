import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AskDialog } from './ask-dialog';

function open(onAnswer: (text: string) => Promise<boolean> | undefined) {
  const onClose = vi.fn();
  render(
    <AskDialog
      title="Raise a flag"
      label="About what"
      action="Raise"
      isOpen
      onClose={onClose}
      onAnswer={onAnswer}
    />,
  );
  return onClose;
}

describe('a question for one text', () => {
  it('is answered by Enter, without the blanks around the text', async () => {
    const onAnswer = vi.fn(() => undefined);
    const onClose = open(onAnswer);
    await userEvent.type(screen.getByRole('textbox'), ' help {Enter}');
    expect(onAnswer).toHaveBeenCalledWith('help');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is not answered by the Enter that ends a composition', async () => {
    const onAnswer = vi.fn(() => undefined);
    open(onAnswer);
    const field = screen.getByRole('textbox');
    await userEvent.type(field, 'help');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(onAnswer).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onAnswer).toHaveBeenCalledOnce();
  });

  it('stays open with its text when the answer fails', async () => {
    const onClose = open(async () => false);
    await userEvent.type(screen.getByRole('textbox'), 'help{Enter}');
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'help');
  });
});
