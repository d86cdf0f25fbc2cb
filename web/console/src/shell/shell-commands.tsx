import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { CommandMenu } from '../keyboard/command-menu';
import { useCommand } from '../keyboard/commands';
import { listen } from '../keyboard/listener';
import { Shortcuts } from '../keyboard/shortcuts';
import { startNotices } from '../notices/notices';
import { signOut } from '../state/live';
import { useLive } from '../state/store';
import { toastProblem } from '../ui';
import type { AppRoute } from './routes';
import { setPresence } from './status-menu';

// The commands that every route has, and what listens for them.
export function ShellCommands({ routes }: { routes: AppRoute[] }) {
  const [, navigate] = useLocation();
  const presence = useLive((state) => state.me?.presence.state);
  const openChats = useLive((state) =>
    Object.values(state.chats).some((chat) => chat.state === 'engaged'),
  );
  const openChat = (chatKey: string) => navigate(`/chats/${chatKey}`);

  useEffect(() => listen(), []);
  useEffect(() => startNotices((path) => navigate(path)), [navigate]);

  const goTo = (path: string) =>
    routes.some((route) => route.path === path) ? () => navigate(path) : null;
  useCommand('goChats', goTo('/chats'));
  useCommand('goSupervisor', goTo('/supervisor'));
  useCommand('goAdmin', goTo('/admin'));
  useCommand('goOnline', presence === 'Online' ? null : () => void setPresence('Online'));
  useCommand('goAway', presence === 'Away' ? null : () => void setPresence('Away'));
  // With open chats the menu asks first.
  const mayGoOffline = presence !== 'Offline' && !openChats;
  useCommand('goOffline', mayGoOffline ? () => void setPresence('Offline') : null);
  useCommand('signOut', () => void signOut().catch((problem) => toastProblem(problem)));
  useCommand('nextPane', () => movePane(1));
  useCommand('previousPane', () => movePane(-1));

  return (
    <>
      <CommandMenu onOpenChat={openChat} />
      <Shortcuts />
    </>
  );
}

// Moves the focus to the next part of the page: each pane is marked by `data-pane`.
function movePane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null || pane === document.activeElement,
  );
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + step + panes.length) % panes.length];
  const inside = next?.querySelector<HTMLElement>('[data-pane-focus]');
  (inside ?? next)?.focus();
}
