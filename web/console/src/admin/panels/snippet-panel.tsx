import { useState } from 'react';
import { t } from '../../i18n';
import { useLive } from '../../state/store';
import { Select } from '../../ui';
import { titleOf, useList } from '../api';
import { CodeBlock } from '../copy';
import { type KindId, kinds, type Values } from '../kinds';
import { pageSnippet, restSnippet, type SnippetOf } from '../snippet';
import type { PanelProps } from '.';
import { Panel } from './panel';

// What to put on a page, for a button and a deployment: this one, and one to choose.
export function SnippetPanel({ kind, id, values }: PanelProps) {
  const isButton = kind.id === 'buttons';
  const other: KindId = isButton ? 'deployments' : 'buttons';
  const { data: others = [] } = useList(other);
  const [chosen, setChosen] = useState<string | null>(null);
  const organization = useLive((state) => state.me?.organization.id ?? '');
  if (!id) return null;
  const partner = others.find((one) => one.id === chosen) ?? others[0];
  const deployment = isButton ? partner?.id : id;
  const button = isButton ? { ...values, id } : partner;
  if (!deployment) {
    return (
      <Panel title={t('admin.snippet')}>
        <p className="muted">{t('admin.snippetNeedsDeployment')}</p>
      </Panel>
    );
  }
  const of: SnippetOf = {
    origin: location.origin,
    organization,
    deployment,
    button: button ? buttonOf(button) : undefined,
  };
  return (
    <Panel title={t('admin.snippet')}>
      {others.length > 1 ? (
        <Select
          label={t(isButton ? 'admin.forDeployment' : 'admin.forButton')}
          choices={others.map((one) => ({ id: one.id, label: titleOf(kinds[other], one) }))}
          value={partner?.id ?? null}
          onChange={setChosen}
        />
      ) : null}
      <CodeBlock text={pageSnippet(of)} label={t('admin.snippetPage')} />
      <p className="muted">{t('admin.snippetText')}</p>
      <CodeBlock text={restSnippet(of)} label={t('admin.snippetRest')} />
    </Panel>
  );
}

function buttonOf(values: Values & { id: string }): SnippetOf['button'] {
  const text = (name: string) => String(values[name] ?? '');
  return {
    id: values.id,
    name: text('name'),
    type: text('type'),
    onlineImage: text('onlineImage'),
    offlineImage: text('offlineImage'),
  };
}
