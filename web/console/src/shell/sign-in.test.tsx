import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TestServer } from '../test-server';
import { SignIn } from './sign-in';

let server: TestServer;
beforeEach(() => {
  localStorage.clear();
  server = new TestServer();
});
afterEach(() => vi.unstubAllGlobals());

async function fill(password: string) {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Organization'), '00D000000000001');
  await user.type(screen.getByLabelText('Username'), 'ann');
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
}

it('says when the words do not go together, and asks once', async () => {
  server.answer('POST /api/v1/login', { status: 401, body: { detail: 'no' } });
  render(<SignIn />);
  await fill('wrong');
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toContain('do not go together'),
  );
  expect(server.of('POST /api/v1/login').map((one) => one.body)).toEqual([
    { organization: '00D000000000001', username: 'ann', password: 'wrong' },
  ]);
});

it('says when the server cannot be reached', async () => {
  server.answer('POST /api/v1/login', 'unreachable');
  render(<SignIn />);
  await fill('right');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('cannot be reached'));
});

it('never keeps a password', async () => {
  server.answer('POST /api/v1/login', { status: 401, body: { detail: 'no' } });
  render(<SignIn />);
  await fill('secret-word');
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret-word');
});
