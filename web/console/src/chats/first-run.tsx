import { type FormEvent, useState } from 'react';
import { t } from '../i18n';
import { setPresence } from '../shell/status-menu';
import { useLive } from '../state';
import { Button, EmptyState, Select } from '../ui';
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
  const deployments = me?.names.deployments.map(({ id, name }) => ({ id, label: name })) ?? [];
  const [deploymentId, setDeploymentId] = useState(deployments[0]?.id ?? '');
  const chosen = buttonId ?? buttons[0]?.id ?? null;

  // The queues of supervisors are those they look after, too.
  if (buttons.length === 0 || me?.skills.length === 0) return <p>{t('chats.noQueue')}</p>;
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
      {deployments.length > 1 ? (
        <Select
          label={t('chats.deployment')}
          choices={deployments}
          value={deploymentId}
          onChange={setDeploymentId}
        />
      ) : null}
      <Button type="submit" kind="primary">
        {t('chats.playVisitor')}
      </Button>
    </form>
  );
}
