function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

// How well `text` answers `query`: each word of the query must be in it, whole or letter by letter.
// Null when one is not; else more is better.
export function score(query: string, text: string): number | null {
  const inText = plain(text);
  let total = 0;
  for (const word of plain(query).split(/\s+/).filter(Boolean)) {
    const at = inText.indexOf(word);
    if (at >= 0) {
      const isAtStart = at === 0 || /[^\p{L}\p{N}]/u.test(inText[at - 1] ?? '');
      total += isAtStart ? 100 : 50;
    } else if (isSubsequence(word, inText)) {
      total += 10;
    } else {
      return null;
    }
  }
  return total;
}

export function matches(query: string, text: string): boolean {
  return score(query, text) !== null;
}

function isSubsequence(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
