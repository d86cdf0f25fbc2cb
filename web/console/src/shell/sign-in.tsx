import { type FormEvent, useState } from 'react';
import { ApiError } from '../api/client';
import { t } from '../i18n';
import { signIn } from '../state/live';
import { Button, Icon, reasonOf, TextField } from '../ui';
import { LanguageMenu } from './language-menu';

const storageKey = 'rejoinder.signIn';

interface Remembered {
  organization: string;
  username: string;
}

function remembered(): Remembered {
  const asked = new URLSearchParams(location.search);
  let stored: Partial<Remembered> = {};
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Remembered>;
  } catch {
    // Nothing is remembered.
  }
  return {
    organization: asked.get('organization') ?? stored.organization ?? '',
    username: asked.get('username') ?? stored.username ?? '',
  };
}

export function SignIn() {
  const [first] = useState(remembered);
  const [organization, setOrganization] = useState(first.organization);
  const [username, setUsername] = useState(first.username);
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem('');
    try {
      await signIn(organization.trim(), username.trim(), password);
      remember({ organization: organization.trim(), username: username.trim() });
    } catch (caught) {
      setProblem(problemText(caught));
      setBusy(false);
    }
  }

  return (
    <main className="shell-gate">
      <form className="shell-sign-in" onSubmit={submit} aria-labelledby="sign-in-title">
        <div className="shell-sign-in__brand">
          <span className="shell-logo">
            <Icon name="chat" />
          </span>
          <h1 id="sign-in-title">{t('shell.signInTitle')}</h1>
        </div>
        <TextField
          label={t('shell.organization')}
          hint={t('shell.organizationHint')}
          value={organization}
          onChange={setOrganization}
          isCode
          autoComplete="organization"
          autoFocus={first.organization === ''}
          isRequired
        />
        <TextField
          label={t('shell.username')}
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoFocus={first.organization !== '' && first.username === ''}
          isRequired
        />
        <TextField
          label={t('shell.password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus={first.organization !== '' && first.username !== ''}
          isRequired
        />
        <p role="alert" className="shell-sign-in__problem">
          {problem}
        </p>
        <Button type="submit" kind="primary" isDisabled={isBusy}>
          {t('shell.signIn')}
        </Button>
      </form>
      <LanguageMenu />
    </main>
  );
}

function remember(choice: Remembered): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choice));
  } catch {
    // Asked again the next time.
  }
}

function problemText(problem: unknown): string {
  if (!(problem instanceof ApiError)) return t('shell.problem');
  return problem.status === 401 ? t('shell.wrongPassword') : reasonOf(problem);
}
