import './admin.css';
import './form.css';
import './panels.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { t } from '../i18n';
import { EmptyState } from '../ui';
import { queryClient } from './api';
import { type KindId, kindGroups, kinds } from './kinds';
import { ListPage } from './list-page';
import { NewPage, ObjectPage } from './object-page';
import { kindTitle } from './texts';

// The configuration of the organization, for administrators.
export default function Admin() {
  // What one administrator has read is not for the next.
  useEffect(() => () => queryClient.clear(), []);
  return (
    <QueryClientProvider client={queryClient}>
      <div className="admin">
        <Navigation />
        <div className="admin__content">
          <Switch>
            <Route path="/">
              <Redirect to="/deployments" replace />
            </Route>
            <Route path="/organization">
              <ObjectPage kind={kinds.organization} id="organization" />
            </Route>
            <Route path="/:kind">{({ kind }) => <Page kind={kind} />}</Route>
            <Route path="/:kind/:id">{({ kind, id }) => <Page kind={kind} id={id} />}</Route>
            <Route>
              <NoSuchPage />
            </Route>
          </Switch>
        </div>
      </div>
    </QueryClientProvider>
  );
}

function Page({ kind: name, id }: { kind: string; id?: string }) {
  const kind = kinds[name as KindId];
  if (!kind || kind.isSingle) return <NoSuchPage />;
  if (id === 'new') return <NewPage key={name} kind={kind} />;
  if (id) return <ObjectPage key={`${name}/${id}`} kind={kind} id={id} />;
  return <ListPage key={name} kind={kind} />;
}

function NoSuchPage() {
  return <EmptyState icon="search" title={t('shell.noSuchPage')} />;
}

function Navigation() {
  const [location] = useLocation();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on small screens the links scroll.
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [location]);
  return (
    <nav ref={nav} className="admin-nav" aria-label={t('admin.title')}>
      {kindGroups.map((group) => (
        <div key={group.id} className="admin-nav__group">
          <h2 className="admin-nav__title">{t(`admin.nav_${group.id}`)}</h2>
          <ul>
            {group.kinds.map((id) => (
              <li key={id}>
                <Link
                  href={`/${id}`}
                  className="admin-nav__link"
                  aria-current={location.split('/')[1] === id ? 'page' : undefined}
                >
                  {kindTitle(id)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
