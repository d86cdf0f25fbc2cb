import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { t } from '../i18n';
import { chordText } from '../keyboard/chord';
import { useCommand, useKeys } from '../keyboard/commands';
import { type Chat, select, useLive } from '../state';
import { Button, Icon, IconButton } from '../ui';
import { send } from './actions';
import { type ComposerMode, setDraft, useDraft } from './drafts';
import { countFields, nextField } from './quick-text';
import { QuickTextList, useQuickText } from './quick-text-list';
import { useTypingNotice } from './typing-notice';
import { sendFiles } from './uploads';

const heightMax = 220;

// Where an agent writes: a reply to the visitor, or a note to the other agents.
export function Composer({ chat }: { chat: Chat }) {
  const { chatKey } = chat;
  const [mode, setMode] = useState<ComposerMode>('reply');
  const text = useDraft(chatKey, mode);
  const field = useRef<HTMLTextAreaElement>(null);
  const canSend = useLive(select.canSend);
  const lastSent = useRef('');
  const hintId = useId();
  const typing = useTypingNotice(chatKey);
  const quick = useQuickText(chat, field, (next) => write(next));
  const isNote = mode === 'note';
  const mayFile = chat.facts?.maySendFiles ?? false;

  function write(next: string) {
    setDraft(chatKey, mode, next);
    if (mode === 'reply') typing.wrote(next);
  }
  function focusIn(next: ComposerMode) {
    setMode(next);
    field.current?.focus();
  }
  useCommand('reply', () => focusIn('reply'));
  useCommand('note', () => focusIn('note'));
  useEscapeToComposer(field);

  function submit() {
    const said = text.trim();
    if (!said || !canSend) return;
    lastSent.current = said;
    send(chatKey, said, isNote);
    setDraft(chatKey, mode, '');
    quick.close();
    typing.sent();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (quick.onKeyDown(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && text === '' && lastSent.current && !event.altKey) {
      event.preventDefault();
      write(lastSent.current);
    } else if (event.key === 'Tab' && !event.shiftKey && selectField(event.currentTarget)) {
      event.preventDefault();
    }
  }

  function onPaste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || !mayFile) return;
    event.preventDefault();
    sendFiles(chatKey, files);
  }

  useAutoHeight(field, text);
  const blanks = countFields(text);

  return (
    <div className="chats-composer" data-note={isNote || undefined}>
      <ComposerBar
        chat={chat}
        mode={mode}
        onMode={focusIn}
        onQuickText={() => quick.open(write, text)}
      />
      <div className="chats-composer__box">
        <QuickTextList quick={quick} />
        <textarea
          ref={field}
          className="chats-composer__field"
          data-pane-focus
          data-composer
          rows={1}
          // An empty field has the page's direction, for its hint.
          dir={text ? 'auto' : undefined}
          value={text}
          placeholder={isNote ? t('chats.noteHint') : t('chats.replyHint')}
          aria-label={isNote ? t('chats.note') : t('chats.reply')}
          aria-describedby={hintId}
          {...quick.fieldProps}
          onChange={(event) => {
            write(event.target.value);
            quick.look();
          }}
          onSelect={quick.look}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            quick.close();
            typing.stopped();
          }}
        />
        <Button
          kind="primary"
          className="chats-composer__send"
          isDisabled={!canSend || text.trim() === ''}
          onPress={submit}
        >
          {t('chats.send')} <Icon name="send" />
        </Button>
      </div>
      <p id={hintId} className="chats-composer__hint">
        {!canSend
          ? t('chats.cannotSend')
          : blanks > 0
            ? t('chats.blanks', { count: blanks })
            : isNote
              ? t('chats.onlyAgents')
              : ''}
      </p>
    </div>
  );
}

interface BarProps {
  chat: Chat;
  mode: ComposerMode;
  onMode: (mode: ComposerMode) => void;
  onQuickText: () => void;
}

function ComposerBar({ chat, mode, onMode, onQuickText }: BarProps) {
  const keys = useKeys();
  const input = useRef<HTMLInputElement>(null);
  const mayFile = chat.facts?.maySendFiles ?? false;
  useCommand('attach', mayFile ? () => input.current?.click() : null);
  return (
    <div className="chats-composer__bar">
      {(['reply', 'note'] as const).map((one) => (
        <Button key={one} kind="quiet" aria-pressed={mode === one} onPress={() => onMode(one)}>
          {one === 'note' ? <Icon name="lock" /> : null}
          {t(one === 'reply' ? 'chats.reply' : 'chats.note')}
          {keys[one] ? <kbd>{chordText(keys[one])}</kbd> : null}
        </Button>
      ))}
      <span className="chats-composer__space" />
      {mayFile ? (
        <>
          <IconButton
            icon="clip"
            label={t('chats.attach')}
            onPress={() => input.current?.click()}
          />
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('chats.attach')}
            onChange={(event) => {
              sendFiles(chat.chatKey, [...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </>
      ) : null}
      <IconButton icon="bolt" label={t('chats.quickText')} onPress={onQuickText} />
    </div>
  );
}

// Esc anywhere in the conversation leads back to the composer.
function useEscapeToComposer(field: React.RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('.ui-modal, .ui-popover')) return;
      if (event.target !== field.current) field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field]);
}

function useAutoHeight(field: React.RefObject<HTMLTextAreaElement | null>, text: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text makes the height.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${Math.min(heightMax, element.scrollHeight + 2)}px`;
  }, [field, text]);
}

// Selects the next blank of a quick text. Returns whether there is one.
function selectField(element: HTMLTextAreaElement): boolean {
  const next = nextField(element.value, element.selectionEnd);
  if (!next) return false;
  element.setSelectionRange(next.from, next.to);
  return true;
}
