import { render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chordOf, chordText, isSameChord } from './chord';
import {
  commandIds,
  commandOf,
  keys,
  labelOf,
  resetKeys,
  run,
  setKey,
  useCommand,
} from './commands';
import { listen } from './listener';

function press(code: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) {
  const event = new KeyboardEvent('keydown', {
    code,
    key: code,
    bubbles: true,
    cancelable: true,
    ...more,
  });
  target.dispatchEvent(event);
  return event;
}

function Commander({ act }: { act: () => void }) {
  useCommand('transfer', act);
  return <textarea aria-label="text" />;
}

let stop: () => void;
beforeEach(() => {
  // Happy DOM takes Alt for AltGr.
  vi.spyOn(KeyboardEvent.prototype, 'getModifierState').mockReturnValue(false);
  resetKeys();
  stop = listen();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

describe('keys', () => {
  it('are matched by their place on the keyboard', () => {
    // On AZERTY the key at the place of Q writes an A.
    const chord = chordOf(new KeyboardEvent('keydown', { code: 'KeyQ', key: 'a', altKey: true }));
    expect(chord && commandOf(chord)).toBeNull();
    const accept = chordOf(new KeyboardEvent('keydown', { code: 'KeyA', key: 'q', altKey: true }));
    expect(accept && commandOf(accept)).toBe('accept');
  });

  it('leave modifiers alone, and what AltGr writes', () => {
    expect(chordOf(new KeyboardEvent('keydown', { code: 'AltLeft' }))).toBeNull();
    const altGraph = new KeyboardEvent('keydown', { code: 'KeyE', altKey: true });
    altGraph.getModifierState = (key) => key === 'AltGraph';
    expect(chordOf(altGraph)).toBeNull();
  });

  it('of the commands do not collide', () => {
    const chords = commandIds.map((id) => keys.getState()[id]).filter((chord) => chord !== null);
    for (const [index, chord] of chords.entries()) {
      const others = chords.slice(index + 1);
      expect(others.some((other) => isSameChord(other, chord))).toBe(false);
    }
  });

  it('use no digit with Alt, no Ctrl with Alt, and no single letter', () => {
    for (const id of commandIds) {
      const chord = keys.getState()[id];
      if (!chord) continue;
      expect(chord.alt && chord.code.startsWith('Digit')).toBeFalsy();
      expect(chord.alt && chord.primary).toBeFalsy();
      if (/^Key/.test(chord.code)) expect(chord.alt || chord.primary).toBe(true);
    }
  });

  it('are written as people know them', () => {
    expect(chordText({ code: 'ArrowDown', alt: true, shift: true })).toBe('Alt Shift ↓');
    expect(chordText({ code: 'KeyK', primary: true })).toBe('Ctrl K');
  });

  it('can be changed, but not to one that is taken', () => {
    expect(setKey('transfer', { code: 'KeyA', alt: true })).toBe('accept');
    expect(setKey('transfer', { code: 'KeyX', alt: true })).toBeNull();
    expect(commandOf({ code: 'KeyX', alt: true })).toBe('transfer');
    expect(commandOf({ code: 'KeyT', alt: true })).toBeNull();
    expect(JSON.parse(localStorage.getItem('rejoinder.keys') ?? '{}').transfer.code).toBe('KeyX');
    resetKeys();
    expect(commandOf({ code: 'KeyT', alt: true })).toBe('transfer');
  });
});

describe('commands', () => {
  it('run while the component that does them is shown', () => {
    const act = vi.fn();
    const view = render(<Commander act={act} />);
    const event = press('KeyT', { altKey: true });
    expect(act).toHaveBeenCalledTimes(1);
    expect(event.defaultPrevented).toBe(true);
    view.unmount();
    expect(press('KeyT', { altKey: true }).defaultPrevented).toBe(false);
    expect(run('transfer')).toBe(false);
  });

  it('do not take keys that write from a text field', () => {
    const act = vi.fn();
    const view = render(<Commander act={act} />);
    setKey('transfer', { code: 'KeyX' });
    press('KeyX', {}, view.getByLabelText('text'));
    expect(act).not.toHaveBeenCalled();
    press('KeyX');
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('wait while an input method composes', () => {
    const act = vi.fn();
    render(<Commander act={act} />);
    press('KeyT', { altKey: true, isComposing: true });
    expect(act).not.toHaveBeenCalled();
  });

  it('each have a label', () => {
    expect(new Set(commandIds.map(labelOf)).size).toBe(commandIds.length);
  });
});
