import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../i18n';
import { Button, IconButton } from '../ui';
import type { SimulatedVisitor, Simulation } from './simulated-visitor';
import { closeSimulation, useSimulation } from './simulation';

// What the played visitor sees, and where one can write for it.
export default function SimulatorPanel() {
  const visitor = useSimulation();
  return visitor ? <Panel visitor={visitor} /> : null;
}

function Panel({ visitor }: { visitor: SimulatedVisitor }) {
  const simulation = useStore(visitor.store);
  const [text, setText] = useState('');
  const lines = useRef<HTMLUListElement>(null);
  const count = simulation.lines.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line moves the end.
  useEffect(() => {
    lines.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [count]);

  function say(event: FormEvent) {
    event.preventDefault();
    if (!text.trim()) return;
    void visitor.say(text.trim());
    setText('');
  }

  return (
    <aside className="chats-simulator" aria-label={t('chats.simulator')}>
      <header className="chats-simulator__head">
        <strong>{t('chats.simulator')}</strong>
        <IconButton icon="close" label={t('chats.closeSimulator')} onPress={closeSimulation} />
      </header>
      <p className="chats-simulator__state muted">{stateText(simulation)}</p>
      <ul className="chats-simulator__lines" ref={lines}>
        {simulation.lines.map((line) => (
          <li key={line.id} data-from={line.from} dir="auto">
            {line.text}
          </li>
        ))}
      </ul>
      {simulation.state === 'chatting' ? (
        <form className="chats-simulator__form" onSubmit={say}>
          <input
            className="ui-input"
            value={text}
            dir={text ? 'auto' : undefined}
            aria-label={t('chats.writeAsVisitor')}
            placeholder={t('chats.writeAsVisitor')}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit">{t('chats.send')}</Button>
        </form>
      ) : null}
    </aside>
  );
}

function stateText({ state, position, problem }: Simulation): string {
  switch (state) {
    case 'waiting':
      return position ? t('chats.simQueued', { count: position }) : t('chats.simWaiting');
    case 'chatting':
      return t('chats.simChatting');
    case 'ended':
      return t('chats.simEnded');
    case 'failed':
      return t('chats.simFailed', { reason: problem });
    default:
      return t('shell.connecting');
  }
}
