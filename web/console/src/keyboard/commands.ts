import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TextKey } from '../i18n';
import { type Chord, isSameChord } from './chord';

// Every command of the console. Keys are matched by their place on the keyboard (`event.code`), so
// that they are the same with every layout.

export interface Command {
  id: CommandId;
  label: TextKey;
  chord: Chord | null;
}

const alt = (code: string, more: Partial<Chord> = {}): Chord => ({ code, alt: true, ...more });

export const commandIds = [
  'commandMenu',
  'shortcuts',
  'nextChat',
  'previousChat',
  'nextWaiting',
  'previousWaiting',
  'accept',
  'decline',
  'reply',
  'note',
  'transfer',
  'conference',
  'end',
  'flag',
  'attach',
  'togglePanes',
  'nextPane',
  'previousPane',
  'goChats',
  'goSupervisor',
  'goAdmin',
  'goOnline',
  'goAway',
  'goOffline',
  'signOut',
] as const;

export type CommandId = (typeof commandIds)[number];

const usualChords: Partial<Record<CommandId, Chord>> = {
  commandMenu: { code: 'KeyK', primary: true },
  shortcuts: { code: 'Slash', shift: true, key: '?' },
  nextChat: alt('ArrowDown'),
  previousChat: alt('ArrowUp'),
  nextWaiting: alt('ArrowDown', { shift: true }),
  previousWaiting: alt('ArrowUp', { shift: true }),
  accept: alt('KeyA'),
  decline: alt('KeyD'),
  reply: alt('KeyL'),
  note: alt('KeyN'),
  transfer: alt('KeyT'),
  conference: alt('KeyC'),
  end: alt('KeyE'),
  flag: alt('KeyF'),
  attach: alt('KeyU'),
  togglePanes: alt('KeyZ'),
  nextPane: { code: 'F6' },
  previousPane: { code: 'F6', shift: true },
};

// Second keys that cannot be changed.
export const otherChords: { id: CommandId; chord: Chord }[] = [
  { id: 'nextChat', chord: alt('KeyJ') },
  { id: 'previousChat', chord: alt('KeyK') },
  { id: 'nextWaiting', chord: alt('KeyJ', { shift: true }) },
  { id: 'previousWaiting', chord: alt('KeyK', { shift: true }) },
];

type Chords = Record<CommandId, Chord | null>;

const storageKey = 'rejoinder.keys';

export function usualKeys(): Chords {
  const entries = commandIds.map((id) => [id, usualChords[id] ?? null]);
  return Object.fromEntries(entries) as Chords;
}

function readKeys(): Chords {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Chords>;
    return { ...usualKeys(), ...stored };
  } catch {
    return usualKeys();
  }
}

export const keys = createStore<Chords>(readKeys);

keys.subscribe((now) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(now));
  } catch {
    // Without storage the keys hold until the page is left.
  }
});

export function useKeys(): Chords {
  return useStore(keys);
}

// Gives a command another key, or none. Returns the command that has the key already, if one does.
export function setKey(id: CommandId, chord: Chord | null): CommandId | null {
  if (chord) {
    const holder = commandOf(chord);
    if (holder && holder !== id) return holder;
  }
  keys.setState({ [id]: chord });
  return null;
}

export function resetKeys(): void {
  keys.setState(usualKeys());
}

export function commandOf(chord: Chord): CommandId | null {
  const now = keys.getState();
  const id = commandIds.find((one) => now[one] !== null && isSameChord(now[one], chord));
  return id ?? otherChords.find((other) => isSameChord(other.chord, chord))?.id ?? null;
}

export function labelOf(id: CommandId): TextKey {
  return `shell.command_${id}`;
}

// What each command does at present; absent for those that make no sense now.
const actions = createStore<Partial<Record<CommandId, () => void>>>(() => ({}));

export function useAvailable(): CommandId[] {
  const now = useStore(actions);
  return commandIds.filter((id) => now[id] !== undefined);
}

// Does the command. Returns whether it can be done at present.
export function run(id: CommandId): boolean {
  const action = actions.getState()[id];
  action?.();
  return action !== undefined;
}

// Gives a command its action while the component is shown, unless `action` is null.
export function useCommand(id: CommandId, action: (() => void) | null): void {
  const latest = useRef(action);
  latest.current = action;
  const isThere = action !== null;
  useEffect(() => {
    if (!isThere) return;
    const call = () => latest.current?.();
    actions.setState({ [id]: call });
    return () => {
      if (actions.getState()[id] === call) actions.setState({ [id]: undefined });
    };
  }, [id, isThere]);
}
