import { t } from '../i18n';
import { duration, number } from '../i18n/format';
import { chordText } from '../keyboard/chord';
import { run, useKeys } from '../keyboard/commands';
import { SoundChip } from '../notices/sound-chip';
import { reconnect } from '../state/live';
import { useLive } from '../state/store';
import { Button, useNow } from '../ui';

// The state of the connection and the lines the agent serves.
export function StatusBar() {
  return (
    <footer className="shell-bottom">
      <Connection />
      <QueueFigures />
      <span className="shell-bottom__end">
        <SoundChip />
        <ShortcutsButton />
      </span>
    </footer>
  );
}

function ShortcutsButton() {
  const chord = useKeys().shortcuts;
  return (
    <Button kind="quiet" className="shell-shortcuts-button" onPress={() => run('shortcuts')}>
      {t('shell.shortcuts')}
      {chord ? <kbd>{chordText(chord)}</kbd> : null}
    </Button>
  );
}

function Connection() {
  const stream = useLive((state) => state.stream);
  const isCurrent = useLive((state) => state.isCurrent);
  const isOpen = stream === 'open' && isCurrent;
  const isLost = stream === 'waiting' || stream === 'lost';
  const text = isOpen
    ? t('shell.connected')
    : isLost
      ? t('shell.connectionLost')
      : t('shell.connecting');
  return (
    <span className="shell-connection" data-state={isOpen ? 'open' : stream}>
      <span role="status">
        <span aria-hidden="true">{isOpen ? '● ' : '▲ '}</span>
        {text}
      </span>
      {isLost ? (
        <Button kind="quiet" onPress={reconnect}>
          {t('shell.tryNow')}
        </Button>
      ) : null}
    </span>
  );
}

function QueueFigures() {
  const queues = useLive((state) => state.queues);
  const shown = Object.values(queues).filter((queue) => queue.waiting > 0);
  if (shown.length === 0) return <span className="muted">{t('shell.queuesEmpty')}</span>;
  return (
    <ul className="shell-queues" aria-label={t('shell.queues')}>
      {shown.map((queue) => (
        <li key={queue.buttonId}>
          <span dir="auto">{queue.name}</span>{' '}
          <strong className="tabular">{number(queue.waiting)}</strong>{' '}
          <span className="muted">
            {t('shell.longest')}{' '}
            <LongestWait buttonId={queue.buttonId} seconds={queue.longestWait} />
          </span>
        </li>
      ))}
    </ul>
  );
}

// The wait of the first in line, from its chat where that is known, else as it was last told.
function LongestWait({ buttonId, seconds }: { buttonId: string; seconds: number }) {
  const first = useLive((state) => {
    let oldest = Number.POSITIVE_INFINITY;
    for (const chat of Object.values(state.chats)) {
      if (chat.state === 'waiting' && chat.buttonId === buttonId)
        oldest = Math.min(oldest, chat.requestTime);
    }
    return oldest;
  });
  const now = useNow();
  const wait = Number.isFinite(first) ? (now - first) / 1000 : seconds;
  return <span className="tabular">{duration(wait)}</span>;
}
