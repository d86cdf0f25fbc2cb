import { type FormEvent, useId, useRef, useState } from 'react';
import { newKey } from '../../api/client';
import { t } from '../../i18n';
import { canSend } from '../../state/selectors';
import { useLive } from '../../state/store';
import { Button, Icon } from '../../ui';
import { whisper } from '../live/actions';

// Says something to the agents of a chat alone.
export function WhisperBox({ chatKey }: { chatKey: string }) {
  const hintId = useId();
  const isConnected = useLive(canSend);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  // The same key for every try of the same text, so that the server takes it once.
  const attempt = useRef({ text: '', key: '' });

  async function send(event?: FormEvent) {
    event?.preventDefault();
    const said = text.trim();
    if (!said || isBusy || !isConnected) return;
    if (attempt.current.text !== said) attempt.current = { text: said, key: newKey() };
    setBusy(true);
    const isDone = await whisper(chatKey, said, attempt.current.key);
    setBusy(false);
    if (!isDone) return;
    attempt.current = { text: '', key: '' };
    setText((now) => (now.trim() === said ? '' : now));
  }

  return (
    <form className="sup-whisper" onSubmit={send}>
      <p className="sup-whisper__hint" id={hintId}>
        <Icon name="lock" /> {t('supervisor.visitorCannotSee')}
      </p>
      <div className="sup-whisper__row">
        <textarea
          className="ui-input"
          rows={2}
          dir={text ? 'auto' : undefined}
          aria-label={t('supervisor.whisper')}
          aria-describedby={hintId}
          placeholder={t('supervisor.whisperPlaceholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <Button type="submit" isDisabled={!text.trim() || isBusy || !isConnected}>
          {t('supervisor.sendWhisper')}
        </Button>
      </div>
    </form>
  );
}
