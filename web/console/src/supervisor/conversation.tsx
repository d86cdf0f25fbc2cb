import { memo } from 'react';
import { urlOf } from '../api/client';
import type { Entry } from '../api/types';
import { t, tMaybe } from '../i18n';
import { clockTime, dateTime } from '../i18n/format';
import { Icon } from '../ui';

export interface ConversationProps {
  chatKey: string;
  visitorName: string;
  entries: readonly Entry[];
  agentName: (id: string | undefined) => string;
  hasEvents?: boolean;
  urlOfFile: (chatKey: string, fileId: string) => string;
}

const together = 120_000;

export function isSaid(entry: Entry): boolean {
  return entry.type === 'Whisper' || entry.type.endsWith('Message');
}

// What was said and happened in a chat, to be read only.
export function Conversation(props: ConversationProps) {
  const { entries, hasEvents = true } = props;
  const shown = hasEvents ? entries : entries.filter(isSaid);
  return (
    <ol className="sup-log__list">
      {shown.map((entry, index) => {
        const before = shown[index - 1];
        const isFirst =
          before === undefined ||
          !isSaid(before) ||
          before.type !== entry.type ||
          before.agentId !== entry.agentId ||
          entry.at - before.at > together;
        return <Line key={entry.position} entry={entry} isFirst={isFirst} chat={props} />;
      })}
    </ol>
  );
}

interface LineProps {
  entry: Entry;
  isFirst: boolean;
  chat: ConversationProps;
}

const Line = memo(LineView, isSameLine);

function isSameLine(before: LineProps, now: LineProps): boolean {
  return (
    before.entry === now.entry &&
    before.isFirst === now.isFirst &&
    before.chat.visitorName === now.chat.visitorName &&
    before.chat.agentName === now.chat.agentName
  );
}

function LineView({ entry, isFirst, chat }: LineProps) {
  if (!isSaid(entry)) return <EventLine entry={entry} chat={chat} />;
  const kind =
    entry.type === 'Whisper' ? 'whisper' : entry.from === 'visitor' ? 'visitor' : 'agent';
  return (
    <li className="sup-line" data-kind={kind} data-first={isFirst || undefined}>
      {isFirst ? (
        <span className="sup-line__author">
          {kind === 'whisper' ? <Icon name="lock" /> : null}
          {kind === 'whisper' ? `${t('supervisor.whisperOf')} ` : null}
          <bdi dir="auto">{authorOf(entry, chat)}</bdi>
          {entry.from === 'bot' ? <span className="sup-tag">{t('supervisor.bot')}</span> : null}
        </span>
      ) : null}
      <span className="sup-line__text" dir="auto">
        {entry.type === 'VisitorRichMessage' ? richText(entry.text) : entry.text}
      </span>
      <time
        className="sup-line__time tabular"
        dateTime={new Date(entry.at).toISOString()}
        title={dateTime(entry.at)}
      >
        {clockTime(entry.at)}
      </time>
    </li>
  );
}

export function authorOf(
  entry: Entry,
  chat: Pick<ConversationProps, 'visitorName' | 'agentName'>,
): string {
  if (entry.name) return entry.name;
  if (entry.from === 'visitor') return chat.visitorName || t('supervisor.visitor');
  return chat.agentName(entry.agentId);
}

// The choices that were offered, or the one that was taken, in words.
export function richText(text: string): string {
  try {
    const rich: unknown = JSON.parse(text);
    const items = (rich as { items?: { text?: string }[] }).items;
    if (Array.isArray(items)) return items.map((item) => item.text ?? '').join(' · ');
  } catch {
    // It is words already.
  }
  return text;
}

export function eventLabel(type: string): string {
  return tMaybe(`supervisor.event_${type}`, type);
}

// Details that are for machines.
const withoutDetail: ReadonlySet<string> = new Set(['PushAssignment', 'ChatRequest']);

function EventLine({ entry, chat }: { entry: Entry; chat: ConversationProps }) {
  const who = entry.name || chat.agentName(entry.agentId);
  const isFile = entry.type === 'FileTransferSuccess' || entry.type === 'FileTransferToChasitor';
  return (
    <li className="sup-line" data-kind="event">
      <span>
        {eventLabel(entry.type)}
        {who ? (
          <>
            {' · '}
            <bdi dir="auto">{who}</bdi>
          </>
        ) : null}
        {isFile && entry.eventType ? (
          <>
            {': '}
            <a href={chat.urlOfFile(chat.chatKey, entry.eventType)} download dir="auto">
              {entry.text || t('supervisor.file')}
            </a>
          </>
        ) : entry.text && !withoutDetail.has(entry.type) ? (
          <>
            {': '}
            <bdi dir="auto">{entry.text}</bdi>
          </>
        ) : null}
        <time className="sup-line__time tabular" dateTime={new Date(entry.at).toISOString()}>
          {clockTime(entry.at)}
        </time>
      </span>
    </li>
  );
}

// A file of an open chat.
export function fileUrl(chatKey: string, fileId: string): string {
  return urlOf('/api/v1/chats/{chatKey}/files/{fileId}', { chatKey, fileId });
}

// A file of a record, however old.
export function transcriptFileUrl(chatKey: string, fileId: string): string {
  return urlOf('/api/v1/transcripts/{chatKey}/files/{fileId}', { chatKey, fileId });
}
