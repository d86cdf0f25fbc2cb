import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { ApiError } from '../api/client';
import { t } from '../i18n';
import { Button, IconButton } from './button';

// Short notices at the bottom of the page, with an action where one is offered.

export interface Toast {
  id: number;
  text: string;
  isProblem: boolean;
  duration: number;
  action?: { label: string; run: () => void };
  // Called when its time is over or it was closed, not when the action was taken.
  onGone?: () => void;
}

const usual = 6000;
const toastsMax = 4;
const toasts = createStore<Toast[]>(() => []);
let lastId = 0;

export function toast(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  lastId += 1;
  const made = { isProblem: false, duration: usual, ...options, id: lastId, text };
  const all = [...toasts.getState(), made];
  for (const one of all.slice(0, -toastsMax)) one.onGone?.();
  toasts.setState(all.slice(-toastsMax), true);
  return made.id;
}

// Says what went wrong with a request.
export function toastProblem(problem: unknown, what?: string): void {
  const reason = problem instanceof ApiError ? reasonOf(problem) : t('shell.problem');
  toast(what ? `${what} ${reason}` : reason, { isProblem: true });
}

export function reasonOf(problem: ApiError): string {
  return problem.isUnreachable ? t('shell.unreachable') : problem.detail;
}

export function dismiss(id: number, isGone: boolean): void {
  const found = toasts.getState().find((one) => one.id === id);
  if (!found) return;
  toasts.setState(
    toasts.getState().filter((one) => one.id !== id),
    true,
  );
  if (isGone) found.onGone?.();
}

export function Toasts() {
  const shown = useStore(toasts);
  return (
    <section className="ui-toasts" aria-label={t('shell.notices')}>
      <div role="status" className="ui-toasts__list">
        {shown.map((one) => (
          <ToastItem key={one.id} toast={one} />
        ))}
      </div>
    </section>
  );
}

function ToastItem({ toast: one }: { toast: Toast }) {
  const { id, duration } = one;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id, true), duration);
    return () => clearTimeout(timer);
  }, [id, duration]);
  const { action } = one;
  return (
    <div className={one.isProblem ? 'ui-toast ui-toast--problem' : 'ui-toast'}>
      <span dir="auto">{one.text}</span>
      {action ? (
        <Button
          onPress={() => {
            dismiss(id, false);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton icon="close" label={t('shell.close')} onPress={() => dismiss(id, true)} />
    </div>
  );
}
