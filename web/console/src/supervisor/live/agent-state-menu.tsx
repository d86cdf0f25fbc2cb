import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { AgentSummary, PresenceState } from '../../api/types';
import { t } from '../../i18n';
import { AskDialog, Icon, Menu, MenuItem } from '../../ui';
import { forceState } from './actions';

// Puts another agent into a state. Away takes a reason; offline with open chats is asked again.
export function AgentStateMenu({ agent }: { agent: AgentSummary }) {
  const [asked, setAsked] = useState<PresenceState | null>(null);

  function choose(state: PresenceState) {
    const takesChats = state === 'Offline' && agent.engaged > 0;
    if (state === 'Away' || takesChats) setAsked(state);
    else void forceState(agent.id, state, '');
  }

  return (
    <>
      <Menu
        label={t('supervisor.setStateOf', { name: agent.name })}
        onAction={(key) => choose(key as PresenceState)}
        trigger={
          <AriaButton
            className="ui-button ui-button--quiet sup-small"
            aria-label={t('supervisor.setStateOf', { name: agent.name })}
          >
            {t('supervisor.set')}
            <Icon name="chevronDown" />
          </AriaButton>
        }
      >
        <MenuItem id="Online">{t('shell.stateOnline')}</MenuItem>
        <MenuItem id="Away">{t('supervisor.awayWithReason')}</MenuItem>
        <MenuItem id="Offline">{t('shell.stateOffline')}</MenuItem>
      </Menu>
      {asked ? <StateDialog agent={agent} state={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

interface StateDialogProps {
  agent: AgentSummary;
  state: PresenceState;
  onClose: () => void;
}

function StateDialog({ agent, state, onClose }: StateDialogProps) {
  const isOffline = state === 'Offline';
  return (
    <AskDialog
      title={t(isOffline ? 'supervisor.putOffline' : 'supervisor.putAway', { name: agent.name })}
      label={t('shell.reason')}
      maxLength={255}
      action={t(isOffline ? 'supervisor.doPutOffline' : 'supervisor.doPutAway')}
      isDanger={isOffline}
      isOpen
      onClose={onClose}
      onAnswer={(reason) => forceState(agent.id, state, reason)}
    >
      {isOffline ? <p>{t('supervisor.offlineWarning', { count: agent.engaged })}</p> : null}
    </AskDialog>
  );
}
