import type { Trial } from './pattern.worker';
import workerUrl from './pattern.worker.ts?worker&url';
import type { Outcome } from './sensitive';

// How long a pattern may take.
const patience = 1000;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

// The address of the worker, as pages with trusted types want it. It is no other than ours.
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('rejoinder-trial', { createScriptURL: (own) => own });
  return policy ? policy.createScriptURL(url) : url;
}

// Runs a trial; null when it takes too long. Returns how to give it up.
export function runTrial(trial: Trial, onOutcome: (outcome: Outcome | null) => void): () => void {
  const worker = new Worker(trusted(workerUrl), { type: 'module' });
  const timer = setTimeout(() => finish(null), patience);
  function stop() {
    clearTimeout(timer);
    worker.terminate();
  }
  function finish(outcome: Outcome | null) {
    stop();
    onOutcome(outcome);
  }
  worker.onmessage = (event: MessageEvent<Outcome>) => finish(event.data);
  worker.onerror = () => finish(null);
  worker.postMessage(trial);
  return stop;
}
