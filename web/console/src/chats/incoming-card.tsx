import { memo } from 'react';
import { useLocation } from 'wouter';
import { t } from '../i18n';
import { duration } from '../i18n/format';
import { chordText } from '../keyboard/chord';
import { useKeys } from '../keyboard/commands';
import { type Chat, select, useLive } from '../state';
import { Button, Timer, useNow } from '../ui';
import { accept, answer, decline } from './actions';

// A request that is offered to the agent. It never takes the focus.
export const IncomingCard = memo(function IncomingCard({ chat }: { chat: Chat }) {
  const [, navigate] = useLocation();
  const keys = useKeys();
  const queue = useLive((state) => select.buttonName(state, chat.buttonId));
  const page = chat.breadcrumbs.at(-1)?.location;

  async function take() {
    if (await accept(chat.chatKey)) navigate(`/${chat.chatKey}`);
  }

  return (
    <article className="chats-card" aria-label={t('chats.requestOf', { name: chat.name })}>
      <div className="chats-card__head">
        <strong className="chats-card__name" dir="auto">
          {chat.name}
        </strong>
        <span className="muted">
          <Timer since={chat.requestTime} />
        </span>
      </div>
      <p className="muted chats-card__from">
        <span dir="auto">{queue}</span>
        {page ? <span dir="ltr"> · {pathOf(page)}</span> : null}
      </p>
      {chat.answerBy ? <TimeLeft from={chat.requestTime} until={chat.answerBy} /> : null}
      <div className="chats-card__actions">
        <Button kind="primary" onPress={take}>
          {t('chats.accept')}
          {keys.accept ? <kbd>{chordText(keys.accept)}</kbd> : null}
        </Button>
        <Button onPress={() => void decline(chat.chatKey)}>
          {t('chats.decline')}
          {keys.decline ? <kbd>{chordText(keys.decline)}</kbd> : null}
        </Button>
      </div>
    </article>
  );
});

// An agent asks this one to take over a chat or to join it. The note and the chat can be read
// before.
export const InvitationCard = memo(function InvitationCard({ chat }: { chat: Chat }) {
  const [, navigate] = useLocation();
  const { invitation } = chat;
  if (!invitation) return null;
  const isTransfer = invitation.kind === 'transfer';
  const title = isTransfer
    ? t('chats.transferOf', { name: chat.name })
    : t('chats.conferenceOf', { name: chat.name });

  async function take() {
    if (await answer(chat.chatKey, true)) navigate(`/${chat.chatKey}`);
  }

  return (
    <article className="chats-card" aria-label={title}>
      <div className="chats-card__head">
        <strong className="chats-card__name" dir="auto">
          {chat.name}
        </strong>
        <span className="chats-tag">
          {t(isTransfer ? 'chats.transferTag' : 'chats.conferenceTag')}
        </span>
      </div>
      {invitation.fromName ? (
        <p className="muted">{t('chats.askedBy', { name: invitation.fromName })}</p>
      ) : null}
      {invitation.note ? (
        <p className="chats-note" dir="auto">
          {invitation.note}
        </p>
      ) : null}
      {invitation.answerBy ? <TimeLeft from={null} until={invitation.answerBy} /> : null}
      <div className="chats-card__actions">
        <Button kind="primary" onPress={take}>
          {t(isTransfer ? 'chats.takeOver' : 'chats.join')}
        </Button>
        <Button onPress={() => void answer(chat.chatKey, false)}>{t('chats.decline')}</Button>
        <Button kind="quiet" onPress={() => navigate(`/${chat.chatKey}`)}>
          {t('chats.read')}
        </Button>
      </div>
    </article>
  );
});

// A request that is free to pick.
export const ChoiceCard = memo(function ChoiceCard({ chat }: { chat: Chat }) {
  const [, navigate] = useLocation();
  async function take() {
    if (await accept(chat.chatKey)) navigate(`/${chat.chatKey}`);
  }
  return (
    <article
      className="chats-row chats-row--queued"
      aria-label={t('chats.requestOf', { name: chat.name })}
    >
      <span className="chats-row__name" dir="auto">
        {chat.name}
      </span>
      <span className="muted">
        <Timer since={chat.requestTime} />
      </span>
      <Button onPress={take}>{t('chats.take')}</Button>
    </article>
  );
});

const usualPush = 30_000;

// The seconds left to answer, as a bar and in words.
function TimeLeft({ from, until }: { from: number | null; until: number }) {
  const now = useNow();
  const whole = Math.max(1000, from === null ? usualPush : Math.min(until - from, usualPush * 4));
  const left = Math.max(0, until - now);
  const share = Math.min(1, left / whole);
  return (
    <div className="chats-left">
      <span className="chats-left__bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} data-urgent={left < 8000 || undefined} />
      </span>
      <span className="muted tabular">{t('chats.timeLeft', { time: duration(left / 1000) })}</span>
    </div>
  );
}

export function pathOf(location: string): string {
  try {
    const { pathname, search } = new URL(location);
    return pathname + search;
  } catch {
    return location;
  }
}
