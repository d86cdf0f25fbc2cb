import { useEffect, useState } from 'react';
import { t } from '../i18n';
import { usePreferences } from '../shell/preferences';
import { Button, Icon } from '../ui';
import { unlock } from './sound';

// Browsers play nothing before the page has been clicked: says so until then.
export function SoundChip() {
  const { volumes } = usePreferences();
  const [isLocked, setLocked] = useState(() => navigator.userActivation?.hasBeenActive === false);
  useEffect(() => {
    if (!isLocked) return;
    const release = () => setLocked(false);
    window.addEventListener('pointerup', release, { once: true });
    window.addEventListener('keyup', release, { once: true });
    return () => {
      window.removeEventListener('pointerup', release);
      window.removeEventListener('keyup', release);
    };
  }, [isLocked]);
  const isAnyOn = Object.values(volumes).some((volume) => volume > 0);
  if (!isLocked || !isAnyOn) return null;
  return (
    <Button kind="quiet" onPress={() => void unlock()}>
      <Icon name="sound" />
      {t('shell.enableSound')}
    </Button>
  );
}
