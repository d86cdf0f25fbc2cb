import { useState } from 'react';
import { t } from '../i18n';
import { Button, Icon, toast } from '../ui';

// How long the button says that it has copied.
const thanks = 2000;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isDone, setDone] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      setTimeout(() => setDone(false), thanks);
    } catch {
      toast(t('admin.copyRefused'), { isProblem: true });
    }
  }
  return (
    <Button kind="quiet" className="admin-copy" aria-label={label} onPress={() => void copy()}>
      <Icon name={isDone ? 'check' : 'copy'} />
      {isDone ? <span role="status">{t('admin.copied')}</span> : null}
    </Button>
  );
}

// A text to be taken elsewhere.
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="admin-codeblock" dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a section cannot keep lines as they are. */}
      <pre tabIndex={0} role="region" aria-label={label}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={t('admin.copyOf', { what: label })} />
    </div>
  );
}
