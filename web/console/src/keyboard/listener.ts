import { chordOf, isWriting } from './chord';
import { commandOf, run } from './commands';

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !/^(checkbox|radio|range|button|submit|file)$/.test(target.type)
  );
}

// Listens for the keys of commands. A modal dialog keeps the keys for itself.
export function listen(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    const chord = chordOf(event);
    const id = chord && commandOf(chord);
    if (!chord || !id) return;
    if (isWriting(chord) && isTextField(event.target)) return;
    if (document.querySelector('.ui-modal') && id !== 'commandMenu') return;
    if (!run(id)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}
