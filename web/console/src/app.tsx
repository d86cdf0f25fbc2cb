import { useEffect, useState } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Router, useLocation } from 'wouter';
import { ApiError } from './api/client';
import { localeOf, t, useLanguage } from './i18n';
import { aroundNavigation } from './shell/leaving';
import { Shell } from './shell/shell';
import { SignIn } from './shell/sign-in';
import { resumeSignIn } from './state/live';
import { useLive } from './state/store';
import { Button, EmptyState, Toasts } from './ui';

const base = '/console';

// The console: the sign-in, then the shell with its routes.
export function App() {
  const language = useLanguage();
  return (
    <I18nProvider locale={localeOf(language)} key={language}>
      <Router base={base} aroundNav={aroundNavigation}>
        <Links>
          <Gate />
          <Toasts />
        </Links>
      </Router>
    </I18nProvider>
  );
}

// Links of the components go by the router.
function Links({ children }: { children: React.ReactNode }) {
  const [, navigate] = useLocation();
  return (
    <RouterProvider navigate={navigate} useHref={(href) => base + href}>
      {children}
    </RouterProvider>
  );
}

type Check = 'asking' | 'known' | 'unreachable';

function Gate() {
  const isSignedIn = useLive((state) => state.me !== null);
  const [check, setCheck] = useState<Check>(isSignedIn ? 'known' : 'asking');

  useEffect(() => {
    if (check !== 'asking') return;
    resumeSignIn()
      .then(() => setCheck('known'))
      .catch((problem: unknown) => {
        const isNobody = problem instanceof ApiError && problem.status === 401;
        setCheck(isNobody ? 'known' : 'unreachable');
      });
  }, [check]);

  if (isSignedIn) return <Shell />;
  if (check === 'asking') return null;
  if (check === 'unreachable') {
    return (
      <main className="shell-gate">
        <EmptyState icon="alert" title={t('shell.unreachable')}>
          <Button onPress={() => setCheck('asking')}>{t('shell.tryAgain')}</Button>
        </EmptyState>
      </main>
    );
  }
  return <SignIn />;
}
