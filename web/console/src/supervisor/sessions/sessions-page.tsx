import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, call } from '../../api/client';
import type { Schemas } from '../../api/types';
import { t } from '../../i18n';
import { dateTime, duration, number } from '../../i18n/format';
import { serverNow, useLive } from '../../state/store';
import { Button, EmptyState, reasonOf, Select } from '../../ui';
import { DayInput } from '../day-input';
import { type Names, useNames } from '../names';
import { startOfDay } from '../reports';
import type { DataColumn } from '../tables/columns';
import { DataTable } from '../tables/data-table';
import { addDays, dayOf, isoDay } from '../transcripts/query';

type Session = Schemas['LiveAgentSession'];

const pageLimit = 200;
const any = '';
const firstDays = 7;

// When agents were at work, and what they did there.
export function SessionsPage() {
  const names = useNames();
  const agents = useLive((state) => state.agents);
  const [today] = useState(() => startOfDay(serverNow()));
  const [from, setFrom] = useState(() => isoDay(addDays(today, 1 - firstDays)));
  const [to, setTo] = useState(() => isoDay(today));
  const [agent, setAgent] = useState(any);
  const first = dayOf(from, today);
  const last = dayOf(to, today);
  const query = useInfiniteQuery({
    queryKey: ['agent-sessions', first, last, agent],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/v1/agent-sessions', {
        query: {
          from: first ?? undefined,
          to: last === null ? undefined : addDays(last, 1),
          agent: agent || undefined,
          limit: pageLimit,
          cursor: pageParam,
        },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const sessions = query.data?.pages.flatMap((page) => page.agentSessions) ?? [];
  const { error } = query;

  return (
    <div className="sup-page">
      <div className="sup-bar">
        <DayInput label={t('supervisor.fromDay')} value={from} onChange={setFrom} />
        <DayInput label={t('supervisor.toDay')} value={to} onChange={setTo} />
        <Select
          label={t('supervisor.agent')}
          value={agent}
          onChange={setAgent}
          choices={[
            { id: any, label: t('supervisor.anyAgent') },
            ...Object.values(agents).map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      </div>
      {error && sessions.length === 0 ? (
        <EmptyState
          icon="alert"
          title={error instanceof ApiError ? reasonOf(error) : t('shell.problem')}
        >
          <Button onPress={() => void query.refetch()}>{t('shell.tryAgain')}</Button>
        </EmptyState>
      ) : query.data ? (
        <DataTable
          id="sessions"
          title={t('supervisor.agentSessions')}
          columns={columns(names)}
          items={sessions}
          idOf={(session) => session.name}
          count={number(sessions.length) + (query.hasNextPage ? '+' : '')}
          usualSort={{ column: 'login', direction: 'descending' }}
          empty={<EmptyState icon="person" title={t('supervisor.noSessions')} />}
          foot={
            <div className="sup-bar">
              {query.hasNextPage ? (
                <Button
                  isDisabled={query.isFetchingNextPage}
                  onPress={() => void query.fetchNextPage()}
                >
                  {t('supervisor.showMore')}
                </Button>
              ) : null}
              {sessions.some((session) => session.logoutTime === undefined) ? (
                <p className="muted">{t('supervisor.openSessions')}</p>
              ) : null}
            </div>
          }
        />
      ) : null}
    </div>
  );
}

function columns(names: Names): DataColumn<Session>[] {
  const count = (
    id: string,
    title: string,
    value: (session: Session) => number,
    isHiddenFirst = false,
  ): DataColumn<Session> => ({
    id,
    title,
    value,
    isNumber: true,
    isHiddenFirst,
    cell: (session) => number(value(session)),
  });
  const span = (
    id: string,
    title: string,
    value: (session: Session) => number,
  ): DataColumn<Session> => ({
    id,
    title,
    value,
    isNumber: true,
    cell: (session) => duration(value(session)),
  });
  return [
    {
      id: 'agent',
      title: t('supervisor.agent'),
      isFixed: true,
      value: (session) => names.agent(session.agentId),
      cell: (session) => <bdi dir="auto">{names.agent(session.agentId)}</bdi>,
    },
    {
      id: 'login',
      title: t('supervisor.cameAt'),
      value: (session) => session.loginTime,
      cell: (session) => <span className="tabular">{dateTime(session.loginTime)}</span>,
    },
    {
      id: 'logout',
      title: t('supervisor.leftAt'),
      value: (session) => session.logoutTime,
      cell: (session) =>
        session.logoutTime === undefined ? (
          <span className="sup-ok">● {t('supervisor.stillThere')}</span>
        ) : (
          <span className="tabular">{dateTime(session.logoutTime)}</span>
        ),
    },
    span('online', t('supervisor.timeOnline'), (session) => session.timeInOnlineStatus),
    span('away', t('supervisor.timeAway'), (session) => session.timeInAwayStatus),
    span('chats', t('supervisor.timeInChats'), (session) => session.timeInChats),
    span('full', t('supervisor.timeAtCapacity'), (session) => session.timeAtCapacity),
    span('idle', t('supervisor.timeIdle'), (session) => session.timeIdle),
    count('engaged', t('supervisor.chatsTaken'), (session) => session.chatReqEngaged),
    count('assigned', t('supervisor.chatsOffered'), (session) => session.chatReqAssigned),
    count('declined', t('supervisor.chatsDeclined'), (session) => session.chatReqDeclined),
    count('timedOut', t('supervisor.chatsTimedOut'), (session) => session.chatReqTimedOut),
    count('flags', t('supervisor.flagsCount'), (session) => session.numFlagRaised, true),
  ];
}
