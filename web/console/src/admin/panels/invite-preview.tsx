import { useState } from 'react';
import { t } from '../../i18n';
import { Button, Icon } from '../../ui';
import { secondsText } from '../texts';
import type { PanelProps } from '.';
import { Panel } from './panel';
import { Picture } from './picture';

// Where a place is on a page, in percent of what the invitation leaves free; beyond 0 and 100 it is
// out of sight.
const out = 130;
const across: Record<string, number> = { Left: 0, Center: 50, Right: 100 };

function startOf(position: string): { x: number; y: number } {
  const corner = /^(Top|Bottom)?(Left|Right)?/.exec(position);
  const [whole = '', vertical, horizontal] = corner ?? [];
  const side = position.slice(whole.length);
  let x = across[horizontal ?? 'Center'] ?? 50;
  let y = vertical === 'Top' ? 0 : vertical === 'Bottom' ? 100 : 50;
  if (side === '' && whole) {
    if (horizontal) x = horizontal === 'Left' ? -out + 100 : out;
    if (vertical) y = vertical === 'Top' ? -out + 100 : out;
  }
  if (side === 'Top') y = -out + 100;
  if (side === 'Bottom') y = out;
  if (side === 'Left') x = -out + 100;
  if (side === 'Right') x = out;
  return { x, y };
}

export function endOf(position: string): { x: number; y: number } {
  const vertical = position.startsWith('Top') ? 0 : position.startsWith('Bottom') ? 100 : 50;
  const horizontal = position.endsWith('Left') ? 0 : position.endsWith('Right') ? 100 : 50;
  return { x: horizontal, y: vertical };
}

// An invitation on a page: where it comes from, where it stays, how.
export function InvitePreview({ values }: PanelProps) {
  const [runs, setRuns] = useState(0);
  if (values.type !== 'Invite') return null;
  const text = (name: string) => String(values[name] ?? '');
  const renderer = text('inviteRenderer');
  const gone = Number(values.timeToRemoveInvite);
  const image = text('inviteImage');
  const from = startOf(text('inviteStartPosition'));
  const to = endOf(text('inviteEndPosition'));
  const style = {
    '--from-x': `${from.x}%`,
    '--from-y': `${from.y}%`,
    '--to-x': `${to.x}%`,
    '--to-y': `${to.y}%`,
  } as React.CSSProperties;
  return (
    <Panel title={t('admin.invitePreview')}>
      <div className="admin-invite" aria-hidden="true">
        <div
          key={runs}
          className="admin-invite__box"
          data-renderer={renderer}
          style={style}
          dir="auto"
        >
          {image.startsWith('/') ? <Picture link={image} alt="" /> : text('name')}
        </div>
      </div>
      <div className="admin-invite__actions">
        <Button onPress={() => setRuns(runs + 1)}>
          <Icon name="play" />
          {t('admin.playAgain')}
        </Button>
        <span className="muted">
          {gone > 0
            ? t('admin.goesAfter', { time: secondsText(gone) })
            : t('admin.staysUntilAnswer')}
        </span>
      </div>
      {renderer === 'Custom' ? <p className="muted">{t('admin.customRenderer')}</p> : null}
    </Panel>
  );
}
