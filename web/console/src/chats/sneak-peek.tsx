import { t } from '../i18n';
import type { Chat } from '../state';
import { useNow } from '../ui';

// What was written longer ago than this is not shown any more, in milliseconds.
const silence = 10_000;

// What the visitor writes now; empty when only that it writes is known, null when it does not.
export function sneakPeekOf(chat: Chat, now: number): string | null {
  if (chat.state !== 'engaged') return null;
  if (now - chat.typingAt > silence) return null;
  if (chat.sneakPeek) return chat.sneakPeek;
  return chat.isTyping ? '' : null;
}

// Above the composer. Never announced.
export function SneakPeek({ chat }: { chat: Chat }) {
  const now = useNow();
  const peek = sneakPeekOf(chat, now);
  const others = chat.agents.filter((agent) => agent.id in chat.typingAgents);
  return (
    <div className="chats-peek" data-shown={peek !== null || others.length > 0 || undefined}>
      {peek !== null ? (
        <p className="chats-peek__text" data-testid="sneak-peek">
          <span className="chats-peek__label">✎ {t('chats.typing')}</span>{' '}
          {peek ? <bdi dir="auto">{peek}</bdi> : null}
        </p>
      ) : null}
      {others.map((agent) => (
        <p key={agent.id} className="chats-peek__text">
          {t('chats.agentTyping', { name: agent.name })}
        </p>
      ))}
    </div>
  );
}
