import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../i18n';
import type { Chat } from '../../state/model';
import { Button } from '../../ui';
import { authorOf, Conversation, fileUrl, isSaid, richText } from '../conversation';
import { useNames } from '../names';

const endMargin = 40;
const spokenMax = 5;

// The conversation as it goes on; it stays at its end unless one reads further up.
export function LiveLog({ chat }: { chat: Chat }) {
  const names = useNames();
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNews, setNews] = useState(false);
  const count = chat.entries.length;

  function toEnd() {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    isAtEnd.current = true;
    setNews(false);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line moves the end.
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
    else setNews(true);
  }, [count]);

  // What comes below the log takes its height, not its end.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  function onScroll() {
    const element = scroller.current;
    if (!element) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < endMargin;
    if (isAtEnd.current) setNews(false);
  }

  return (
    <div className="sup-log-frame">
      <section
        className="sup-log"
        ref={scroller}
        onScroll={onScroll}
        aria-label={t('supervisor.conversation')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
      >
        <Conversation
          chatKey={chat.chatKey}
          visitorName={chat.name}
          entries={chat.entries}
          agentName={names.agent}
          urlOfFile={fileUrl}
        />
      </section>
      {hasNews ? (
        <Button className="sup-log__news" onPress={toEnd}>
          ↓ {t('supervisor.newLines')}
        </Button>
      ) : null}
      <NewLines chat={chat} />
    </div>
  );
}

// New lines for screen readers, apart from the list that can be read at leisure.
function NewLines({ chat }: { chat: Chat }) {
  const names = useNames();
  const seen = useRef<number | null>(null);
  const [lines, setLines] = useState<{ position: number; text: string }[]>([]);
  const { entries, name } = chat;
  useEffect(() => {
    const before = seen.current;
    seen.current = entries.at(-1)?.position ?? -1;
    if (before === null) return;
    const fresh = entries.filter((entry) => entry.position > before && isSaid(entry));
    if (fresh.length === 0) return;
    const spoken = fresh.map((entry) => ({
      position: entry.position,
      text: `${authorOf(entry, { visitorName: name, agentName: names.agent })}: ${richText(entry.text)}`,
    }));
    setLines((shown) => [...shown, ...spoken].slice(-spokenMax));
  }, [entries, name, names]);
  return (
    <div className="visually-hidden" role="log" aria-label={t('supervisor.newLines')}>
      {lines.map((line) => (
        <p key={line.position}>{line.text}</p>
      ))}
    </div>
  );
}
