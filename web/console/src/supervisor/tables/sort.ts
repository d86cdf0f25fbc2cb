// The order of tables. Pure.

export type SortValue = string | number | undefined;

export interface Sorting<Item> {
  value: (item: Item) => SortValue;
  isDescending: boolean;
  // Items that stand before all others whatever the order is.
  isPinned?: (item: Item) => boolean;
  locale: string;
}

// A new list in order. What has no value comes last either way; equals keep their places.
export function sortItems<Item>(items: readonly Item[], sorting: Sorting<Item>): Item[] {
  const { value, isDescending, isPinned } = sorting;
  const texts = new Intl.Collator(sorting.locale, { numeric: true });
  const sign = isDescending ? -1 : 1;
  return [...items].sort((one, other) => {
    const pinned = Number(isPinned?.(other) ?? false) - Number(isPinned?.(one) ?? false);
    if (pinned !== 0) return pinned;
    const a = value(one);
    const b = value(other);
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * texts.compare(String(a), String(b));
  });
}

// The order to show while the pointer is over a table: rows stay where they are, and new ones come
// behind them, so that nobody presses a row that has just moved there.
export function steadyOrder(shown: readonly string[], wanted: readonly string[]): string[] {
  const left = new Set(wanted);
  const kept = shown.filter((id) => left.delete(id));
  return [...kept, ...wanted.filter((id) => left.has(id))];
}
