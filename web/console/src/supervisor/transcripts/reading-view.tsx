import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError, call } from '../../api/client';
import type { Schemas } from '../../api/types';
import { t } from '../../i18n';
import { clockTime, dateTime, fileSize } from '../../i18n/format';
import { Button, EmptyState, Icon, IconButton, reasonOf, Switch } from '../../ui';
import { Conversation, eventLabel, transcriptFileUrl } from '../conversation';
import { useNames } from '../names';
import { fieldsOf } from './fields';
import { textUrl } from './search';
import { StatusMark } from './status-mark';

type Details = Schemas['TranscriptDetails'];

// One record with all that was said and happened, for people to read and to print.
export function ReadingView({ chatKey, onClose }: { chatKey: string; onClose: () => void }) {
  const view = useRef<HTMLElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['transcript', chatKey],
    queryFn: ({ signal }) =>
      call('get', '/api/v1/transcripts/{chatKey}', { path: { chatKey }, signal }),
  });
  useEffect(() => view.current?.focus(), []);
  return (
    <article
      className="sup-reading"
      ref={view}
      tabIndex={-1}
      aria-label={t('supervisor.transcript')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {data ? (
        <Reading details={data} onClose={onClose} />
      ) : error ? (
        <EmptyState
          icon="alert"
          title={error instanceof ApiError ? reasonOf(error) : t('shell.problem')}
        >
          <Button onPress={() => void refetch()}>{t('shell.tryAgain')}</Button>
          <Button onPress={onClose}>{t('shell.close')}</Button>
        </EmptyState>
      ) : null}
    </article>
  );
}

function Reading({ details, onClose }: { details: Details; onClose: () => void }) {
  const { transcript, entries, events, files } = details;
  const names = useNames();
  const [hasEvents, setEvents] = useState(true);
  return (
    <>
      <header className="sup-reading__head">
        <div>
          <h2>
            <bdi dir="auto">{transcript.visitorName || t('supervisor.noName')}</bdi>{' '}
            <span className="muted tabular">{transcript.name}</span>
          </h2>
          <p className="sup-reading__sub">
            <StatusMark status={transcript.status} />
            <time className="muted" dateTime={new Date(transcript.requestTime).toISOString()}>
              {dateTime(transcript.requestTime)}
            </time>
          </p>
        </div>
        <div className="sup-reading__tools">
          <Switch isSelected={hasEvents} onChange={setEvents}>
            {t('supervisor.showEvents')}
          </Switch>
          <a className="ui-button sup-small" href={textUrl(transcript.chatKey)} download>
            <Icon name="file" /> {t('supervisor.asText')}
          </a>
          <IconButton icon="print" label={t('supervisor.print')} onPress={() => window.print()} />
          <IconButton icon="close" label={t('shell.close')} onPress={onClose} />
        </div>
      </header>
      <div className="sup-reading__body">
        <section className="sup-reading__said" aria-label={t('supervisor.conversation')}>
          {entries.length > 0 ? (
            <Conversation
              chatKey={transcript.chatKey}
              visitorName={transcript.visitorName}
              entries={entries}
              agentName={names.agent}
              hasEvents={hasEvents}
              urlOfFile={transcriptFileUrl}
            />
          ) : (
            <EmptyState title={t('supervisor.nothingSaid')} />
          )}
        </section>
        <div className="sup-reading__side">
          <Fields details={details} />
          {files.length > 0 ? <Files chatKey={transcript.chatKey} files={files} /> : null}
          <Events events={events} />
        </div>
      </div>
    </>
  );
}

function Fields({ details }: { details: Details }) {
  const names = useNames();
  const rows = fieldsOf(details.transcript, names);
  return (
    <section className="sup-part">
      <h3>{t('supervisor.fields')}</h3>
      <dl className="sup-fields">
        {rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>
              <bdi dir="auto">{row.value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Files({ chatKey, files }: { chatKey: string; files: Details['files'] }) {
  return (
    <section className="sup-part">
      <h3>{t('supervisor.files')}</h3>
      <ul className="sup-files">
        {files.map((file) => (
          <li key={file.fileId}>
            <Icon name="file" />
            {file.state === 'stored' ? (
              <a href={transcriptFileUrl(chatKey, file.fileId)} download dir="auto">
                {file.name}
              </a>
            ) : (
              <span dir="auto">{file.name || t('supervisor.file')}</span>
            )}
            <span className="muted">
              {t(`supervisor.file_${file.direction}`)} · {t(`supervisor.fileState_${file.state}`)}
              {file.state === 'stored' ? ` · ${fileSize(file.size)}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Events({ events }: { events: Details['events'] }) {
  const names = useNames();
  return (
    <section className="sup-part">
      <h3>{t('supervisor.events')}</h3>
      <ol className="sup-events">
        {events.map((event) => (
          <li key={event.name}>
            <time className="muted tabular">{clockTime(event.time)}</time>
            <span>
              {eventLabel(event.type)}
              {event.agentId ? (
                <>
                  {' · '}
                  <bdi dir="auto">{names.agent(event.agentId)}</bdi>
                </>
              ) : null}
              {event.detail && event.type !== 'PushAssignment' ? (
                <span className="muted">
                  {' · '}
                  <bdi dir="auto">{event.detail}</bdi>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
