// What a sensitive data rule makes of a text, by the browser's own regular expressions. A preview:
// the server has the last word.

export interface Source {
  pattern: string;
  flags: string;
}

// Takes `/…/flags` apart; anything else is a pattern as it stands. The flag `g` is always there.
export function sourceOf(text: string): Source | { problem: string } {
  const parts = /^\/(.+)\/([a-zA-Z]*)$/s.exec(text);
  const pattern = parts?.[1] ?? text;
  let flags = [...new Set(parts?.[2] ?? '')].join('');
  // `\p{…}` and `\u{…}` need no flag on the server.
  if (!flags.includes('u') && /\\[pPu]\{/.test(pattern)) flags += 'u';
  if (!flags.includes('g')) flags += 'g';
  try {
    new RegExp(pattern, flags);
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
  return { pattern, flags };
}

export interface Outcome {
  text: string;
  matches: number;
}

export function applied(source: Source, replacement: string, sample: string): Outcome {
  const expression = new RegExp(source.pattern, source.flags);
  const matches = sample.match(expression)?.length ?? 0;
  return { text: sample.replace(expression, replacement), matches };
}
