import { useEffect, useState } from 'react';
import { call } from '../api/client';
import type { Schemas } from '../api/types';
import { t } from '../i18n';
import { dateTime, duration } from '../i18n/format';
import type { Chat } from '../state';
import { Button, Dialog, toastProblem } from '../ui';
import { TranscriptView } from './transcript-view';

type Transcript = Schemas['LiveChatTranscript'];

const pageSize = 20;

// The visitor's chats before this one, as far as the agent may see them.
export default function PastChats({ chat }: { chat: Chat }) {
  const sessionKey = chat.facts?.visitorInfo.sessionKey ?? '';
  const past = usePast(sessionKey, chat.chatKey);
  const [read, setRead] = useState<string | null>(null);
  if (past.list === null) return null;
  if (past.list.length === 0) return <p className="chats-details muted">{t('chats.noPast')}</p>;
  return (
    <>
      <ul className="chats-past">
        {past.list.map((one) => (
          <li key={one.chatKey}>
            <PastChat transcript={one} onRead={() => setRead(one.chatKey)} />
          </li>
        ))}
      </ul>
      {past.more ? (
        <Button kind="quiet" onPress={past.more}>
          {t('chats.morePast')}
        </Button>
      ) : null}
      <Dialog
        title={t('chats.pastChat')}
        isWide
        isOpen={read !== null}
        onClose={() => setRead(null)}
      >
        {read ? <TranscriptView chatKey={read} /> : null}
      </Dialog>
    </>
  );
}

function PastChat({ transcript, onRead }: { transcript: Transcript; onRead: () => void }) {
  const { requestTime, chatDuration, visitorMessageCount, operatorMessageCount } = transcript;
  const count = visitorMessageCount + operatorMessageCount;
  return (
    <button type="button" className="chats-past__item" onClick={onRead}>
      <span>{dateTime(requestTime)}</span>
      <span className="muted">
        {t(`chats.transcript_${transcript.status}`)} · {t('chats.messageCount', { count })}
        {chatDuration ? ` · ${duration(chatDuration)}` : ''}
      </span>
    </button>
  );
}

function usePast(sessionKey: string, ownKey: string) {
  const [list, setList] = useState<Transcript[] | null>(null);
  const [cursor, setCursor] = useState<string | undefined>();

  async function read(from?: string) {
    try {
      const page = await call('get', '/api/v1/visitors/{sessionKey}', {
        path: { sessionKey },
        query: { limit: pageSize, cursor: from },
      });
      const others = page.transcripts.filter((one) => one.chatKey !== ownKey);
      setList((before) => [...(from ? (before ?? []) : []), ...others]);
      setCursor(page.nextCursor);
    } catch (problem) {
      setList((before) => before ?? []);
      toastProblem(problem);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each visitor.
  useEffect(() => {
    setList(null);
    setCursor(undefined);
    if (sessionKey) void read();
    else setList([]);
  }, [sessionKey, ownKey]);

  return { list, more: cursor ? () => void read(cursor) : null };
}
