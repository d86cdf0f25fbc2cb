import { Link, useLocation } from 'wouter';
import { t } from '../i18n';
import { chordText } from '../keyboard/chord';
import { run, useKeys } from '../keyboard/commands';
import { useLive } from '../state/store';
import { Button, Icon } from '../ui';
import type { AppRoute } from './routes';
import { StatusMenu } from './status-menu';
import { UserMenu } from './user-menu';

export function TopBar({ routes }: { routes: AppRoute[] }) {
  const [location] = useLocation();
  return (
    <header className="shell-top" data-pane tabIndex={-1}>
      <span className="shell-logo" aria-hidden="true">
        <Icon name="chat" />
      </span>
      <nav className="shell-nav" aria-label={t('shell.mainNavigation')}>
        {routes.map((route) => (
          <Link
            key={route.path}
            href={route.path}
            className="shell-nav__link"
            aria-current={location.startsWith(route.path) ? 'page' : undefined}
          >
            {t(route.title)}
          </Link>
        ))}
      </nav>
      <CommandButton />
      <span className="shell-top__space" />
      <CapacityMeter />
      <StatusMenu />
      <UserMenu />
    </header>
  );
}

function CommandButton() {
  const chord = useKeys().commandMenu;
  return (
    <Button className="shell-command" onPress={() => run('commandMenu')}>
      <Icon name="search" />
      <span className="shell-command__text">{t('shell.searchOrCommand')}</span>
      {chord ? <kbd>{chordText(chord)}</kbd> : null}
    </Button>
  );
}

// How many of the chats an agent takes at once it has.
function CapacityMeter() {
  const capacity = useLive((state) => state.me?.capacity);
  if (!capacity || capacity.max === 0) return null;
  const used = capacity.engaged + capacity.assigned;
  return (
    <span
      className="shell-capacity tabular"
      role="img"
      aria-label={t('shell.capacity', { used, max: capacity.max })}
      title={t('shell.capacity', { used, max: capacity.max })}
    >
      <meter min={0} max={capacity.max} value={used} aria-hidden="true" />
      <span aria-hidden="true">
        {used}/{capacity.max}
      </span>
    </span>
  );
}
