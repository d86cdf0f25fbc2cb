import { useState } from 'react';
import { t } from '../i18n';
import { type Chat, useLive } from '../state';
import { Button, Dialog, TextField } from '../ui';
import { block, leaveConference, setFlag } from './actions';
import type { OpenDialog } from './conversation-header';
import { HandoverDialog } from './handover-dialog';

interface ChatDialogsProps {
  chat: Chat;
  dialog: OpenDialog;
  onClose: () => void;
}

// The dialogs of a chat's header.
export default function ChatDialogs({ chat, dialog, onClose }: ChatDialogsProps) {
  return (
    <>
      <HandoverDialog
        chat={chat}
        kind={dialog === 'conference' ? 'conference' : 'transfer'}
        isOpen={dialog === 'transfer' || dialog === 'conference'}
        onClose={onClose}
      />
      <BlockDialog chat={chat} isOpen={dialog === 'block'} onClose={onClose} />
      <FlagDialog chat={chat} isOpen={dialog === 'flag'} onClose={onClose} />
      <LeaveDialog chat={chat} isOpen={dialog === 'leave'} onClose={onClose} />
    </>
  );
}

export interface ChatDialogProps {
  chat: Chat;
  isOpen: boolean;
  onClose: () => void;
}

function BlockDialog({ chat, isOpen, onClose }: ChatDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('chats.blockTitle', { name: chat.name })}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button
            kind="danger"
            onPress={() => {
              void block(chat.chatKey, reason.trim());
              onClose();
            }}
          >
            {t('chats.blockAndEnd')}
          </Button>
        </>
      }
    >
      <p>{t('chats.blockWarning', { address: chat.facts?.ipAddress ?? '' })}</p>
      <TextField
        label={t('chats.blockReason')}
        value={reason}
        onChange={setReason}
        maxLength={255}
        autoFocus
      />
    </Dialog>
  );
}

function FlagDialog({ chat, isOpen, onClose }: ChatDialogProps) {
  const [text, setText] = useState('');
  function raise() {
    void setFlag(chat.chatKey, true, text.trim());
    setText('');
    onClose();
  }
  return (
    <Dialog
      title={t('chats.raiseFlag')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button kind="primary" onPress={raise}>
            {t('chats.raiseFlag')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('chats.flagText')}
        hint={t('chats.flagHint')}
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') raise();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}

function LeaveDialog({ chat, isOpen, onClose }: ChatDialogProps) {
  const ownId = useLive((state) => state.me?.agent.id);
  const names = chat.agents.filter((agent) => agent.id !== ownId).map((agent) => agent.name);
  return (
    <Dialog
      title={t('chats.leaveTitle')}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button
            kind="primary"
            onPress={() => {
              void leaveConference(chat.chatKey);
              onClose();
            }}
          >
            {t('chats.leave')}
          </Button>
        </>
      }
    >
      <p>{t('chats.whoStays', { names: names.join(', ') })}</p>
    </Dialog>
  );
}
