import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client';
import { t } from '../../i18n';
import { Button, TextField, toast, toastProblem } from '../../ui';
import { listKey, oneKey } from '../api';
import { CodeBlock } from '../copy';
import type { PanelProps } from '.';
import { Panel } from './panel';

// How an agent gets in: a password, and for bots an API key.
export function AgentAccess({ id, object }: PanelProps) {
  const client = useQueryClient();
  if (!id) {
    return (
      <Panel title={t('admin.access')}>
        <p className="muted">{t('admin.accessAfterwards')}</p>
      </Panel>
    );
  }
  function reload() {
    void client.invalidateQueries({ queryKey: oneKey('agents', id ?? '') });
    void client.invalidateQueries({ queryKey: listKey('agents') });
  }
  return (
    <Panel title={t('admin.access')}>
      {object.hasPassword || object.hasApiKey ? null : (
        <p className="admin-warning">{t('admin.noAccess')}</p>
      )}
      <Password id={id} hasPassword={object.hasPassword === true} onDone={reload} />
      {object.kind === 'bot' ? (
        <ApiKey id={id} hasKey={object.hasApiKey === true} onDone={reload} />
      ) : null}
    </Panel>
  );
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupSize = 5;

// `k7m2p-…`: 20 letters of 31, which is about 99 bits.
function randomPassword(): string {
  const text: string[] = [];
  const limit = 256 - (256 % letters.length);
  while (text.length < groups * groupSize) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) text.push(letters.charAt(byte % letters.length));
  }
  return Array.from({ length: groups }, (_, group) =>
    text.slice(group * groupSize, (group + 1) * groupSize).join(''),
  ).join('-');
}

interface PartProps {
  id: string;
  onDone: () => void;
}

function Password({ id, hasPassword, onDone }: PartProps & { hasPassword: boolean }) {
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (password === '') return;
    try {
      await call('put', '/api/v1/admin/agents/{id}/password', { path: { id }, body: { password } });
      toast(t('admin.passwordSet'));
      setPassword('');
      setShown(false);
      onDone();
    } catch (problem) {
      toastProblem(problem);
    }
  }

  return (
    <form className="admin-access" onSubmit={submit} autoComplete="off">
      <TextField
        label={t(hasPassword ? 'admin.newPassword' : 'admin.firstPassword')}
        hint={t(hasPassword ? 'admin.newPasswordHint' : 'admin.firstPasswordHint')}
        type={isShown ? 'text' : 'password'}
        value={password}
        onChange={setPassword}
        maxLength={1024}
        autoComplete="new-password"
      />
      <div className="admin-access__actions">
        <Button
          onPress={() => {
            setPassword(randomPassword());
            setShown(true);
          }}
        >
          {t('admin.generate')}
        </Button>
        <Button type="submit" isDisabled={password === ''}>
          {t('admin.setPassword')}
        </Button>
      </div>
    </form>
  );
}

function ApiKey({ id, hasKey, onDone }: PartProps & { hasKey: boolean }) {
  const [key, setKey] = useState('');
  const [armed, setArmed] = useState<'make' | 'remove' | null>(null);

  async function run(what: 'make' | 'remove') {
    // A key in use stops working: that takes a second press.
    if (hasKey && armed !== what) return setArmed(what);
    setArmed(null);
    try {
      if (what === 'make') {
        const made = await call('post', '/api/v1/admin/agents/{id}/api-key', { path: { id } });
        setKey(made.apiKey);
      } else {
        await call('delete', '/api/v1/admin/agents/{id}/api-key', { path: { id } });
        setKey('');
        toast(t('admin.keyRemoved'));
      }
      onDone();
    } catch (problem) {
      toastProblem(problem);
    }
  }

  return (
    <div className="admin-access">
      <h3>{t('admin.apiKey')}</h3>
      <p className="muted">{t(hasKey ? 'admin.hasKey' : 'admin.noKey')}</p>
      {key ? (
        <>
          <CodeBlock text={key} label={t('admin.apiKey')} />
          <p className="admin-warning" role="status">
            {t('admin.keyOnce')}
          </p>
        </>
      ) : null}
      <div className="admin-access__actions">
        <Button kind={armed === 'make' ? 'danger' : 'plain'} onPress={() => void run('make')}>
          {t(
            armed === 'make' ? 'admin.replaceSure' : hasKey ? 'admin.replaceKey' : 'admin.makeKey',
          )}
        </Button>
        {hasKey ? (
          <Button kind={armed === 'remove' ? 'danger' : 'plain'} onPress={() => void run('remove')}>
            {t(armed === 'remove' ? 'admin.removeSure' : 'admin.removeKey')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
