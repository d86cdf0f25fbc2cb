import type { AroundNavHandler } from 'wouter';

// Lets a page ask before it is left, by the router or by the browser's buttons.

// Called with what goes on; not calling it stays.
type Guard = (go: () => void) => void;

let guard: Guard | null = null;
// The page that is guarded.
let here = '';

export function setGuard(next: Guard | null): void {
  guard = next;
  here = location.href;
}

export const aroundNavigation: AroundNavHandler = (navigate, to, options) => {
  if (guard) guard(() => navigate(to, options));
  else navigate(to, options);
};

// The browser has gone already: it is brought back before the router looks. This module is loaded
// before the router listens, and listeners of the window are called in that order.
addEventListener('popstate', (event) => {
  if (!guard || location.href === here) return;
  event.stopImmediatePropagation();
  history.pushState(null, '', here);
  guard(() => history.back());
});
