const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

// Whether each word of the query is in the text, whole: ids and numbers have all letters somewhere.
export function contains(query: string, text: string): boolean {
  const inText = plain(text);
  return plain(query)
    .split(/\s+/)
    .every((word) => inText.includes(word));
}
