import { applied, type Outcome, type Source } from './sensitive';

// Tries a pattern away from the page: a bad one takes for ever, and is stopped with its worker.

export interface Trial {
  source: Source;
  replacement: string;
  sample: string;
}

addEventListener('message', (event: MessageEvent<Trial>) => {
  const { source, replacement, sample } = event.data;
  const outcome: Outcome = applied(source, replacement, sample);
  postMessage(outcome);
});
