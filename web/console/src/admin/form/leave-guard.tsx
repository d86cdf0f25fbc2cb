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
    setGuard((next) => setGo(() => next));

    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', beforeUnload);
    return () => {
      setGuard(null);
      removeEventListener('beforeunload', beforeUnload);
    };
  }, [isDirty]);

  function leave() {
    const next = go;
    setGo(null);
    setGuard(null);
    onDiscard();
    // After the page knows that nothing is unsaved.
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
