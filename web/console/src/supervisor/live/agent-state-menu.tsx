import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { AgentSummary, PresenceState } from '../../api/types';
import { t } from '../../i18n';
import { Button, Dialog, Icon, Menu, MenuItem, TextField } from '../../ui';
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
  const [reason, setReason] = useState('');
  async function apply() {
    if (await forceState(agent.id, state, reason.trim())) onClose();
  }
  const isOffline = state === 'Offline';
  return (
    <Dialog
      title={t(isOffline ? 'supervisor.putOffline' : 'supervisor.putAway', { name: agent.name })}
      role={isOffline ? 'alertdialog' : 'dialog'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button kind={isOffline ? 'danger' : 'primary'} onPress={() => void apply()}>
            {t(isOffline ? 'supervisor.doPutOffline' : 'supervisor.doPutAway')}
          </Button>
        </>
      }
    >
      {isOffline ? <p>{t('supervisor.offlineWarning', { count: agent.engaged })}</p> : null}
      <TextField
        label={t('shell.reason')}
        value={reason}
        onChange={setReason}
        maxLength={255}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') void apply();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}
