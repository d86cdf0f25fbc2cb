import { useLocation } from 'wouter';
import { select, serverNow, store } from '../state';
import { close } from './actions';

// Closes an ended chat and goes on to the one that waits longest, or to the list.
export function useClose(): (chatKey: string) => void {
  const [, navigate] = useLocation();
  return (chatKey) => {
    close(chatKey);
    const { mine } = select.groupsOf(store.getState(), serverNow());
    const waiting = mine.filter((chat) => select.waitingSince(chat) !== undefined);
    waiting.sort((a, b) => (select.waitingSince(a) ?? 0) - (select.waitingSince(b) ?? 0));
    const next = waiting[0] ?? mine[0];
    navigate(next ? `/${next.chatKey}` : '/', { replace: true });
  };
}
