import { useEffect, useState } from 'react';
import { call } from '../api/client';
import type { Schemas } from '../api/types';
import { t } from '../i18n';
import { dateTime } from '../i18n/format';
import type { Chat } from '../state';
import { AskDialog, Button, Dialog, Icon, TextField } from '../ui';
import { attachRecord } from './actions';

type ChatRecord = Schemas['ChatRecord'];

// The records that belong to the chat.
export function Records({ chat }: { chat: Chat }) {
  const records = chat.facts?.records ?? [];
  const [open, setOpen] = useState<ChatRecord | null>(null);
  const [isAttaching, setAttaching] = useState(false);
  return (
    <section>
      <h2 className="chats-details__heading">{t('chats.linkedRecords')}</h2>
      <ul>
        {records.map((record) => (
          <li key={`${record.fieldName ?? ''} ${record.id}`}>
            <Button kind="quiet" className="chats-record" onPress={() => setOpen(record)}>
              <Icon name="link" />
              <bdi>
                {record.entityName || record.fieldName} {record.id}
              </bdi>
              {record.isNew ? <span className="chats-tag">{t('chats.newRecord')}</span> : null}
            </Button>
          </li>
        ))}
      </ul>
      {chat.state === 'engaged' ? (
        <Button kind="quiet" onPress={() => setAttaching(true)}>
          {t('chats.attachRecord')}
        </Button>
      ) : null}
      <Dialog
        title={open?.entityName || t('chats.record')}
        isOpen={open !== null}
        onClose={() => setOpen(null)}
      >
        {open ? <RecordView record={open} /> : null}
      </Dialog>
      <AttachDialog
        chatKey={chat.chatKey}
        isOpen={isAttaching}
        onClose={() => setAttaching(false)}
      />
    </section>
  );
}

function RecordView({ record }: { record: ChatRecord }) {
  const [found, setFound] = useState<Schemas['Record'] | null>(null);
  const [isElsewhere, setElsewhere] = useState(record.entityName === '');
  const { id } = record;
  useEffect(() => {
    if (isElsewhere) return;
    let isGone = false;
    call('get', '/api/v1/records/{id}', { path: { id } })
      .then((answer) => {
        if (!isGone) setFound(answer);
      })
      .catch(() => {
        if (!isGone) setElsewhere(true);
      });
    return () => {
      isGone = true;
    };
  }, [id, isElsewhere]);
  if (isElsewhere) return <p>{t('chats.recordElsewhere', { id })}</p>;
  if (!found) return null;
  return (
    <dl className="chats-facts">
      {found.fields.map((field) => (
        <div className="chats-fact" key={field.fieldName}>
          <dt>{field.fieldName}</dt>
          <dd>
            <bdi dir="auto">{field.fieldValue}</bdi>
          </dd>
        </div>
      ))}
      <div className="chats-fact">
        <dt>{t('chats.created')}</dt>
        <dd>{dateTime(found.createdAt)}</dd>
      </div>
    </dl>
  );
}

interface AttachProps {
  chatKey: string;
  isOpen: boolean;
  onClose: () => void;
}

function AttachDialog({ chatKey, isOpen, onClose }: AttachProps) {
  const [fieldName, setFieldName] = useState('CaseId');
  return (
    <AskDialog
      title={t('chats.attachRecord')}
      label={t('chats.recordId')}
      maxLength={255}
      action={t('chats.attachIt')}
      isOpen={isOpen}
      onClose={onClose}
      canAnswer={(id) => id !== '' && fieldName.trim() !== ''}
      onAnswer={(id) => attachRecord(chatKey, fieldName.trim(), id)}
    >
      <TextField
        label={t('chats.fieldName')}
        value={fieldName}
        onChange={setFieldName}
        maxLength={255}
      />
    </AskDialog>
  );
}
