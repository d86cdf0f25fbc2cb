import { t } from '../../i18n';
import type { Chat } from '../../state/model';
import { useNow } from '../../ui';
import { useNames } from '../names';

// The visitor's text that is older than this is not being written any more, in milliseconds.
const silence = 10_000;

// What is being written and not sent yet, by the visitor and by the agents. Never announced.
export function Unsent({ chat }: { chat: Chat }) {
  const names = useNames();
  const now = useNow();
  const isWriting = (chat.isTyping || chat.sneakPeek !== '') && now - chat.typingAt < silence;
  const agents = Object.entries(chat.typingAgents);
  if (chat.state !== 'engaged' || (!isWriting && agents.length === 0)) return null;
  return (
    <ul className="sup-unsent">
      {isWriting ? (
        <li data-testid="visitor-unsent">
          ✎ <bdi dir="auto">{chat.name || t('supervisor.visitor')}</bdi>{' '}
          <span className="muted">{t('supervisor.isWriting')}</span>{' '}
          <em dir="auto">{chat.sneakPeek}</em>
        </li>
      ) : null}
      {agents.map(([id, text]) => (
        <li key={id} data-testid="agent-unsent">
          ✎ <bdi dir="auto">{names.agent(id)}</bdi>{' '}
          <span className="muted">{t('supervisor.isWriting')}</span> <em dir="auto">{text}</em>
        </li>
      ))}
    </ul>
  );
}
