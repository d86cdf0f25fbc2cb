import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { change } from '../state';
import { me, stateAfter } from '../state/test-frames';
import SoundSettings from './sound-settings';

function shown(config: Partial<typeof me.config>) {
  change(() => ({ ...stateAfter(), me: { ...me, config: { ...me.config, ...config } } }));
  render(<SoundSettings />);
  const isOn = (name: string) => screen.getByRole<HTMLInputElement>('switch', { name });
  return { request: isOn('New request'), logout: isOn('Connection lost, or set offline') };
}

describe('the sounds', () => {
  it('are the agent’s to choose', () => {
    const { request, logout } = shown({});
    for (const one of [request, logout]) {
      expect(one.disabled).toBe(false);
      expect(one.checked).toBe(true);
    }
    expect(screen.queryByText(/switched this off/)).toBeNull();
  });

  it('that the organization does not want cannot be switched on', () => {
    const { request, logout } = shown({ enableRequestSound: false });
    expect(request.disabled).toBe(true);
    expect(request.checked).toBe(false);
    expect(screen.getByLabelText<HTMLInputElement>('Volume of “New request”').disabled).toBe(true);
    expect(logout.disabled).toBe(false);
    expect(screen.getAllByText(/switched this off/)).toHaveLength(1);
  });
});
