import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { t } from '../../i18n';
import type { Chat } from '../../state/model';
import { useLive } from '../../state/store';
import { Button, EmptyState, Icon, IconButton, reasonOf, Timer } from '../../ui';
import { join, lowerFlag, takeOver } from '../live/actions';
import { useNames } from '../names';
import { ConfirmButton } from './confirm-button';
import { LiveLog } from './live-log';
import { Unsent } from './unsent';
import { useWatched, type Watched } from './watched-chat';
import { WhisperBox } from './whisper-box';

export interface WatchPanelProps {
  chatKey: string;
  onClose: () => void;
}

// A chat beside the tables: read only, with what a supervisor may do in it.
export function WatchPanel({ chatKey, onClose }: WatchPanelProps) {
  const watched = useWatched(chatKey);
  const panel = useRef<HTMLElement>(null);
  const { chat } = watched;
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      className="sup-watch"
      ref={panel}
      tabIndex={-1}
      aria-label={t('supervisor.watchedChat')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className="sup-watch__head">
        <Title chatKey={chatKey} chat={chat} />
        <IconButton icon="close" label={t('supervisor.stopWatching')} onPress={onClose} />
      </header>
      <Body chatKey={chatKey} watched={watched} />
    </aside>
  );
}

function Title({ chatKey, chat }: { chatKey: string; chat: Chat | undefined }) {
  const names = useNames();
  const name = useLive((state) => chat?.name ?? state.overview[chatKey]?.name);
  return (
    <div className="sup-watch__title">
      <h2>
        <bdi dir="auto">{name || t('supervisor.noName')}</bdi>
      </h2>
      {chat ? (
        <p className="muted">
          <bdi dir="auto">{names.button(chat.buttonId)}</bdi>
          {chat.agents.length > 0 ? (
            <>
              {' · '}
              <bdi dir="auto">{chat.agents.map((agent) => agent.name).join(', ')}</bdi>
            </>
          ) : null}
          {chat.state === 'ended' ? null : (
            <>
              {' · '}
              <Timer since={chat.acceptTime ?? chat.requestTime} />
            </>
          )}
        </p>
      ) : null}
    </div>
  );
}

function Body({ chatKey, watched }: { chatKey: string; watched: Watched }) {
  const { chat, refusal, isGone } = watched;
  if (isGone) {
    return (
      <EmptyState icon="chat" title={t('supervisor.chatIsOver')}>
        <TranscriptLink chatKey={chatKey} />
      </EmptyState>
    );
  }
  if (!chat?.facts) return <div className="sup-watch__body" aria-busy="true" />;
  const isShown = watched.isIn || (chat.facts.mayWatch && !refusal);
  return (
    <div className="sup-watch__body">
      <Notes chat={chat} />
      {isShown ? (
        <>
          <LiveLog chat={chat} />
          <Unsent chat={chat} />
        </>
      ) : (
        <EmptyState icon="block" title={t('supervisor.cannotWatch')}>
          {refusal ? <p dir="auto">{reasonOf(refusal)}</p> : null}
        </EmptyState>
      )}
      <Deeds chat={chat} isIn={watched.isIn} />
    </div>
  );
}

function TranscriptLink({ chatKey }: { chatKey: string }) {
  return <Link href={`/transcripts/${chatKey}`}>{t('supervisor.readTranscript')}</Link>;
}

// What stands out in the chat.
function Notes({ chat }: { chat: Chat }) {
  return (
    <div className="sup-notes">
      {chat.isFlagRaised ? (
        <p className="sup-note" data-tone="late">
          <Icon name="flag" />
          <span>
            {t('supervisor.flagRaised')}
            {chat.flagText ? (
              <>
                {': '}
                <bdi dir="auto">{chat.flagText}</bdi>
              </>
            ) : null}
          </span>
          <Button className="sup-small" onPress={() => void lowerFlag(chat.chatKey)}>
            {t('supervisor.lowerFlag')}
          </Button>
        </p>
      ) : null}
      {chat.isCriticalWait ? (
        <p className="sup-note" data-tone="late">
          ▲ {t('supervisor.criticalWait')}
        </p>
      ) : null}
      {chat.isDisconnected ? (
        <p className="sup-note" data-tone="warn">
          ◆ {t('supervisor.visitorIsLost')}
        </p>
      ) : null}
    </div>
  );
}

function Deeds({ chat, isIn }: { chat: Chat; isIn: boolean }) {
  const [, navigate] = useLocation();
  const { chatKey, facts } = chat;
  const toChats = () => navigate(`~/console/chats/${chatKey}`);
  if (chat.state === 'ended') {
    return (
      <p className="sup-note">
        {t('supervisor.chatIsOver')} <TranscriptLink chatKey={chatKey} />
      </p>
    );
  }
  if (isIn) {
    return (
      <p className="sup-note">
        {t('supervisor.youAreIn')} <Button onPress={toChats}>{t('supervisor.openInChats')}</Button>
      </p>
    );
  }
  return (
    <>
      {facts?.mayWhisper && (chat.state === 'engaged' || chat.invitation) ? (
        <WhisperBox chatKey={chatKey} />
      ) : null}
      <div className="sup-deeds">
        {facts?.mayJoin ? (
          <ConfirmButton
            again={t('supervisor.joinAgain')}
            onConfirm={async () => {
              if (await join(chatKey)) toChats();
            }}
          >
            {t('supervisor.join')}
          </ConfirmButton>
        ) : null}
        {facts?.mayTakeOver ? (
          <ConfirmButton
            again={t('supervisor.takeOverAgain')}
            onConfirm={async () => {
              if (await takeOver(chatKey)) toChats();
            }}
          >
            {t('supervisor.takeOver')}
          </ConfirmButton>
        ) : null}
      </div>
    </>
  );
}
