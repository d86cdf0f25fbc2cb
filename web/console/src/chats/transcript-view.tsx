import { useEffect, useState } from 'react';
import { t } from '../i18n';
import { dateTime } from '../i18n/format';
import { readRecord } from '../state';
import { MessageLog } from './message-log';

// A chat that is over, to read. One that is opened by its address and still goes on comes into the
// store instead.
export function TranscriptView({ chatKey }: { chatKey: string }) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof readRecord>> | null>(null);
  useEffect(() => {
    let isGone = false;
    void readRecord(chatKey).then((answer) => {
      if (!isGone) setFound(answer);
    });
    return () => {
      isGone = true;
    };
  }, [chatKey]);
  if (found?.state === 'none') {
    return <p className="chats-details muted">{t('chats.noSuchChat')}</p>;
  }
  if (found?.state !== 'ended') return null;
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
