import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { loadArea } from './i18n';

beforeAll(async () => {
  for (const area of ['shell', 'chats', 'supervisor', 'admin'] as const) await loadArea(area);
});

afterEach(() => cleanup());
