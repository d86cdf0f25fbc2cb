import './supervisor.css';
import './tables.css';
import './trends.css';
import './watch.css';
import './transcripts.css';
import './reading.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { ApiError } from '../api/client';
import { type TextKey, t } from '../i18n';
import { EmptyState } from '../ui';
import { LivePage } from './live/live-page';
import { useNamesKept } from './names';
import { SessionsPage } from './sessions/sessions-page';
import { TranscriptsPage } from './transcripts/transcripts-page';
import { TrendsPage } from './trends/trends-page';

const tabs: readonly { path: string; title: TextKey }[] = [
  { path: '/', title: 'supervisor.live' },
  { path: '/trends', title: 'supervisor.trends' },
  { path: '/transcripts', title: 'supervisor.transcripts' },
  { path: '/sessions', title: 'supervisor.sessions' },
];

const retriesMax = 2;

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the server has refused it refuses again.
        retry: (count, problem) =>
          count < retriesMax &&
          problem instanceof ApiError &&
          (problem.isUnreachable || problem.status >= 500),
      },
    },
  });
}

// The route of supervisors. What was read is forgotten with it, as the next one to sign in may see
// less.
export default function Supervisor() {
  const [client] = useState(newClient);
  return (
    <QueryClientProvider client={client}>
      <div className="supervisor">
        <h1 className="visually-hidden">{t('supervisor.title')}</h1>
        <Tabs />
        <Page />
      </div>
    </QueryClientProvider>
  );
}

function Tabs() {
  const [location] = useLocation();
  const isOpen = (path: string) =>
    path === '/' ? location === '/' || location.startsWith('/watch') : location.startsWith(path);
  return (
    <nav className="sup-tabs" aria-label={t('supervisor.title')}>
      {tabs.map((tab) => (
        <Link
          key={tab.path}
          href={tab.path}
          className="sup-tabs__tab"
          aria-current={isOpen(tab.path) ? 'page' : undefined}
        >
          {t(tab.title)}
        </Link>
      ))}
    </nav>
  );
}

function Page() {
  const [location] = useLocation();
  const [, watch] = useRoute('/watch/:chatKey');
  const [isTranscripts, transcript] = useRoute('/transcripts/:chatKey?');
  const hasNames = useNamesKept(location !== '/' && !watch);
  if (location === '/' || watch) return <LivePage watched={watch?.chatKey} />;
  if (isTranscripts) return <TranscriptsPage openKey={transcript?.chatKey} hasNames={hasNames} />;
  if (location === '/trends') return <TrendsPage />;
  if (location === '/sessions') return <SessionsPage />;
  return <EmptyState icon="search" title={t('shell.noSuchPage')} />;
}
