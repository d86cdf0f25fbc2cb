import type { AroundNavHandler } from 'wouter';

// Lets a page ask before it is left by the router. `popstate` comes when the browser has gone
// already; pages see to that themselves.

// Called with what goes on; not calling it stays.
type Guard = (go: () => void) => void;

let guard: Guard | null = null;

export function setGuard(next: Guard | null): void {
  guard = next;
}

export const aroundNavigation: AroundNavHandler = (navigate, to, options) => {
  if (guard) guard(() => navigate(to, options));
  else navigate(to, options);
};
