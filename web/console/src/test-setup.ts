import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { loadArea } from './i18n';

// A test that asks a server says so by a `TestServer`.
globalThis.fetch = () => Promise.reject(new TypeError('there is no server'));

beforeAll(async () => {
  for (const area of ['shell', 'chats', 'supervisor', 'admin'] as const) await loadArea(area);
});

afterEach(() => cleanup());
