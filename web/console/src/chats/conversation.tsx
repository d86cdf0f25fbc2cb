import { type DragEvent, useEffect, useState } from 'react';
import { t } from '../i18n';
import { type Chat, select, useLive } from '../state';
import { Button, EmptyState, Icon, Timer } from '../ui';
import { accept, answer, cancelHandover } from './actions';
import { flagText } from './chat-row';
import { useClose } from './closing';
import { Composer } from './composer';
import { ConversationHeader } from './conversation-header';
import { cancelFile } from './file-request';
import { MessageLog } from './message-log';
import { SneakPeek } from './sneak-peek';
import { sendFiles } from './uploads';

// One chat: who it is with, what was said, and where to answer.
export function Conversation({ chat }: { chat: Chat }) {
  const ownId = useLive((state) => state.me?.agent.id);
  const isMine = select.isMine(chat, ownId);
  const canTalk = isMine && chat.state === 'engaged';
  const drop = useFileDrop(chat, canTalk);
  return (
    <section
      className="chats-conversation"
      data-pane
      tabIndex={-1}
      aria-label={t('chats.chatWith', { name: chat.name })}
      {...drop.handlers}
    >
      <ConversationHeader chat={chat} isMine={isMine} />
      <Banners chat={chat} isMine={isMine} />
      <MessageLog chat={chat} ownId={ownId} />
      {canTalk ? (
        <>
          <SneakPeek chat={chat} />
          <Composer key={chat.chatKey} chat={chat} />
        </>
      ) : null}
      {isMine && chat.state === 'ended' ? <WrapUp chat={chat} /> : null}
      {!isMine ? <NotMine chat={chat} /> : null}
      {drop.isOver ? <div className="chats-drop">{t('chats.dropHere')}</div> : null}
    </section>
  );
}

function useFileDrop(chat: Chat, canTalk: boolean) {
  const [isOver, setOver] = useState(false);
  const mayDrop = canTalk && (chat.facts?.maySendFiles ?? false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        // Without this the browser would leave the console and open the file.
        event.preventDefault();
        if (mayDrop) setOver(true);
        else event.dataTransfer.dropEffect = 'none';
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        if (mayDrop) sendFiles(chat.chatKey, [...event.dataTransfer.files]);
      },
    },
  };
}

// What is unusual about the chat at present.
function Banners({ chat, isMine }: { chat: Chat; isMine: boolean }) {
  return (
    <div className="chats-banners">
      {chat.transferNote && isMine ? (
        <p className="chats-note" dir="auto">
          <strong>{t('chats.noteBefore')}</strong> {chat.transferNote}
        </p>
      ) : null}
      {chat.handover && chat.state === 'engaged' ? (
        <p className="chats-banner" role="status">
          <span>
            {t(chat.handover.kind === 'conference' ? 'chats.askingIn' : 'chats.transferringTo', {
              name: chat.handover.name,
            })}
          </span>
          <Button onPress={() => void cancelHandover(chat.chatKey)}>{t('shell.cancel')}</Button>
        </p>
      ) : null}
      {isMine && select.isFileAsked(chat) ? <FileRequest chat={chat} /> : null}
      {chat.isFlagRaised ? (
        <p className="chats-banner">
          <span>
            <Icon name="flag" /> {flagText(chat)}
          </span>
        </p>
      ) : null}
      {chat.isDisconnected ? (
        <p className="chats-banner chats-banner--late" role="status">
          {t('chats.disconnectedLong')}
        </p>
      ) : null}
    </div>
  );
}

function FileRequest({ chat }: { chat: Chat }) {
  return (
    <p className="chats-banner" role="status">
      <span>{t('chats.fileAsked')}</span>
      <Button onPress={() => void cancelFile(chat.chatKey)}>{t('shell.cancel')}</Button>
    </p>
  );
}

// After the end the chat stays until the agent closes it.
function WrapUp({ chat }: { chat: Chat }) {
  const close = useClose();
  return (
    <footer className="chats-wrap-up">
      <p>
        {endText(chat)} {t('chats.wrapUp')} <Timer since={chat.endTime} />
      </p>
      <Button kind="primary" onPress={() => close(chat.chatKey)}>
        {t('chats.closeChat')}
      </Button>
    </footer>
  );
}

export function endText(chat: Pick<Chat, 'endedBy'>): string {
  if (chat.endedBy === 'Visitor') return t('chats.endedByVisitor');
  return chat.endedBy === 'Agent' ? t('chats.endedByAgent') : t('chats.endedBySystem');
}

// A chat that is offered, waits, or is somebody else's can be read.
function NotMine({ chat }: { chat: Chat }) {
  if (chat.invitation) {
    const isTransfer = chat.invitation.kind === 'transfer';
    return (
      <footer className="chats-wrap-up">
        <p dir="auto">{chat.invitation.note}</p>
        <Button kind="primary" onPress={() => void answer(chat.chatKey, true)}>
          {t(isTransfer ? 'chats.takeOver' : 'chats.join')}
        </Button>
        <Button onPress={() => void answer(chat.chatKey, false)}>{t('chats.decline')}</Button>
      </footer>
    );
  }
  if (chat.state === 'requested') {
    return (
      <footer className="chats-wrap-up">
        <Button kind="primary" onPress={() => void accept(chat.chatKey)}>
          {t('chats.accept')}
        </Button>
      </footer>
    );
  }
  return <p className="chats-read-only muted">{t('chats.readOnly')}</p>;
}

export function NoChat() {
  return (
    <section className="chats-conversation" data-pane tabIndex={-1}>
      <EmptyState icon="chat" title={t('chats.noneOpen')}>
        <p>{t('chats.noneOpenHint')}</p>
      </EmptyState>
    </section>
  );
}

// Gives the focus to the composer when the agent opens a chat, but not when one opens by itself.
export function useComposerFocus(chatKey: string | undefined): void {
  useEffect(() => {
    if (!chatKey) return;
    const element = document.querySelector<HTMLElement>('[data-composer]');
    element?.focus();
  }, [chatKey]);
}
