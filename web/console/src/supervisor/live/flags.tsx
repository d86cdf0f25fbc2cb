import { t } from '../../i18n';
import { Button, Icon, Timer } from '../../ui';
import { useNames } from '../names';
import { lowerFlag } from './actions';
import type { ChatRow } from './chat-rows';

// Agents who ask for help, on top of the page.
export function Flags({ rows, onOpen }: { rows: ChatRow[]; onOpen: (chatKey: string) => void }) {
  const names = useNames();
  const flagged = rows.filter((row) => row.isFlagRaised);
  return (
    <section aria-label={t('supervisor.flags')} className="sup-flags" hidden={flagged.length === 0}>
      <p className="visually-hidden" role="status">
        {flagged.length > 0 ? t('supervisor.flagsRaised', { count: flagged.length }) : ''}
      </p>
      <ul>
        {flagged.map((row) => (
          <li key={row.chatKey} className="sup-flag">
            <Icon name="flag" />
            <span className="sup-flag__who">
              <strong dir="auto">{row.flag?.name ?? names.agent(row.agentId)}</strong>{' '}
              <span className="muted">
                {t('supervisor.inChatWith')} <bdi dir="auto">{row.name}</bdi>
                {row.flag ? (
                  <>
                    {' · '}
                    <Timer since={row.flag.at} />
                  </>
                ) : null}
              </span>
              {row.flagText ? (
                <span className="sup-flag__text">
                  <bdi dir="auto">{row.flagText}</bdi>
                </span>
              ) : null}
            </span>
            <Button kind="primary" onPress={() => onOpen(row.chatKey)}>
              {t('supervisor.watch')}
            </Button>
            <Button onPress={() => void lowerFlag(row.chatKey)}>{t('supervisor.lowerFlag')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
