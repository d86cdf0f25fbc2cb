import { memo } from 'react';
import { urlOf } from '../api/client';
import type { ChatFile, Entry } from '../api/types';
import { t } from '../i18n';
import { clockTime, dateTime, fileSize } from '../i18n/format';
import type { Chat, PendingMessage } from '../state';
import { Button, Icon } from '../ui';
import { discard, retry } from './actions';
import { eventTextOf, isBubble, isFile, richContentOf } from './entry-text';
import { dropUpload, retryUpload, type Upload } from './uploads';

export interface EntryProps {
  // With `isRecord` the chat is over, and its files are kept with its record.
  chat: Pick<Chat, 'chatKey' | 'agents' | 'files' | 'name'> & { isRecord?: boolean };
  entry: Entry;
  ownId: string | undefined;
  // Whether the line before is of somebody else, so that the author is named.
  isFirst: boolean;
}

export const EntryView = memo(function EntryView(props: EntryProps) {
  const { entry } = props;
  if (isBubble(entry)) return <Bubble {...props} />;
  if (isFile(entry)) return <FileCard {...props} />;
  return <EventLine {...props} />;
});

function sideOf(entry: Entry): 'visitor' | 'agent' {
  return entry.from === 'visitor' ? 'visitor' : 'agent';
}

function authorOf({ entry, ownId, chat }: EntryProps): string {
  if (entry.type === 'Whisper') {
    const name = entry.agentId === ownId ? t('chats.you') : entry.name;
    return t('chats.whisperOf', { name });
  }
  if (entry.from === 'bot') return t('chats.botNamed', { name: entry.name });
  if (entry.from === 'visitor') return entry.name || chat.name;
  return entry.agentId === ownId ? t('chats.you') : entry.name;
}

function Bubble(props: EntryProps) {
  const { entry, isFirst } = props;
  const isWhisper = entry.type === 'Whisper';
  const isRich = entry.type.endsWith('RichMessage');
  return (
    <div
      className="chats-line"
      data-side={sideOf(entry)}
      data-whisper={isWhisper || undefined}
      data-first={isFirst || undefined}
    >
      <span className={isFirst || isWhisper ? 'chats-line__author' : 'visually-hidden'}>
        {isWhisper ? <Icon name="lock" /> : null}
        {entry.from === 'bot' ? <Icon name="bot" /> : null}
        <bdi>{authorOf(props)}</bdi>
      </span>
      <div className="chats-bubble">
        {isRich ? <RichBody entry={entry} /> : <p dir="auto">{entry.text}</p>}
      </div>
      <time
        className="chats-line__time"
        dateTime={new Date(entry.at).toISOString()}
        title={dateTime(entry.at)}
      >
        {clockTime(entry.at)}
      </time>
    </div>
  );
}

function RichBody({ entry }: { entry: Entry }) {
  const content = richContentOf(entry);
  if (!content) return <p dir="auto">{entry.text}</p>;
  return (
    <>
      {content.header ? <p dir="auto">{content.header}</p> : null}
      <ul className="chats-rich" aria-label={t('chats.choices')}>
        {content.items.map((item) => (
          <li key={item} className="chats-rich__item" dir="auto">
            {item}
          </li>
        ))}
      </ul>
    </>
  );
}

function FileCard({ chat, entry }: EntryProps) {
  const fileId = entry.eventType ?? '';
  const file: ChatFile | undefined = chat.files[fileId];
  const side = entry.type === 'FileTransferSuccess' ? 'visitor' : 'agent';
  const name = file?.name || entry.text || t('chats.file');
  const owner = chat.isRecord ? 'transcripts' : 'chats';
  const path = `/api/v1/${owner}/{chatKey}/files/{fileId}`;
  return (
    <div className="chats-line" data-side={side} data-first>
      <a
        className="chats-file"
        href={urlOf(path, { chatKey: chat.chatKey, fileId })}
        download={name}
      >
        <Icon name="file" />
        <span className="chats-file__name">
          <bdi dir="auto">{name}</bdi>
          <span className="muted">
            {side === 'visitor' ? t('chats.fileFromVisitor') : t('chats.fileToVisitor')}
            {file && file.size > 0 ? ` · ${fileSize(file.size)}` : ''}
          </span>
        </span>
        <Icon name="download" />
      </a>
      <time className="chats-line__time" dateTime={new Date(entry.at).toISOString()}>
        {clockTime(entry.at)}
      </time>
    </div>
  );
}

function EventLine({ chat, entry }: EntryProps) {
  const nameOf = (id: string) => chat.agents.find((agent) => agent.id === id)?.name ?? '';
  return (
    <p className="chats-event">
      <span dir="auto">{eventTextOf(entry, nameOf)}</span>{' '}
      <time className="tabular" dateTime={new Date(entry.at).toISOString()}>
        {clockTime(entry.at)}
      </time>
    </p>
  );
}

export function PendingView({ chatKey, message }: { chatKey: string; message: PendingMessage }) {
  const isFailed = message.state === 'failed';
  return (
    <div
      className="chats-line"
      data-side="agent"
      data-whisper={message.isWhisper || undefined}
      data-pending={message.state}
    >
      <span className="visually-hidden">{t('chats.you')}</span>
      <div className="chats-bubble">
        <p dir="auto">{message.text}</p>
      </div>
      {isFailed ? (
        <div className="chats-line__failed" role="alert">
          <span>
            ! {t('chats.notSent')} <span dir="auto">{message.problem}</span>
          </span>
          <Button onPress={() => retry(chatKey, message)}>{t('shell.tryAgain')}</Button>
          <Button kind="quiet" onPress={() => discard(chatKey, message.id)}>
            {t('chats.discard')}
          </Button>
        </div>
      ) : (
        <span className="chats-line__time">{t('chats.sending')}</span>
      )}
    </div>
  );
}

export function UploadView({ upload }: { upload: Upload }) {
  const isFailed = upload.state === 'failed';
  const share = upload.size > 0 ? Math.min(1, upload.loaded / upload.size) : 0;
  return (
    <div className="chats-line" data-side="agent" data-pending={upload.state}>
      <div className="chats-file">
        <Icon name="file" />
        <span className="chats-file__name">
          <bdi dir="auto">{upload.name}</bdi>
          {isFailed ? (
            <span className="chats-line__failed" role="alert" dir="auto">
              {upload.problem}
            </span>
          ) : (
            <progress
              max={1}
              value={share}
              aria-label={t('chats.uploadOf', { name: upload.name })}
            />
          )}
        </span>
        {isFailed ? (
          <Button onPress={() => retryUpload(upload.id)}>{t('shell.tryAgain')}</Button>
        ) : null}
        <Button kind="quiet" onPress={() => dropUpload(upload.id)}>
          {t('shell.cancel')}
        </Button>
      </div>
    </div>
  );
}
