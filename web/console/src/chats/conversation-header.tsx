import { lazy, Suspense, useEffect, useReducer, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useLocation } from 'wouter';
import { t } from '../i18n';
import { useCommand } from '../keyboard/commands';
import { type Chat, select, useLive } from '../state';
import { Button, Icon, IconButton, Menu, MenuItem, Timer, toast } from '../ui';
import { endSoon, isEnding, setFlag, undoEnd } from './actions';
import { useClose } from './closing';
import { askForFile } from './file-request';
import { UrgencyMark } from './urgency';

const loadDialogs = () => import('./chat-dialogs');
const ChatDialogs = lazy(loadDialogs);

export type OpenDialog = 'transfer' | 'conference' | 'block' | 'flag' | 'leave' | null;

// Who the chat is with, its two timers, and what can be done with it.
export function ConversationHeader({ chat, isMine }: { chat: Chat; isMine: boolean }) {
  const [, navigate] = useLocation();
  const queue = useLive((state) => select.buttonName(state, chat.buttonId));
  const since = select.waitingSince(chat);
  return (
    <header className="chats-head" data-critical={chat.isCriticalWait || undefined}>
      <IconButton
        icon="back"
        className="chats-head__back"
        label={t('chats.backToList')}
        onPress={() => navigate('/')}
      />
      <div className="chats-head__who">
        <h1 className="chats-head__name">
          <bdi dir="auto">{chat.name}</bdi>
        </h1>
        <p className="muted chats-head__facts">
          {queue ? (
            <>
              <bdi dir="auto">{queue}</bdi> ·{' '}
            </>
          ) : null}
          <span>
            <Timer since={chat.acceptTime ?? chat.requestTime} /> {t('chats.total')}
          </span>
        </p>
      </div>
      {chat.state === 'engaged' && select.lastSaid(chat) ? (
        <p className="chats-head__wait" aria-live="off">
          {since === undefined ? (
            <span className="muted">{t('chats.answered')}</span>
          ) : (
            <>
              <span className="muted">{t('chats.waits')}</span>{' '}
              <strong>
                <Timer since={since} />
              </strong>
            </>
          )}{' '}
          <UrgencyMark chat={chat} isWordShown />
        </p>
      ) : null}
      <Members chat={chat} />
      {isMine ? <Actions chat={chat} /> : null}
    </header>
  );
}

// Those in a conference.
function Members({ chat }: { chat: Chat }) {
  if (chat.agents.length < 2) return null;
  return (
    <ul className="chats-members" aria-label={t('chats.members')}>
      {chat.agents.map((agent) => (
        <li key={agent.id} className="chats-member" title={agent.name}>
          <span aria-hidden="true" dir="auto">
            {[...agent.name].slice(0, 2).join('')}
          </span>
          <span className="visually-hidden">{agent.name}</span>
        </li>
      ))}
    </ul>
  );
}

function Actions({ chat }: { chat: Chat }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [areDialogsLoaded, setDialogsLoaded] = useState(false);
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const { chatKey, facts } = chat;
  const close = useClose();
  // So that they are there at once, and what is typed goes into them.
  useEffect(() => {
    void loadDialogs()
      .then(() => setDialogsLoaded(true))
      .catch(() => undefined);
  }, []);
  const isOpen = chat.state === 'engaged' && !isEnding(chatKey);
  const isConference = chat.agents.length > 1;
  const isHandingOver = chat.handover !== undefined;
  const mayTransfer = isOpen && (facts?.mayTransfer ?? false) && !isHandingOver;
  const mayConfer = isOpen && (facts?.mayConfer ?? false) && !isHandingOver;
  const mayFlag = isOpen && (facts?.mayFlag ?? false);

  function end() {
    if (chat.state === 'ended') close(chatKey);
    else if (isEnding(chatKey)) undoEnd(chatKey, refresh);
    else endSoon(chatKey, refresh);
  }
  function flag() {
    if (chat.isFlagRaised) void setFlag(chatKey, false);
    else setDialog('flag');
  }
  useCommand('transfer', mayTransfer ? () => setDialog('transfer') : null);
  useCommand('conference', mayConfer ? () => setDialog('conference') : null);
  useCommand('flag', mayFlag ? flag : null);
  useCommand('end', end);

  return (
    <div className="chats-head__actions">
      {isOpen ? (
        <>
          {facts?.mayTransfer ? (
            <Button isDisabled={isHandingOver} onPress={() => setDialog('transfer')}>
              <Icon name="transfer" /> <span className="chats-wide">{t('chats.transfer')}</span>
            </Button>
          ) : null}
          {facts?.mayConfer ? (
            <IconButton
              kind="plain"
              icon="addAgent"
              label={t('chats.conference')}
              isDisabled={isHandingOver}
              onPress={() => setDialog('conference')}
            />
          ) : null}
          {mayFlag ? (
            <IconButton
              kind="plain"
              icon="flag"
              label={t(chat.isFlagRaised ? 'chats.lowerFlag' : 'chats.raiseFlag')}
              aria-pressed={chat.isFlagRaised}
              onPress={flag}
            />
          ) : null}
          <MoreMenu chat={chat} isConference={isConference} onDialog={setDialog} />
          <Button kind="danger" onPress={end}>
            {t('chats.end')}
          </Button>
        </>
      ) : null}
      {isEnding(chatKey) ? <span className="muted">{t('chats.isEnding')}</span> : null}
      {areDialogsLoaded || dialog ? (
        <Suspense fallback={null}>
          <ChatDialogs chat={chat} dialog={dialog} onClose={() => setDialog(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}

interface MoreProps {
  chat: Chat;
  isConference: boolean;
  onDialog: (dialog: OpenDialog) => void;
}

function MoreMenu({ chat, isConference, onDialog }: MoreProps) {
  function choose(key: string) {
    if (key === 'file') void askForFile(chat.chatKey);
    else if (key === 'print') window.print();
    else if (key === 'link') void copyLink();
    else onDialog(key as OpenDialog);
  }
  return (
    <Menu
      label={t('chats.more')}
      onAction={choose}
      trigger={
        <AriaButton className="ui-button ui-button--icon" aria-label={t('chats.more')}>
          <Icon name="more" />
        </AriaButton>
      }
    >
      {chat.facts?.maySendFiles ? <MenuItem id="file">{t('chats.askForFile')}</MenuItem> : null}
      {isConference ? <MenuItem id="leave">{t('chats.leave')}</MenuItem> : null}
      <MenuItem id="link">{t('chats.copyLink')}</MenuItem>
      <MenuItem id="print">{t('chats.print')}</MenuItem>
      {chat.facts?.mayBlock ? <MenuItem id="block">{t('chats.block')}</MenuItem> : null}
    </Menu>
  );
}

async function copyLink(): Promise<void> {
  await navigator.clipboard.writeText(location.href);
  toast(t('chats.linkCopied'));
}
