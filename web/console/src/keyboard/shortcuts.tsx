import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n';
import { Button, Dialog } from '../ui';
import { resetKeys, useCommand } from './commands';

const ShortcutList = lazy(() => import('./shortcut-list'));

// The list of all shortcuts, where each can be given another key.
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  useCommand('shortcuts', () => setOpen(true));
  return (
    <Dialog
      title={t('shell.shortcuts')}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      isWide
      actions={<Button onPress={resetKeys}>{t('shell.resetKeys')}</Button>}
    >
      <Suspense fallback={null}>
        <ShortcutList />
      </Suspense>
    </Dialog>
  );
}
