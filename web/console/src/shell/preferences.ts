import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

// What an agent has chosen for this browser.

export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type Density = 'comfortable' | 'compact';
export type SoundKind = 'request' | 'message' | 'disconnect' | 'whisper' | 'flag' | 'logout';

export interface Preferences {
  theme: Theme;
  density: Density;
  // From 0, off, to 1.
  volumes: Record<SoundKind, number>;
  // Desktop notices.
  notices: boolean;
}

const storageKey = 'rejoinder.preferences';

const usual: Preferences = {
  theme: 'system',
  density: 'comfortable',
  volumes: { request: 0.8, message: 0.5, disconnect: 0.5, whisper: 0.5, flag: 0.7, logout: 0.5 },
  notices: false,
};

function read(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>;
    return { ...usual, ...stored, volumes: { ...usual.volumes, ...stored.volumes } };
  } catch {
    return usual;
  }
}

export const preferences = createStore<Preferences>(read);

preferences.subscribe((now) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(now));
  } catch {
    // Without storage the choice holds until the page is left.
  }
  applyPreferences();
});

export function usePreferences(): Preferences {
  return useStore(preferences);
}

export function applyPreferences(): void {
  const { theme, density } = preferences.getState();
  const { dataset } = document.documentElement;
  dataset.density = density;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}
