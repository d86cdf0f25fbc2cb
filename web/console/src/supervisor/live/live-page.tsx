import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../i18n';
import { useLive } from '../../state/store';
import { Button, EmptyState, reasonOf } from '../../ui';
import { WatchPanel } from '../watch/watch-panel';
import { AgentsTable } from './agents-table';
import { chatRows } from './chat-rows';
import { ChatsTable } from './chats-table';
import { FiguresRow } from './figures-row';
import { Flags } from './flags';
import { useOverviewKept } from './keep-current';
import { QueuesTable } from './queues-table';

// What goes on now; with `watched`, one chat beside it.
export function LivePage({ watched }: { watched: string | undefined }) {
  const { overview, retry } = useOverviewKept();
  const [, navigate] = useLocation();
  const chats = useLive((state) => state.overview);
  const flags = useLive((state) => state.flags);
  const rows = useMemo(() => chatRows(Object.values(chats), flags), [chats, flags]);
  const opener = useFocusBack(watched);

  function open(chatKey: string) {
    opener.current ??= document.activeElement as HTMLElement | null;
    navigate(`/watch/${chatKey}`);
  }

  if (overview === 'reading') return <div className="sup-page" aria-busy="true" />;
  if (overview !== 'there') {
    return (
      <div className="sup-page">
        <EmptyState icon="alert" title={reasonOf(overview)}>
          <Button onPress={retry}>{t('shell.tryAgain')}</Button>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="sup-live" data-watching={watched !== undefined || undefined}>
      <div className="sup-page">
        <FiguresRow />
        <Flags rows={rows} onOpen={open} />
        <ChatsTable rows={rows} watched={watched} onOpen={open} />
        <div className="sup-pair">
          <AgentsTable />
          <QueuesTable />
        </div>
      </div>
      {watched ? (
        <WatchPanel key={watched} chatKey={watched} onClose={() => navigate('/')} />
      ) : null}
    </div>
  );
}

// Gives the focus back to what opened the panel.
function useFocusBack(watched: string | undefined) {
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (watched !== undefined) return;
    opener.current?.focus();
    opener.current = null;
  }, [watched]);
  return opener;
}
