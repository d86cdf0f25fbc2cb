import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Entry } from '../api/types';
import { localeOf, t } from '../i18n';
import type { Chat, PendingMessage } from '../state';
import { Button } from '../ui';
import { isBubble, plainTextOf } from './entry-text';
import { EntryView, PendingView, UploadView } from './message';
import { type Upload, useUploads } from './uploads';

type Item =
  | { kind: 'day'; key: string; text: string }
  | { kind: 'entry'; key: string; entry: Entry; isFirst: boolean }
  | { kind: 'pending'; key: string; message: PendingMessage }
  | { kind: 'upload'; key: string; upload: Upload };

export type LoggedChat = Pick<
  Chat,
  'chatKey' | 'name' | 'agents' | 'files' | 'entries' | 'pending'
> & { isRecord?: boolean };

// Lines of one author within this time stand together, in milliseconds.
const together = 120_000;
const estimatedHeight = 48;
const endMargin = 40;

function itemsOf(chat: LoggedChat, uploads: Upload[]): Item[] {
  const items: Item[] = [];
  const dayFormat = new Intl.DateTimeFormat(localeOf(), { dateStyle: 'full' });
  let day = '';
  let before: Entry | undefined;
  for (const entry of chat.entries) {
    const entryDay = dayFormat.format(entry.at);
    if (entryDay !== day) {
      day = entryDay;
      items.push({ kind: 'day', key: `day ${day}`, text: day });
      before = undefined;
    }
    const isSame =
      before !== undefined &&
      before.from === entry.from &&
      before.agentId === entry.agentId &&
      isBubble(before) &&
      entry.at - before.at < together;
    items.push({ kind: 'entry', key: `entry ${entry.position}`, entry, isFirst: !isSame });
    before = entry;
  }
  for (const message of chat.pending) items.push({ kind: 'pending', key: message.id, message });
  for (const upload of uploads) items.push({ kind: 'upload', key: upload.id, upload });
  return items;
}

// All that was said and happened, the newest at the end. Only the lines in view are in the page,
// except in print.
export function MessageLog({ chat, ownId }: { chat: LoggedChat; ownId: string | undefined }) {
  const uploads = useUploads(chat.chatKey);
  const items = useMemo(() => itemsOf(chat, uploads), [chat, uploads]);
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNews, setNews] = useState(false);
  const isPrinting = useIsPrinting();

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
  });

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  const total = virtual.getTotalSize();
  const count = items.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height moves the end, too.
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
  }, [total, count, toEnd]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only new lines are news.
  useEffect(() => {
    if (!isAtEnd.current) setNews(true);
  }, [count]);

  function onScroll() {
    const element = scroller.current;
    if (!element) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < endMargin;
    if (isAtEnd.current) setNews(false);
  }

  const view = (item: Item) => <ItemView item={item} chat={chat} ownId={ownId} />;
  return (
    <div className="chats-log-frame">
      <section
        className="chats-log"
        ref={scroller}
        onScroll={onScroll}
        aria-label={t('chats.conversationWith', { name: chat.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
      >
        {isPrinting ? (
          <ul key="print">
            {items.map((item) => (
              <li key={item.key}>{view(item)}</li>
            ))}
          </ul>
        ) : (
          <ul key="screen" className="chats-log__list" style={{ blockSize: total }}>
            {virtual.getVirtualItems().map((row) => {
              const item = items[row.index];
              if (!item) return null;
              return (
                <li
                  key={row.key}
                  data-index={row.index}
                  ref={virtual.measureElement}
                  className="chats-log__row"
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  {view(item)}
                </li>
              );
            })}
          </ul>
        )}
      </section>
      {hasNews ? (
        <Button
          className="chats-log__news"
          onPress={() => {
            isAtEnd.current = true;
            setNews(false);
            toEnd();
          }}
        >
          ↓ {t('chats.newLines')}
        </Button>
      ) : null}
      <NewLines chat={chat} ownId={ownId} />
    </div>
  );
}

interface ItemViewProps {
  item: Item;
  chat: LoggedChat;
  ownId: string | undefined;
}

function ItemView({ item, chat, ownId }: ItemViewProps) {
  switch (item.kind) {
    case 'day':
      return <p className="chats-day">{item.text}</p>;
    case 'entry':
      return <EntryView chat={chat} entry={item.entry} isFirst={item.isFirst} ownId={ownId} />;
    case 'pending':
      return <PendingView chatKey={chat.chatKey} message={item.message} />;
    case 'upload':
      return <UploadView upload={item.upload} />;
  }
}

const spokenMax = 5;

// Lines that come while the chat is shown, for screen readers. The list itself is not live, because
// its rows come and go while it is scrolled.
function NewLines({ chat, ownId }: { chat: LoggedChat; ownId: string | undefined }) {
  const { chatKey, entries, name } = chat;
  const seen = useRef<{ chatKey: string; position: number } | null>(null);
  const [lines, setLines] = useState<{ position: number; text: string }[]>([]);
  useEffect(() => {
    const last = entries.at(-1)?.position ?? -1;
    const before = seen.current;
    seen.current = { chatKey, position: last };
    if (!before || before.chatKey !== chatKey) return setLines([]);
    const fresh = entries.filter(
      (entry) => entry.position > before.position && entry.agentId !== ownId && isBubble(entry),
    );
    if (fresh.length === 0) return;
    const spoken = fresh.map((entry) => ({
      position: entry.position,
      text: `${entry.name || name}: ${plainTextOf(entry)}`,
    }));
    setLines((shown) => [...shown, ...spoken].slice(-spokenMax));
  }, [chatKey, entries, name, ownId]);
  return (
    <div className="visually-hidden" role="log" aria-label={t('chats.newLines')}>
      {lines.map((line) => (
        <p key={line.position}>{line.text}</p>
      ))}
    </div>
  );
}

function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const print = window.matchMedia('print');
    const onChange = () => setPrinting(print.matches);
    const onBefore = () => setPrinting(true);
    const onAfter = () => setPrinting(false);
    print.addEventListener('change', onChange);
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      print.removeEventListener('change', onChange);
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
    };
  }, []);
  return isPrinting;
}
