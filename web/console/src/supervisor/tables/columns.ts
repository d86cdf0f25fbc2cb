import { useState } from 'react';
import type { Column } from '../../ui';
import { isListOfTexts, remember, remembered } from '../storage';
import type { SortValue } from './sort';

export interface DataColumn<Item> extends Column<Item> {
  // What the table is sorted by in this column; without it the column does not sort.
  value?: (item: Item) => SortValue;
  // Cannot be hidden.
  isFixed?: boolean;
  // Hidden until it is asked for.
  isHiddenFirst?: boolean;
}

export interface ColumnChoice<Item> {
  shown: DataColumn<Item>[];
  shownIds: string[];
  choose: (ids: ReadonlySet<string>) => void;
}

// Which columns of a table are shown. The choice is remembered for this browser.
export function useColumns<Item>(
  table: string,
  columns: readonly DataColumn<Item>[],
): ColumnChoice<Item> {
  const key = `columns.${table}`;
  const first = columns.filter((column) => column.isHiddenFirst).map((column) => column.id);
  const [hidden, setHidden] = useState(() => remembered<string[]>(key, first, isListOfTexts));
  const shown = columns.filter((column) => column.isFixed || !hidden.includes(column.id));
  return {
    shown,
    shownIds: shown.map((column) => column.id),
    choose: (ids) => {
      const next = columns
        .filter((column) => !column.isFixed && !ids.has(column.id))
        .map((column) => column.id);
      remember(key, next);
      setHidden(next);
    },
  };
}
