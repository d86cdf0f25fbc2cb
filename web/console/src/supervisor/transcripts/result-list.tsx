import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { t } from '../../i18n';
import { dateTime, duration, number } from '../../i18n/format';
import { useNames } from '../names';
import type { Transcript } from '../reports';
import { StatusMark } from './status-mark';

export interface ResultListProps {
  transcripts: Transcript[];
  openKey: string | undefined;
  onOpen: (chatKey: string) => void;
  // Called when the end comes into view.
  onEnd: () => void;
}

// In units of the page's text size: two lines, and three where there is no room beside the name.
const rowHeight = 3.625;
const rowHeightNarrow = 5;
const narrow = '(max-width: 480px)';
const endRows = 10;
const pageStep = 8;

function heightOfRow(): number {
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return unit * (window.matchMedia(narrow).matches ? rowHeightNarrow : rowHeight);
}

// The found records. Only those in view are in the page; the arrow keys go through them, and Enter
// opens one.
export function ResultList({ transcripts, openKey, onOpen, onEnd }: ResultListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const openIndex = transcripts.findIndex((one) => one.chatKey === openKey);
  const [active, setActive] = useState(Math.max(0, openIndex));
  const [height] = useState(heightOfRow);
  const virtual = useVirtualizer({
    count: transcripts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
  });
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= transcripts.length - endRows) onEnd();
  }, [lastShown, transcripts.length, onEnd]);

  const current = Math.min(active, transcripts.length - 1);
  function move(index: number) {
    const next = Math.max(0, Math.min(transcripts.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  }
  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + pageStep,
      PageUp: current - pageStep,
      Home: 0,
      End: transcripts.length - 1,
    };
    const next = steps[event.key];
    const chosen = transcripts[current];
    if (next !== undefined) move(next);
    else if ((event.key === 'Enter' || event.key === ' ') && chosen) onOpen(chosen.chatKey);
    else return;
    event.preventDefault();
  }

  return (
    <div
      className="sup-results"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('supervisor.results')}
      aria-activedescendant={
        rows.some((row) => row.index === current) ? `${id}-${current}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <div className="sup-results__space" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const transcript = transcripts[row.index];
          if (!transcript) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list.
            <div
              key={transcript.chatKey}
              id={`${id}-${row.index}`}
              role="option"
              tabIndex={-1}
              aria-selected={transcript.chatKey === openKey}
              aria-posinset={row.index + 1}
              aria-setsize={-1}
              className="sup-result"
              data-active={row.index === current || undefined}
              style={{ transform: `translateY(${row.start}px)`, blockSize: height }}
              onClick={() => {
                setActive(row.index);
                onOpen(transcript.chatKey);
              }}
            >
              <Result transcript={transcript} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Result({ transcript }: { transcript: Transcript }) {
  const names = useNames();
  const agent = names.agent(transcript.ownerId);
  const messages = transcript.visitorMessageCount + transcript.operatorMessageCount;
  return (
    <>
      <span className="sup-result__line">
        <strong dir="auto">{transcript.visitorName || t('supervisor.noName')}</strong>
        <StatusMark status={transcript.status} />
        <time
          className="sup-result__end muted tabular"
          dateTime={new Date(transcript.requestTime).toISOString()}
        >
          {dateTime(transcript.requestTime)}
        </time>
      </span>
      <span className="sup-result__line muted">
        <bdi dir="auto">{names.button(transcript.liveChatButtonId)}</bdi>
        {agent ? (
          <>
            {' · '}
            <bdi dir="auto">{agent}</bdi>
          </>
        ) : null}
        <span className="sup-result__end tabular">
          {transcript.chatDuration === undefined ? null : `${duration(transcript.chatDuration)} · `}
          {/* Of open chats the list does not count them. */}
          {transcript.endTime === undefined ? null : t('supervisor.messages', { count: messages })}
          {transcript.waitTime === undefined
            ? null
            : `${transcript.endTime === undefined ? '' : ' · '}${t('supervisor.waited', { time: duration(transcript.waitTime) })}`}
          <span className="visually-hidden">
            {t('supervisor.numbered', {
              number: number(Number(transcript.name), { useGrouping: false }),
            })}
          </span>
        </span>
      </span>
    </>
  );
}
