import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { QuickText } from '../api/types';
import { t } from '../i18n';
import { type Chat, useLive } from '../state';
import { PickerList } from '../ui';
import { find, merge, nextField, noteUse, recentIds, triggerAt } from './quick-text';

// The list of quick texts that `/` or `;;` opens in the composer. The focus stays in the composer.

const shownMax = 30;

interface Open {
  from: number;
  query: string;
}

export function useQuickText(
  chat: Chat,
  field: RefObject<HTMLTextAreaElement | null>,
  write: (text: string) => void,
) {
  const texts = useLive((state) => state.quickTexts);
  const me = useLive((state) => state.me);
  const listId = useId();
  const [open, setOpen] = useState<Open | null>(null);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const found = open ? grouped(find(texts, open.query, recentIds()).slice(0, shownMax)) : [];
  const current = found[Math.min(active, found.length - 1)];

  // Looks whether the caret stands behind a sign.
  function look() {
    const element = field.current;
    if (!element || element.selectionStart !== element.selectionEnd) return setOpen(null);
    const trigger = triggerAt(element.value, element.selectionEnd);
    if (!trigger) {
      setDismissedAt(null);
      return setOpen(null);
    }
    if (trigger.from === dismissedAt) return;
    if (open?.query !== trigger.query) setActive(0);
    setOpen({ from: trigger.from, query: trigger.query });
  }

  function insert(text: QuickText) {
    const element = field.current;
    if (!element || !open) return;
    const filled = merge(text.message, valuesOf(chat, me?.agent.name, me?.organization.name));
    const before = element.value.slice(0, open.from);
    write(before + filled + element.value.slice(element.selectionEnd));
    noteUse(text.id);
    setOpen(null);
    const end = before.length + filled.length;
    const blank = nextField(filled, 0);
    requestAnimationFrame(() => {
      element.focus();
      if (blank) element.setSelectionRange(before.length + blank.from, before.length + blank.to);
      else element.setSelectionRange(end, end);
    });
  }

  // Returns whether the key was for the list.
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!open || event.altKey) return false;
    if (event.key === 'Escape') {
      setDismissedAt(open.from);
      setOpen(null);
    } else if (found.length === 0) {
      return false;
    } else if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + found.length) % found.length);
    else if (event.key === 'Enter' && !event.shiftKey && current) insert(current);
    else return false;
    event.preventDefault();
    return true;
  }

  return {
    isOpen: open !== null,
    found,
    current,
    listId,
    look,
    insert,
    onKeyDown,
    close: () => setOpen(null),
    // Opens the list from a button, as if `/` had been written.
    open: (writeText: (text: string) => void, text: string) => {
      const element = field.current;
      if (!element) return;
      const next = text === '' || /\s$/.test(text) ? `${text}/` : `${text} /`;
      writeText(next);
      requestAnimationFrame(() => {
        element.focus();
        element.setSelectionRange(next.length, next.length);
        setOpen({ from: next.length - 1, query: '' });
      });
    },
    fieldProps: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': open ? listId : undefined,
      'aria-activedescendant': open && current ? `${listId}-${current.id}` : undefined,
    },
  };
}

function groupOf(text: QuickText): string {
  return text.folder || text.category || t('chats.quickText');
}

// The texts of a group stand together, in the order in which the list shows them.
function grouped(texts: QuickText[]): QuickText[] {
  const groups = [...new Set(texts.map(groupOf))];
  return groups.flatMap((group) => texts.filter((text) => groupOf(text) === group));
}

function valuesOf(chat: Chat, agent = '', organization = ''): Record<string, string> {
  const values: Record<string, string> = {
    'visitor.name': chat.name,
    'agent.name': agent,
    'organization.name': organization,
  };
  for (const detail of chat.facts?.customDetails ?? []) {
    values[`visitor.${detail.label}`] ??= detail.value;
    values[detail.label] ??= detail.value;
  }
  return values;
}

export function QuickTextList({ quick }: { quick: ReturnType<typeof useQuickText> }) {
  if (!quick.isOpen) return null;
  return (
    <div className="chats-quick ui-popover">
      {quick.found.length > 0 ? (
        <PickerList
          id={quick.listId}
          label={t('chats.quickText')}
          items={quick.found.map((text) => ({
            id: text.id,
            text: text.name,
            group: groupOf(text),
            detail: (
              <span className="chats-quick__text muted" dir="auto">
                {text.message}
              </span>
            ),
          }))}
          activeId={quick.current?.id}
          onPick={(id) => {
            const text = quick.found.find((one) => one.id === id);
            if (text) quick.insert(text);
          }}
        />
      ) : (
        <p className="ui-picker__empty muted">{t('chats.noQuickText')}</p>
      )}
      <p className="visually-hidden" role="status">
        {t('chats.quickTextCount', { count: quick.found.length })}
      </p>
    </div>
  );
}
