import { useEffect, useState } from 'react';
import { t } from '../i18n';
import { Button } from '../ui';
import { chordOf, chordText } from './chord';
import { type CommandId, commandIds, labelOf, otherChords, setKey, useKeys } from './commands';

export default function ShortcutList() {
  const [changing, setChanging] = useState<CommandId | null>(null);
  const [taken, setTaken] = useState<CommandId | null>(null);

  useEffect(() => {
    if (!changing) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const chord = chordOf(event);
      if (!chord) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') return setChanging(null);
      const isNone = event.key === 'Delete' || event.key === 'Backspace';
      const { key: _, ...place } = chord;
      const holder = setKey(changing, isNone ? null : place);
      setTaken(holder);
      if (!holder) setChanging(null);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [changing]);

  function change(id: CommandId) {
    setTaken(null);
    setChanging(id);
  }

  return (
    <>
      <p role="status" className="shell-shortcuts__status">
        {taken
          ? t('shell.keyTaken', { command: t(labelOf(taken)) })
          : changing
            ? t('shell.pressKey', { command: t(labelOf(changing)) })
            : t('shell.shortcutsHint')}
      </p>
      <ul className="shell-shortcuts">
        {commandIds.map((id) => (
          <ShortcutRow key={id} id={id} isChanging={changing === id} onChange={() => change(id)} />
        ))}
        <FixedRow label={t('shell.keySend')} keys={['Enter']} />
        <FixedRow label={t('shell.keyNewLine')} keys={['Shift Enter']} />
        <FixedRow label={t('shell.keyQuickText')} keys={['/', ';;']} />
        <FixedRow label={t('shell.keyRecall')} keys={['↑']} />
        <FixedRow label={t('shell.keyComposer')} keys={['Esc']} />
      </ul>
    </>
  );
}

interface RowProps {
  id: CommandId;
  isChanging: boolean;
  onChange: () => void;
}

function ShortcutRow({ id, isChanging, onChange }: RowProps) {
  const chord = useKeys()[id];
  const others = otherChords.filter((other) => other.id === id);
  return (
    <li className="shell-shortcuts__row" data-changing={isChanging || undefined}>
      <span className="shell-shortcuts__label">{t(labelOf(id))}</span>
      {chord ? <kbd>{chordText(chord)}</kbd> : <span className="muted">{t('shell.noKey')}</span>}
      {others.map((other) => (
        <kbd key={other.chord.code}>{chordText(other.chord)}</kbd>
      ))}
      <Button
        kind="quiet"
        onPress={onChange}
        aria-label={t('shell.changeKeyOf', { command: t(labelOf(id)) })}
      >
        {t('shell.changeKey')}
      </Button>
    </li>
  );
}

function FixedRow({ label, keys }: { label: string; keys: string[] }) {
  return (
    <li className="shell-shortcuts__row">
      <span className="shell-shortcuts__label">{label}</span>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </li>
  );
}
