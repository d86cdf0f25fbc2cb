import { useState } from 'react';
import { useLocation } from 'wouter';
import { loadArea, t } from '../../i18n';
import { useLive } from '../../state/store';
import { Button, Icon, Select } from '../../ui';
import { titleOf, useList } from '../api';
import { kinds } from '../kinds';
import type { PanelProps } from '.';
import { Panel } from './panel';

// Plays a visitor who comes by this deployment, in the chats.
export function DeploymentTest({ id }: PanelProps) {
  const { data: all = [] } = useList('buttons');
  const [chosen, setChosen] = useState<string | null>(null);
  const [, navigate] = useLocation();
  const organization = useLive((state) => state.me?.organization.id ?? '');
  const buttons = all.filter((one) => one.type !== 'Invite' && one.isActive);
  const button = buttons.find((one) => one.id === chosen) ?? buttons[0];
  if (!id || !button) return null;

  async function test(deploymentId: string, buttonId: string) {
    const [{ playVisitor }] = await Promise.all([
      import('../../chats/play-visitor'),
      loadArea('chats'),
    ]);
    playVisitor({ organizationId: organization, deploymentId, buttonId });
    navigate('~/console/chats');
  }

  return (
    <Panel title={t('admin.test')}>
      <p className="muted">{t('admin.testText')}</p>
      {buttons.length > 1 ? (
        <Select
          label={t('admin.forButton')}
          choices={buttons.map((one) => ({ id: one.id, label: titleOf(kinds.buttons, one) }))}
          value={button.id}
          onChange={setChosen}
        />
      ) : null}
      <Button onPress={() => void test(id, button.id)}>
        <Icon name="play" />
        {t('admin.testThis')}
      </Button>
    </Panel>
  );
}
