import { type FormEvent, useEffect, useState } from 'react';
import { call } from '../api/client';
import { t } from '../i18n';
import { setPresence } from '../shell/status-menu';
import { useLive } from '../state';
import { Button, EmptyState, Select, TextField } from '../ui';
import { playVisitor } from './play-visitor';
import { useSimulation } from './simulation';

// An empty console: how to see a chat at once.
export default function FirstRun() {
  const presence = useLive((state) => state.me?.presence.state);
  return (
    <EmptyState icon="chat" title={t('chats.firstTitle')}>
      <p>{t('chats.firstText')}</p>
      {presence === 'Online' ? (
        <StartVisitor />
      ) : (
        <Button kind="primary" onPress={() => void setPresence('Online')}>
          {t('chats.goOnline')}
        </Button>
      )}
    </EmptyState>
  );
}

function StartVisitor() {
  const me = useLive((state) => state.me);
  const queues = useLive((state) => state.queues);
  const running = useSimulation();
  const buttons = Object.values(queues).map((queue) => ({ id: queue.buttonId, label: queue.name }));
  const [buttonId, setButtonId] = useState<string | null>(null);
  const [deploymentId, setDeploymentId] = useDeployment();
  const chosen = buttonId ?? buttons[0]?.id ?? null;

  if (buttons.length === 0) return <p>{t('chats.noQueue')}</p>;
  if (running) return <p role="status">{t('chats.visitorRuns')}</p>;

  function start(event: FormEvent) {
    event.preventDefault();
    if (!chosen || !me) return;
    playVisitor({ organizationId: me.organization.id, deploymentId, buttonId: chosen });
  }

  return (
    <form className="chats-first" onSubmit={start}>
      {buttons.length > 1 ? (
        <Select label={t('chats.button')} choices={buttons} value={chosen} onChange={setButtonId} />
      ) : null}
      <TextField
        label={t('chats.deployment')}
        value={deploymentId}
        onChange={setDeploymentId}
        isCode
        isRequired
      />
      <Button type="submit" kind="primary">
        {t('chats.playVisitor')}
      </Button>
    </form>
  );
}

// The deployment the visitor comes from: one that is known from earlier chats or, for
// administrators, the first; else the usual one of a new organization.
function useDeployment(): [string, (id: string) => void] {
  const me = useLive((state) => state.me);
  const [id, setId] = useState('');
  const organizationId = me?.organization.id ?? '';
  const role = me?.agent.role;
  useEffect(() => {
    let isGone = false;
    const usual = `572${organizationId.slice(3)}`;
    async function find(): Promise<string> {
      if (role === 'admin') {
        const list = await call('get', '/api/v1/admin/deployments', { query: { limit: 1 } });
        if (list.items[0]) return list.items[0].id ?? '';
      }
      const past = await call('get', '/api/v1/transcripts', { query: { limit: 1 } });
      return past.transcripts[0]?.liveChatDeploymentId ?? usual;
    }
    find()
      .catch(() => usual)
      .then((found) => {
        if (!isGone) setId((before) => before || found);
      });
    return () => {
      isGone = true;
    };
  }, [role, organizationId]);
  return [id, setId];
}
