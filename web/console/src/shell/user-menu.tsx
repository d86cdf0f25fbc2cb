import { lazy, Suspense, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '../i18n';
import { signOut } from '../state/live';
import { useLive } from '../state/store';
import { Dialog, Icon, Menu, MenuItem, MenuSection, MenuSeparator, toastProblem } from '../ui';
import { LanguageItems } from './language-menu';
import { type Density, preferences, type Theme, usePreferences } from './preferences';

const SoundSettings = lazy(() => import('./sound-settings'));

const themes: Theme[] = ['system', 'light', 'dark', 'contrast'];
const densities: Density[] = ['comfortable', 'compact'];

export function UserMenu() {
  const me = useLive((state) => state.me);
  const { theme, density } = usePreferences();
  const [isSoundOpen, setSoundOpen] = useState(false);
  if (!me) return null;

  function choose(key: string) {
    if (key === 'signOut') signOut().catch((problem) => toastProblem(problem));
    if (key === 'sounds') setSoundOpen(true);
  }

  return (
    <>
      <Menu
        label={t('shell.userMenu')}
        onAction={choose}
        trigger={
          <AriaButton className="ui-button ui-button--quiet shell-user">
            <Icon name="person" />
            <span className="shell-user__name" dir="auto">
              {me.agent.name}
            </span>
            <Icon name="chevronDown" />
          </AriaButton>
        }
      >
        <LanguageItems />
        <MenuSection
          title={t('shell.theme')}
          selectionMode="single"
          selectedKeys={[theme]}
          onSelectionChange={(keys) => preferences.setState({ theme: [...keys][0] as Theme })}
        >
          {themes.map((one) => (
            <MenuItem key={one} id={one}>
              {t(`shell.theme_${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          title={t('shell.density')}
          selectionMode="single"
          selectedKeys={[density]}
          onSelectionChange={(keys) => preferences.setState({ density: [...keys][0] as Density })}
        >
          {densities.map((one) => (
            <MenuItem key={one} id={one}>
              {t(`shell.density_${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSeparator />
        <MenuItem id="sounds">{t('shell.soundsAndNotices')}</MenuItem>
        <MenuItem id="signOut">{t('shell.signOut')}</MenuItem>
      </Menu>
      <Dialog
        title={t('shell.soundsAndNotices')}
        isOpen={isSoundOpen}
        onClose={() => setSoundOpen(false)}
      >
        <Suspense fallback={null}>
          <SoundSettings />
        </Suspense>
      </Dialog>
    </>
  );
}
