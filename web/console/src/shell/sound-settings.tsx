import { useState } from 'react';
import { t } from '../i18n';
import { play } from '../notices/sound';
import { Button, Switch } from '../ui';
import { preferences, type SoundKind, usePreferences } from './preferences';

const kinds: SoundKind[] = ['request', 'message', 'disconnect', 'whisper', 'flag'];
const usualVolume = 0.6;

// Which sounds and desktop notices an agent gets, and how loud.
export default function SoundSettings() {
  const { volumes, notices } = usePreferences();

  function setVolume(kind: SoundKind, volume: number) {
    preferences.setState({ volumes: { ...volumes, [kind]: volume } });
  }

  return (
    <div className="shell-sounds">
      {kinds.map((kind) => (
        <div key={kind} className="shell-sounds__row">
          <Switch
            isSelected={volumes[kind] > 0}
            onChange={(isOn) => setVolume(kind, isOn ? usualVolume : 0)}
          >
            {t(`shell.sound_${kind}`)}
          </Switch>
          <input
            type="range"
            min={0}
            max={1}
            step={0.1}
            value={volumes[kind]}
            aria-label={t('shell.volumeOf', { sound: t(`shell.sound_${kind}`) })}
            onChange={(event) => setVolume(kind, Number(event.target.value))}
            onPointerUp={() => play(kind)}
          />
          <Button onPress={() => play(kind)} isDisabled={volumes[kind] === 0}>
            {t('shell.tryIt')}
          </Button>
        </div>
      ))}
      <NoticeSwitch isOn={notices} />
    </div>
  );
}

// The browser is asked for its permission only from here.
function NoticeSwitch({ isOn }: { isOn: boolean }) {
  const isThere = typeof Notification !== 'undefined';
  const [isRefused, setRefused] = useState(isThere && Notification.permission === 'denied');

  async function change(wanted: boolean) {
    if (!wanted) return preferences.setState({ notices: false });
    const permission = await Notification.requestPermission();
    setRefused(permission === 'denied');
    preferences.setState({ notices: permission === 'granted' });
  }

  if (!isThere) return null;
  return (
    <div>
      <Switch isSelected={isOn && !isRefused} isDisabled={isRefused} onChange={change}>
        {t('shell.desktopNotices')}
      </Switch>
      {isRefused ? <p className="muted">{t('shell.noticesRefused')}</p> : null}
    </div>
  );
}
