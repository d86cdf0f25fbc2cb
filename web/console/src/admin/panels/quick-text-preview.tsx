import { merge } from '../../chats/quick-text';
import { t } from '../../i18n';
import { useLive } from '../../state/store';
import { Button } from '../../ui';
import type { PanelProps } from '.';
import { Panel } from './panel';

const placeholders = ['visitor.name', 'agent.name', 'organization.name'] as const;

// The text as an agent sends it, and the placeholders it can have.
export function QuickTextPreview({ values, set }: PanelProps) {
  const me = useLive((state) => state.me);
  const message = String(values.message ?? '');
  const filled = merge(message, {
    'visitor.name': t('admin.sampleVisitor'),
    'agent.name': me?.agent.name ?? '',
    'organization.name': me?.organization.name ?? '',
  });
  return (
    <>
      <Panel title={t('admin.placeholders')}>
        <p className="muted">{t('admin.placeholdersText')}</p>
        <div className="admin-chips">
          {placeholders.map((name) => (
            <Button
              key={name}
              aria-label={t('admin.insert', { what: `{${name}}` })}
              onPress={() => set('message', inserted(message, `{${name}}`))}
            >
              <code dir="ltr">{`{${name}}`}</code>
            </Button>
          ))}
        </div>
      </Panel>
      <Panel title={t('admin.preview')}>
        <p className="admin-talk__line admin-talk__line--long" dir="auto">
          {filled ? parts(filled) : <span className="muted">{t('admin.noText')}</span>}
        </p>
      </Panel>
    </>
  );
}

// At the caret of the message's field where it is known, else at the end.
function inserted(message: string, text: string): string {
  const field = document.querySelector<HTMLTextAreaElement>('[data-field="message"] textarea');
  const from = field?.selectionStart ?? message.length;
  const to = field?.selectionEnd ?? message.length;
  return message.slice(0, from) + text + message.slice(to);
}

// Placeholders without a value are marked; the agent fills them in.
function parts(text: string) {
  const pieces = text.split(/(\{[^{}\n]{1,60}\})/);
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name than their place.
  return pieces.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
