import { useState } from 'react';
import { t } from '../../i18n';
import { clockTime } from '../../i18n/format';
import { store, useLive } from '../../state/store';
import { EmptyState, Icon, Select, Timer } from '../../ui';
import { type Names, useNames } from '../names';
import type { DataColumn } from '../tables/columns';
import { DataTable } from '../tables/data-table';
import type { ChatRow } from './chat-rows';

function columns(names: Names): DataColumn<ChatRow>[] {
  return [
    {
      id: 'visitor',
      title: t('supervisor.visitor'),
      isFixed: true,
      value: (row) => row.name,
      cell: (row) => (
        <span className="sup-name">
          {row.isFlagRaised ? (
            <span className="sup-mark" data-tone="late" title={row.flagText || undefined}>
              <Icon name="flag" />
              <span className="visually-hidden">{t('supervisor.flagRaised')}</span>
            </span>
          ) : null}
          <bdi dir="auto">{row.name || t('supervisor.noName')}</bdi>
          {row.isCriticalWait ? (
            <span className="sup-tag" data-tone="late">
              ▲ {t('supervisor.criticalWait')}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('supervisor.state'),
      value: (row) => row.state,
      cell: (row) => (
        <span className="sup-chat-state" data-state={row.state}>
          <span aria-hidden="true">
            {row.state === 'engaged' ? '●' : row.state === 'waiting' ? '◔' : '◇'}
          </span>{' '}
          {t(`supervisor.chat_${row.state}`)}
        </span>
      ),
    },
    {
      id: 'since',
      title: t('supervisor.forTime'),
      isNumber: true,
      value: (row) => -row.since,
      cell: (row) => <Timer since={row.since} />,
    },
    {
      id: 'agent',
      title: t('supervisor.agent'),
      value: (row) => names.agent(row.agentId) || undefined,
      cell: (row) => (
        <span dir="auto" className="sup-clip">
          {names.agent(row.agentId) || '–'}
        </span>
      ),
    },
    {
      id: 'button',
      title: t('supervisor.button'),
      value: (row) => names.button(row.buttonId),
      cell: (row) => (
        <span dir="auto" className="sup-clip">
          {names.button(row.buttonId)}
        </span>
      ),
    },
    {
      id: 'requested',
      title: t('supervisor.requested'),
      isNumber: true,
      isHiddenFirst: true,
      value: (row) => row.requestTime,
      cell: (row) => clockTime(row.requestTime),
    },
  ];
}

type Shown = 'all' | 'engaged' | 'waiting';

export interface ChatsTableProps {
  rows: ChatRow[];
  watched: string | undefined;
  onOpen: (chatKey: string) => void;
}

// The open chats: flags first, then as the supervisor sorts them.
export function ChatsTable({ rows, watched, onOpen }: ChatsTableProps) {
  const names = useNames();
  const queues = useLive((state) => state.queues);
  const [state, setState] = useState<Shown>('all');
  const [button, setButton] = useState(() => {
    const usual = store.getState().me?.config.supervisorDefaultButtonFilter ?? '';
    return usual in queues ? usual : 'all';
  });
  const shown = rows.filter(
    (row) =>
      row.isFlagRaised ||
      ((state === 'all' || (state === 'waiting') === (row.state === 'waiting')) &&
        (button === 'all' || row.buttonId === button)),
  );
  return (
    <DataTable
      id="chats"
      title={t('supervisor.liveChats')}
      columns={columns(names)}
      items={shown}
      idOf={(row) => row.chatKey}
      usualSort={{ column: 'since', direction: 'descending' }}
      isPinned={(row) => row.isFlagRaised}
      isMarked={(row) => row.chatKey === watched}
      onOpen={onOpen}
      empty={<EmptyState icon="chat" title={t('supervisor.noChats')} />}
      tools={
        <>
          <Select<Shown>
            label={t('supervisor.state')}
            isLabelHidden
            value={state}
            onChange={setState}
            choices={[
              { id: 'all', label: t('supervisor.allStates') },
              { id: 'engaged', label: t('supervisor.chat_engaged') },
              { id: 'waiting', label: t('supervisor.chat_waiting') },
            ]}
          />
          <Select
            label={t('supervisor.button')}
            isLabelHidden
            value={button}
            onChange={setButton}
            choices={[
              { id: 'all', label: t('supervisor.allButtons') },
              ...Object.values(queues).map((queue) => ({ id: queue.buttonId, label: queue.name })),
            ]}
          />
        </>
      }
    />
  );
}
