import { useEffect, useState } from 'react';
import { t } from '../../i18n';
import { setGuard } from '../../shell/leaving';
import { Button, Dialog } from '../../ui';

// Asks before a page with unsaved changes is left: by the router, by the browser's buttons, and
// when the tab is closed.
export function LeaveGuard({ isDirty, onDiscard }: { isDirty: boolean; onDiscard: () => void }) {
  const [go, setGo] = useState<(() => void) | null>(null);

  useEffect(() => {
    if (!isDirty) return;
    const here = location.href;
    setGuard((next) => setGo(() => next));

    function beforeUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    function popState(event: PopStateEvent) {
      if (location.href === here) return;
      // The browser is there already: it is brought back before the router looks.
      event.stopImmediatePropagation();
      history.pushState(null, '', here);
      setGo(() => () => history.back());
    }
    addEventListener('beforeunload', beforeUnload);
    addEventListener('popstate', popState, { capture: true });
    return () => {
      setGuard(null);
      removeEventListener('beforeunload', beforeUnload);
      removeEventListener('popstate', popState, { capture: true });
    };
  }, [isDirty]);

  function leave() {
    const next = go;
    setGo(null);
    setGuard(null);
    onDiscard();
    // After the listeners of this page are gone.
    setTimeout(() => next?.());
  }

  return (
    <Dialog
      title={t('admin.unsavedTitle')}
      role="alertdialog"
      isOpen={go !== null}
      onClose={() => setGo(null)}
      actions={
        <>
          <Button kind="danger" onPress={leave}>
            {t('admin.discardAndLeave')}
          </Button>
          <Button kind="primary" onPress={() => setGo(null)} autoFocus>
            {t('admin.stay')}
          </Button>
        </>
      }
    >
      <p>{t('admin.unsavedText')}</p>
    </Dialog>
  );
}
