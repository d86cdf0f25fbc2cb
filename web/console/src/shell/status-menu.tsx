import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { call } from '../api/client';
import type { PresenceState } from '../api/types';
import { t } from '../i18n';
import { useLive } from '../state/store';
import {
  AskDialog,
  Button,
  Dialog,
  Icon,
  Menu,
  MenuItem,
  MenuSection,
  Timer,
  toastProblem,
} from '../ui';

const awayReasons = ['reasonBreak', 'reasonLunch', 'reasonMeeting', 'reasonTraining'] as const;

export const stateMarks: Record<PresenceState, string> = { Online: '●', Away: '◐', Offline: '○' };

let chosen: PresenceState | null = null;

// Whether the state is the one the agent last wished for, on this page.
export function wasChosen(state: PresenceState): boolean {
  return state === chosen;
}

export async function setPresence(state: PresenceState, reason = ''): Promise<void> {
  chosen = state;
  await call('put', '/api/v1/me/presence', { body: { state, reason } }).catch((problem) =>
    toastProblem(problem),
  );
}

// The agent's own presence with its reason and the time in it.
export function StatusMenu() {
  const presence = useLive((state) => state.me?.presence);
  const openChats = useLive(
    (state) => Object.values(state.chats).filter((chat) => chat.state === 'engaged').length,
  );
  const [isAskingReason, setAskingReason] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  if (!presence) return null;

  function choose(key: string) {
    if (key === 'Online') void setPresence('Online');
    else if (key === 'Offline' && openChats > 0) setLeaving(true);
    else if (key === 'Offline') void setPresence('Offline');
    else if (key === 'other') setAskingReason(true);
    else if (key === 'Away') void setPresence('Away');
    else void setPresence('Away', t(`shell.${key as (typeof awayReasons)[number]}`));
  }

  return (
    <>
      <Menu
        label={t('shell.status')}
        onAction={choose}
        trigger={
          <AriaButton
            className="ui-button ui-button--quiet shell-status"
            data-state={presence.state}
          >
            <span className="shell-status__mark" aria-hidden="true">
              {stateMarks[presence.state]}
            </span>
            <span className="shell-status__text">
              {t(`shell.state${presence.state}`)}
              {presence.reason ? <span dir="auto"> · {presence.reason}</span> : null}
            </span>
            <span className="muted shell-status__time">
              {presence.since > 0 ? <Timer since={presence.since} /> : null}
            </span>
            <Icon name="chevronDown" />
          </AriaButton>
        }
      >
        <MenuItem id="Online">{t('shell.stateOnline')}</MenuItem>
        <MenuItem id="Away">{t('shell.stateAway')}</MenuItem>
        <MenuSection title={t('shell.awayBecause')}>
          {awayReasons.map((reason) => (
            <MenuItem key={reason} id={reason}>
              {t(`shell.${reason}`)}
            </MenuItem>
          ))}
          <MenuItem id="other">{t('shell.otherReason')}</MenuItem>
        </MenuSection>
        <MenuItem id="Offline">{t('shell.stateOffline')}</MenuItem>
      </Menu>
      <AskDialog
        title={t('shell.otherReason')}
        label={t('shell.reason')}
        maxLength={255}
        action={t('shell.goAway')}
        isOpen={isAskingReason}
        onClose={() => setAskingReason(false)}
        onAnswer={(reason) => {
          void setPresence('Away', reason);
        }}
      />
      <LeavingDialog isOpen={isLeaving} openChats={openChats} onClose={() => setLeaving(false)} />
    </>
  );
}

interface LeavingProps {
  isOpen: boolean;
  onClose: () => void;
  openChats: number;
}

// Going offline with open chats: what becomes of them is said before.
function LeavingDialog({ isOpen, onClose, openChats }: LeavingProps) {
  return (
    <Dialog
      title={t('shell.offlineTitle')}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button
            onPress={() => {
              void setPresence('Away');
              onClose();
            }}
          >
            {t('shell.awayInstead')}
          </Button>
          <Button
            kind="danger"
            onPress={() => {
              void setPresence('Offline');
              onClose();
            }}
          >
            {t('shell.goOffline')}
          </Button>
        </>
      }
    >
      <p>{t('shell.offlineWarning', { count: openChats })}</p>
    </Dialog>
  );
}
