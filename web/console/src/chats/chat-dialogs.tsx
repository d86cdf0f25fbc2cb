import { t } from '../i18n';
import { type Chat, useLive } from '../state';
import { AskDialog, Button, Dialog } from '../ui';
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
  return (
    <AskDialog
      title={t('chats.blockTitle', { name: chat.name })}
      label={t('chats.blockReason')}
      maxLength={255}
      action={t('chats.blockAndEnd')}
      isDanger
      isOpen={isOpen}
      onClose={onClose}
      onAnswer={(reason) => {
        void block(chat.chatKey, reason);
      }}
    >
      <p>{t('chats.blockWarning', { address: chat.facts?.ipAddress ?? '' })}</p>
    </AskDialog>
  );
}

function FlagDialog({ chat, isOpen, onClose }: ChatDialogProps) {
  return (
    <AskDialog
      title={t('chats.raiseFlag')}
      label={t('chats.flagText')}
      hint={t('chats.flagHint')}
      action={t('chats.raiseFlag')}
      isOpen={isOpen}
      onClose={onClose}
      onAnswer={(text) => {
        void setFlag(chat.chatKey, true, text);
      }}
    />
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
