import type { Catalogue } from './index';

// The catalogue with each text in brackets, so that a text without them is seen not to come from it.
export function pseudo(catalogue: Catalogue): Catalogue {
  const mark = (text: string) => `⟦${text}⟧`;
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, text]) => [
      key,
      typeof text === 'string'
        ? mark(text)
        : Object.fromEntries(Object.entries(text).map(([form, one]) => [form, mark(one)])),
    ]),
  );
}
