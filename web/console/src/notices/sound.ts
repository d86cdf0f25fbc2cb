import type { Me } from '../api/types';
import { preferences, type SoundKind } from '../shell/preferences';
import { store } from '../state';

// Short tones, made here, so that no media file has to be loaded.

interface Note {
  frequency: number;
  at: number;
  length: number;
}

const tunes: Record<SoundKind, Note[]> = {
  request: [
    { frequency: 660, at: 0, length: 0.14 },
    { frequency: 880, at: 0.16, length: 0.2 },
    { frequency: 660, at: 0.42, length: 0.14 },
    { frequency: 880, at: 0.58, length: 0.24 },
  ],
  message: [{ frequency: 740, at: 0, length: 0.12 }],
  disconnect: [
    { frequency: 440, at: 0, length: 0.16 },
    { frequency: 330, at: 0.18, length: 0.22 },
  ],
  whisper: [
    { frequency: 990, at: 0, length: 0.07 },
    { frequency: 990, at: 0.12, length: 0.07 },
  ],
  flag: [
    { frequency: 520, at: 0, length: 0.12 },
    { frequency: 660, at: 0.14, length: 0.12 },
    { frequency: 780, at: 0.28, length: 0.2 },
  ],
  logout: [
    { frequency: 392, at: 0, length: 0.18 },
    { frequency: 294, at: 0.2, length: 0.18 },
    { frequency: 220, at: 0.4, length: 0.3 },
  ],
};

// Whether the organization lets its agents have the sound.
export function isAllowed(kind: SoundKind, me: Me | null): boolean {
  if (kind === 'request') return me?.config.enableRequestSound ?? false;
  if (kind === 'logout') return me?.config.enableLogoutSound ?? false;
  return true;
}

let context: AudioContext | null = null;

function audio(): AudioContext | null {
  if (typeof AudioContext === 'undefined') return null;
  context ??= new AudioContext();
  return context;
}

// Whether the browser plays nothing before the page has been clicked.
export function isSilenced(): boolean {
  return audio()?.state === 'suspended';
}

export async function unlock(): Promise<void> {
  await audio()?.resume();
}

export function play(kind: SoundKind): void {
  if (!isAllowed(kind, store.getState().me)) return;
  const volume = preferences.getState().volumes[kind];
  const playing = audio();
  if (!playing || volume === 0 || playing.state !== 'running') return;
  const begin = playing.currentTime + 0.01;
  for (const note of tunes[kind]) {
    const oscillator = playing.createOscillator();
    const gain = playing.createGain();
    oscillator.frequency.value = note.frequency;
    gain.gain.setValueAtTime(0, begin + note.at);
    gain.gain.linearRampToValueAtTime(volume * 0.25, begin + note.at + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + note.at + note.length);
    oscillator.connect(gain).connect(playing.destination);
    oscillator.start(begin + note.at);
    oscillator.stop(begin + note.at + note.length);
  }
}
