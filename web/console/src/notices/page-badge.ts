import { t } from '../i18n';
import { type State, select } from '../state';

// The counts in the page's title and icon, and on the badge of an installed console.

const iconHref = '/console/icon.svg';
const dottedIcon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0a5bb5"/><path d="M8 9.500A2.500 2.500 0 0 1 10.500 7h11A2.500 2.500 0 0 1 24 9.500v8a2.500 2.500 0 0 1-2.500 2.500H15l-5 4.500V20A2.500 2.500 0 0 1 8 17.500z" fill="#fff"/><circle cx="24" cy="8" r="8" fill="#b3261e" stroke="#fff" stroke-width="2"/></svg>',
)}`;

// With null the page shows nothing.
export function showOnPage(state: State | null): void {
  const unread = state ? select.unreadOf(state) : 0;
  const offered = state ? offeredOf(state) : 0;
  const parts = [
    unread > 0 ? `(${unread})` : '',
    offered > 0 ? `● ${t('shell.titleWaiting', { count: offered })} –` : '',
    t('shell.appName'),
  ];
  document.title = parts.filter(Boolean).join(' ');
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const href = unread + offered > 0 ? dottedIcon : iconHref;
  if (link && link.getAttribute('href') !== href) link.setAttribute('href', href);
  setBadge(unread + offered);
}

function offeredOf(state: State): number {
  return Object.values(state.chats).filter(
    (chat) => (chat.state === 'requested' && chat.isPushRequest) || chat.invitation,
  ).length;
}

function setBadge(count: number): void {
  const set = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  set?.catch(() => undefined);
}
