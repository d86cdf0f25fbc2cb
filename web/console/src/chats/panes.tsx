import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { directionOf, t } from '../i18n';
import { useCommand } from '../keyboard/commands';

// Three columns whose widths the agent sets and the browser remembers. On a narrow page one is
// shown at a time.

interface Widths {
  list: number;
  person: number;
  areSidesHidden: boolean;
}

const storageKey = 'rejoinder.panes';
const usual: Widths = { list: 300, person: 300, areSidesHidden: false };
const least = 200;
const most = 520;
const step = 16;

function read(): Widths {
  try {
    return {
      ...usual,
      ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Widths>),
    };
  } catch {
    return usual;
  }
}

function bounded(width: number): number {
  return Math.round(Math.min(most, Math.max(least, width)));
}

export interface PanesProps {
  list: ReactNode;
  middle: ReactNode;
  person: ReactNode | null;
  // Which of them a narrow page shows.
  shown: 'list' | 'middle' | 'person';
}

export function Panes({ list, middle, person, shown }: PanesProps) {
  const [widths, setWidths] = useState(read);

  function change(next: Partial<Widths>) {
    const changed = { ...widths, ...next };
    setWidths(changed);
    try {
      localStorage.setItem(storageKey, JSON.stringify(changed));
    } catch {
      // The widths hold until the page is left.
    }
  }
  useCommand('togglePanes', () => change({ areSidesHidden: !widths.areSidesHidden }));

  const style = {
    '--list-width': `${widths.list}px`,
    '--person-width': `${widths.person}px`,
  } as CSSProperties;
  return (
    <div
      className="chats-panes"
      style={style}
      data-shown={shown}
      data-sides={widths.areSidesHidden ? 'hidden' : undefined}
      data-person={person ? 'shown' : undefined}
    >
      {list}
      <Splitter
        label={t('chats.listWidth')}
        width={widths.list}
        side="start"
        onChange={(width) => change({ list: width })}
      />
      {middle}
      {person ? (
        <>
          <Splitter
            label={t('chats.personWidth')}
            width={widths.person}
            side="end"
            onChange={(width) => change({ person: width })}
          />
          {person}
        </>
      ) : null}
    </div>
  );
}

interface SplitterProps {
  label: string;
  width: number;
  // The side of the page where the column is.
  side: 'start' | 'end';
  onChange: (width: number) => void;
}

function Splitter({ label, width, side, onChange }: SplitterProps) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const sign = (side === 'start') === (directionOf() === 'ltr') ? 1 : -1;

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  }
  function onPointerMove(event: PointerEvent) {
    if (!from.current) return;
    onChange(bounded(from.current.width + sign * (event.clientX - from.current.x)));
  }
  function onKeyDown(event: KeyboardEvent) {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0 || event.altKey) return;
    event.preventDefault();
    onChange(bounded(width + sign * direction * step));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved.
    <div
      className="chats-splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onChange(side === 'start' ? usual.list : usual.person)}
    />
  );
}
