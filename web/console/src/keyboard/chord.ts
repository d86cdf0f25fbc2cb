// A key with its modifiers.
export interface Chord {
  // The place of the key, as `KeyboardEvent.code` names it.
  code: string;
  alt?: boolean;
  shift?: boolean;
  // Ctrl, or ⌘ on a Mac.
  primary?: boolean;
  // The character, where that counts rather than the place.
  key?: string;
}

const modifierCodes = /^(Alt|Control|Shift|Meta|OS)(Left|Right)?$/;

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

// Null for a modifier alone, and for AltGr, which writes characters.
export function chordOf(event: KeyboardEvent): Chord | null {
  if (modifierCodes.test(event.code) || event.code === '') return null;
  if (event.getModifierState?.('AltGraph')) return null;
  return {
    code: event.code,
    alt: event.altKey,
    shift: event.shiftKey,
    primary: isMac ? event.metaKey : event.ctrlKey,
    key: event.key,
  };
}

export function isSameChord(a: Chord, b: Chord): boolean {
  const isSameKey = a.key === '?' || b.key === '?' ? a.key === b.key : a.code === b.code;
  // The character ? needs Shift on some layouts and not on others.
  const isSameShift = a.key === '?' ? true : Boolean(a.shift) === Boolean(b.shift);
  return (
    isSameKey &&
    isSameShift &&
    Boolean(a.alt) === Boolean(b.alt) &&
    Boolean(a.primary) === Boolean(b.primary)
  );
}

// Keys that write, unless a modifier is held: not to be taken from a text field.
export function isWriting(chord: Chord): boolean {
  return !chord.alt && !chord.primary && !/^F\d+$/.test(chord.code);
}

const names: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Space: '␣',
  Slash: '/',
};

export function chordText(chord: Chord): string {
  if (chord.key === '?') return '?';
  const code = chord.code;
  const name = names[code] ?? code.replace(/^Key|^Digit|^Numpad/, '');
  const parts = [
    chord.primary ? (isMac ? '⌘' : 'Ctrl') : '',
    chord.alt ? (isMac ? '⌥' : 'Alt') : '',
    chord.shift ? (isMac ? '⇧' : 'Shift') : '',
    name,
  ];
  return parts.filter(Boolean).join(isMac ? '' : ' ');
}

// As ARIA writes shortcuts: `Alt+A`.
export function ariaChord(chord: Chord): string {
  if (chord.key === '?') return '?';
  const name = chord.code.replace(/^Key|^Digit/, '');
  const parts = [
    chord.primary ? (isMac ? 'Meta' : 'Control') : '',
    chord.alt ? 'Alt' : '',
    chord.shift ? 'Shift' : '',
    name,
  ];
  return parts.filter(Boolean).join('+');
}
