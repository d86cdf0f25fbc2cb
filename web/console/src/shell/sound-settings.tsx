import { useState } from 'react';
import { t } from '../i18n';
import { isAllowed, play } from '../notices/sound';
import { useLive } from '../state';
import { Button, Switch } from '../ui';
import { preferences, type SoundKind, usePreferences } from './preferences';

const kinds: SoundKind[] = ['request', 'message', 'disconnect', 'whisper', 'flag', 'logout'];
const usualVolume = 0.6;

// Which sounds and desktop notices an agent gets, and how loud.
export default function SoundSettings() {
  const { volumes, notices } = usePreferences();
  const me = useLive((state) => state.me);

  function setVolume(kind: SoundKind, volume: number) {
    preferences.setState({ volumes: { ...volumes, [kind]: volume } });
  }

  return (
    <div className="shell-sounds">
      {kinds.map((kind) => (
        <div key={kind} className="shell-sounds__row">
          <Switch
            isSelected={isAllowed(kind, me) && volumes[kind] > 0}
            isDisabled={!isAllowed(kind, me)}
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
            disabled={!isAllowed(kind, me)}
            aria-label={t('shell.volumeOf', { sound: t(`shell.sound_${kind}`) })}
            onChange={(event) => setVolume(kind, Number(event.target.value))}
            onPointerUp={() => play(kind)}
          />
          <Button
            onPress={() => play(kind)}
            isDisabled={!isAllowed(kind, me) || volumes[kind] === 0}
          >
            {t('shell.tryIt')}
          </Button>
          {isAllowed(kind, me) ? null : <p className="muted">{t('shell.switchedOff')}</p>}
        </div>
      ))}
      <NoticeSwitch isOn={notices} isAllowed={me?.config.enableNotifications ?? false} />
    </div>
  );
}

// The browser is asked for its permission only from here.
function NoticeSwitch(props: { isOn: boolean; isAllowed: boolean }) {
  const isThere = typeof Notification !== 'undefined';
  const [isRefused, setRefused] = useState(isThere && Notification.permission === 'denied');

  const canHave = props.isAllowed && !isRefused;

  async function change(wanted: boolean) {
    if (!wanted) return preferences.setState({ notices: false });
    const permission = await Notification.requestPermission();
    setRefused(permission === 'denied');
    preferences.setState({ notices: permission === 'granted' });
  }

  if (!isThere) return null;
  return (
    <div>
      <Switch isSelected={props.isOn && canHave} isDisabled={!canHave} onChange={change}>
        {t('shell.desktopNotices')}
      </Switch>
      {canHave ? null : (
        <p className="muted">{t(props.isAllowed ? 'shell.noticesRefused' : 'shell.switchedOff')}</p>
      )}
    </div>
  );
}
