import { useEffect, useState } from 'react';
import { t } from '../i18n';
import { dateTime } from '../i18n/format';
import { type FoundChat, findChat } from '../state';
import { MessageLog } from './message-log';

// A chat that is over, to read. One that is opened by its address and still goes on comes into the
// store instead.
export function TranscriptView({ chatKey }: { chatKey: string }) {
  const [found, setFound] = useState<FoundChat | null>(null);
  useEffect(() => {
    let isGone = false;
    void findChat(chatKey).then((answer) => {
      if (!isGone) setFound(answer);
    });
    return () => {
      isGone = true;
    };
  }, [chatKey]);
  if (found?.state === 'none') {
    return <p className="chats-details muted">{t('chats.noSuchChat')}</p>;
  }
  if (found?.state !== 'record') return null;
  const { transcript, entries, files } = found.record;
  const known = files.map((file) => [file.fileId, { ...file, chatKey }]);
  return (
    <div className="chats-transcript">
      <p className="muted">
        <strong dir="auto">{transcript.visitorName}</strong> · {dateTime(transcript.requestTime)} ·{' '}
        {t(`chats.transcript_${transcript.status}`)}
      </p>
      <MessageLog
        chat={{
          chatKey,
          name: transcript.visitorName,
          agents: [],
          files: Object.fromEntries(known),
          entries,
          pending: [],
          isRecord: true,
        }}
        ownId={undefined}
      />
    </div>
  );
}
