import { useEffect, useState } from 'react';
import { t } from '../i18n';
import { type Chat, select } from '../state';
import { useNow } from '../ui';

const marks: Record<select.Urgency, string> = { ok: '●', warn: '◆', late: '▲' };

// How urgent an answer is, by shape, colour and word.
export function UrgencyMark({ chat, isWordShown }: { chat: Chat; isWordShown?: boolean }) {
  const now = useNow();
  if (chat.state === 'ended') return <span aria-hidden="true">○</span>;
  const urgency = select.urgencyOf(chat, now);
  const isAnswered = select.waitingSince(chat) === undefined;
  const word = isAnswered && urgency === 'ok' ? t('chats.answered') : t(`chats.urgency_${urgency}`);
  return (
    <span className="chats-urgency" data-urgency={urgency} title={word}>
      <span aria-hidden="true">{isAnswered && urgency === 'ok' ? '○' : marks[urgency]}</span>
      <span className={isWordShown && urgency !== 'ok' ? '' : 'visually-hidden'}>{word}</span>
    </span>
  );
}

// Says once when a chat has become late.
export function LateAnnouncer({ chats }: { chats: Chat[] }) {
  const now = useNow();
  const [announced, setAnnounced] = useState<Record<string, true>>({});
  const [text, setText] = useState('');
  useEffect(() => {
    const late = chats.filter((chat) => select.urgencyOf(chat, now) === 'late');
    const fresh = late.filter((chat) => !announced[chat.chatKey]);
    const isSettled = late.length === Object.keys(announced).length;
    if (fresh.length === 0 && isSettled) return;
    setAnnounced(Object.fromEntries(late.map((chat) => [chat.chatKey, true])));
    if (fresh.length > 0) {
      setText(t('chats.becameLate', { name: fresh.map((chat) => chat.name).join(', ') }));
    }
  }, [chats, now, announced]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {text}
    </div>
  );
}
