import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { t } from '../i18n';
import { useLive } from '../state/store';
import { EmptyState } from '../ui';
import { routesOf } from './routes';
import { ShellCommands } from './shell-commands';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';

// What surrounds the routes once somebody is signed in.
export function Shell() {
  const role = useLive((state) => state.me?.agent.role ?? 'agent');
  const routes = routesOf(role);
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {t('shell.skipToContent')}
      </a>
      <TopBar routes={routes} />
      <main className="shell-content" id="content" tabIndex={-1}>
        <Suspense fallback={null}>
          <Switch>
            {routes.map((route) => (
              <Route key={route.path} path={route.path} nest>
                <route.page />
              </Route>
            ))}
            <Route path="/">
              <Redirect to="/chats" replace />
            </Route>
            <Route>
              <EmptyState icon="search" title={t('shell.noSuchPage')} />
            </Route>
          </Switch>
        </Suspense>
      </main>
      <StatusBar />
      <ShellCommands routes={routes} />
    </div>
  );
}
