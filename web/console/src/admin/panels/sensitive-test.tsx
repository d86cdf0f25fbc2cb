import { useEffect, useState } from 'react';
import { t } from '../../i18n';
import { TextField } from '../../ui';
import { type Outcome, type Source, sourceOf } from '../sensitive';
import { runTrial } from '../trial';
import type { PanelProps } from '.';
import { Panel } from './panel';

const sampleMax = 4000;
// After the last key.
const pause = 150;

// What a rule makes of a text, in this browser.
export function SensitiveTest({ values }: PanelProps) {
  const [sample, setSample] = useState(() => t('admin.sampleText'));
  const pattern = String(values.pattern ?? '');
  const source = sourceOf(pattern);
  const replacement = values.actionType === 'Replace' ? String(values.replacement ?? '') : '';
  return (
    <Panel title={t('admin.tryRule')}>
      <TextField
        label={t('admin.sample')}
        rows={3}
        value={sample}
        onChange={(text) => setSample(text.slice(0, sampleMax))}
      />
      {pattern === '' ? (
        <p className="muted">{t('admin.tryNeedsPattern')}</p>
      ) : 'problem' in source ? (
        <p className="ui-field__error" dir="auto">
          {source.problem}
        </p>
      ) : (
        <Result source={source} replacement={replacement} sample={sample} />
      )}
      <p className="muted">{t('admin.tryIsPreview')}</p>
    </Panel>
  );
}

interface ResultProps {
  source: Source;
  replacement: string;
  sample: string;
}

function Result({ source, replacement, sample }: ResultProps) {
  const [outcome, setOutcome] = useState<Outcome | null | undefined>(undefined);
  const { pattern, flags } = source;
  useEffect(() => {
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = runTrial({ source: { pattern, flags }, replacement, sample }, setOutcome);
    }, pause);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [pattern, flags, replacement, sample]);
  if (outcome === undefined) return null;
  if (outcome === null) return <p className="ui-field__error">{t('admin.trySlow')}</p>;
  return (
    <div role="status" className="admin-outcome">
      <p className="ui-field__label">{t('admin.becomes', { count: outcome.matches })}</p>
      <p className="admin-talk__line admin-talk__line--long" data-testid="outcome" dir="auto">
        {outcome.text || <span className="muted">{t('admin.nothingLeft')}</span>}
      </p>
    </div>
  );
}
