import { useEffect, useState } from 'react';
import { call } from '../api/client';
import type { TransferTarget } from '../api/types';
import { t } from '../i18n';
import { number } from '../i18n/format';
import { stateMarks } from '../shell/status-menu';
import { Button, Dialog, Picker, type PickerItem, TextField, toastProblem } from '../ui';
import { confer, type HandoverTarget, transfer } from './actions';
import type { ChatDialogProps } from './chat-dialogs';

const refreshEvery = 5000;

// To whom the chat goes, or who is asked in, with a note that only agents see.
export function HandoverDialog(props: ChatDialogProps & { kind: 'transfer' | 'conference' }) {
  const { chat, kind, isOpen, onClose } = props;
  const [target, setTarget] = useState<HandoverTarget | null>(null);
  const [note, setNote] = useState('');
  const isTransfer = kind === 'transfer';

  useEffect(() => {
    if (isOpen) return;
    setTarget(null);
    setNote('');
  }, [isOpen]);

  function hand() {
    if (!target) return;
    void (isTransfer
      ? transfer(chat.chatKey, target, note.trim())
      : confer(chat.chatKey, target, note.trim()));
    onClose();
  }

  return (
    <Dialog
      title={t(isTransfer ? 'chats.transferTitle' : 'chats.conferenceTitle', { name: chat.name })}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={!target} onPress={hand}>
            {target
              ? t(isTransfer ? 'chats.transferTo' : 'chats.askIn', { name: target.name })
              : t(isTransfer ? 'chats.transfer' : 'chats.conference')}
          </Button>
        </>
      }
    >
      <Targets
        isTransfer={isTransfer}
        inChat={chat.agents.map((agent) => agent.id)}
        target={target}
        onTarget={setTarget}
      />
      <TextField
        label={t('chats.noteForAgent')}
        hint={t('chats.onlyAgents')}
        value={note}
        onChange={setNote}
        rows={2}
        onKeyDown={(event) => {
          const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (isSend) hand();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}

interface TargetsProps {
  isTransfer: boolean;
  inChat: string[];
  target: HandoverTarget | null;
  onTarget: (target: HandoverTarget) => void;
}

const groupOrder = ['agent', 'skill', 'button'] as const;

function Targets({ isTransfer, inChat, target, onTarget }: TargetsProps) {
  const targets = useTargets();
  const shown = (targets ?? []).filter((one) => isTransfer || one.to === 'agent');
  const items: PickerItem[] = groupOrder.flatMap((to) =>
    shown
      .filter((one) => one.to === to)
      .map((one) => {
        const isInChat = inChat.includes(one.id);
        return {
          id: `${one.to} ${one.id}`,
          text: one.name,
          group: t(`chats.targets_${to}`),
          isDisabled: !one.isAvailable || isInChat,
          detail: <TargetDetail target={one} isInChat={isInChat} />,
        };
      }),
  );
  return (
    <Picker
      label={t('chats.whoTakes')}
      placeholder={t('chats.whoTakes')}
      items={items}
      chosen={target ? `${target.to} ${target.id}` : null}
      onPick={(id) => {
        const found = shown.find((one) => `${one.to} ${one.id}` === id);
        if (found) onTarget(found);
      }}
      empty={targets ? t('chats.nobodyThere') : ''}
    />
  );
}

// How busy it is there, or why the chat cannot go there.
function TargetDetail({ target, isInChat }: { target: TransferTarget; isInChat: boolean }) {
  const { to, state, engaged = 0, max = 0, agentsOnline: count = 0, isAvailable } = target;
  if (to === 'agent') {
    return (
      <span className="muted chats-target">
        {isInChat ? <span>{t('chats.inThisChat')}</span> : null}
        {state ? (
          <span className="chats-target__state" data-state={state}>
            <span aria-hidden="true">{stateMarks[state]}</span> {t(`shell.state${state}`)}
          </span>
        ) : null}
        <span className="tabular">
          {t('chats.load', { used: number(engaged), max: number(max) })}
        </span>
      </span>
    );
  }
  if (to === 'skill') {
    return (
      <span className="muted">
        {isAvailable ? t('chats.onlineCount', { count }) : t('chats.nobodyOnline')}
      </span>
    );
  }
  return (
    <span className="muted chats-target">
      {isAvailable ? null : <span>{t('chats.takesNone')}</span>}
      <span>{t('chats.waitingCount', { count: target.waiting ?? 0 })}</span>
    </span>
  );
}

// Where the chat may go; read again while the dialog is open. Null until the first answer.
function useTargets(): TransferTarget[] | null {
  const [targets, setTargets] = useState<TransferTarget[] | null>(null);
  useEffect(() => {
    let isGone = false;
    async function read() {
      try {
        const list = await call('get', '/api/v1/transfer-targets');
        if (!isGone) setTargets(list.targets);
      } catch (problem) {
        if (!isGone) toastProblem(problem);
      }
    }
    void read();
    const timer = setInterval(() => void read(), refreshEvery);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, []);
  return targets;
}
