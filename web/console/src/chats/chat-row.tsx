import { memo } from 'react';
import { Link } from 'wouter';
import { t } from '../i18n';
import { type Chat, select } from '../state';
import { Icon, Timer, useNow } from '../ui';
import { useHasDraft } from './drafts';
import { plainTextOf } from './entry-text';
import { sneakPeekOf } from './sneak-peek';
import { UrgencyMark } from './urgency';

// A chat in the list: who, how long it waits, and its last line or what is being written.
export const ChatRow = memo(function ChatRow({ chat, isOpen }: { chat: Chat; isOpen: boolean }) {
  const hasDraft = useHasDraft(chat.chatKey);
  const since = select.waitingSince(chat);
  const hasEnded = chat.state === 'ended';
  return (
    <Link
      href={`/${chat.chatKey}`}
      className="chats-row"
      aria-current={isOpen ? 'page' : undefined}
      data-chat-key={chat.chatKey}
      data-ended={hasEnded || undefined}
      data-critical={chat.isCriticalWait || undefined}
    >
      <span className="chats-row__mark">
        <UrgencyMark chat={chat} />
      </span>
      <span className="chats-row__name" dir="auto">
        {chat.name}
      </span>
      <span className="chats-row__time muted">
        {hasEnded ? (
          t('chats.endedShort')
        ) : since !== undefined ? (
          <Timer since={since} />
        ) : (
          <Timer since={select.lastSaid(chat)?.at ?? chat.acceptTime} />
        )}
      </span>
      <LastLine chat={chat} />
      <span className="chats-row__signs">
        {chat.isFlagRaised ? (
          <span title={flagText(chat)}>
            <Icon name="flag" />
            <span className="visually-hidden">{flagText(chat)}</span>
          </span>
        ) : null}
        {hasDraft ? (
          <span title={t('chats.hasDraft')}>
            ✎<span className="visually-hidden">{t('chats.hasDraft')}</span>
          </span>
        ) : null}
        {chat.unread > 0 ? (
          <span className="ui-badge">
            {chat.unread}
            <span className="visually-hidden"> {t('chats.unread', { count: chat.unread })}</span>
          </span>
        ) : null}
      </span>
    </Link>
  );
});

export function flagText({ flagText: detail }: Chat): string {
  const event = t('chats.flagRaised');
  return detail ? t('chats.eventDetail', { event, detail }) : event;
}

function LastLine({ chat }: { chat: Chat }) {
  const now = useNow();
  const peek = sneakPeekOf(chat, now);
  if (peek !== null) {
    return (
      <span className="chats-row__line chats-row__line--typing">
        <span aria-hidden="true">✎ </span>
        <span className="visually-hidden">{t('chats.isTyping')} </span>
        <bdi dir="auto">{peek || t('chats.isTyping')}</bdi>
      </span>
    );
  }
  if (chat.isDisconnected) {
    return <span className="chats-row__line chats-row__line--late">{t('chats.disconnected')}</span>;
  }
  const last = select.lastSaid(chat);
  return (
    <span className="chats-row__line muted">
      {last && last.from !== 'visitor' ? <span>{t('chats.youShort')} </span> : null}
      <bdi dir="auto">{last ? plainTextOf(last) : ''}</bdi>
    </span>
  );
}
