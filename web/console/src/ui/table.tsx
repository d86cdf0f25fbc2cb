import type { ReactNode } from 'react';
import {
  Column as AriaColumn,
  Table as AriaTable,
  Cell,
  Row,
  type SortDescriptor,
  TableBody,
  TableHeader,
} from 'react-aria-components';

export interface Column<Item> {
  id: string;
  title: string;
  cell: (item: Item) => ReactNode;
  // Figures stand at the end of their cell.
  isNumber?: boolean;
  isRowHeader?: boolean;
  allowsSorting?: boolean;
}

export interface TableProps<Item> {
  label: string;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  idOf: (item: Item) => string;
  // Opens a row, by a press or Enter.
  onOpen?: (id: string) => void;
  // Rows that stand out, such as the one that is open.
  isMarked?: (item: Item) => boolean;
  // What is shown when there are no items.
  empty: ReactNode;
  sort?: SortDescriptor;
  onSort?: (sort: SortDescriptor) => void;
}

// A dense table with a sticky header; the arrow keys move in it.
export function Table<Item extends object>(props: TableProps<Item>) {
  const { label, columns, items, idOf, onOpen, empty } = props;
  return (
    <div className="ui-table-scroll">
      <AriaTable
        className="ui-table"
        aria-label={label}
        sortDescriptor={props.sort}
        onSortChange={props.onSort}
        onRowAction={onOpen ? (key) => onOpen(String(key)) : undefined}
      >
        <TableHeader>
          {columns.map((column, index) => (
            <AriaColumn
              key={column.id}
              id={column.id}
              isRowHeader={column.isRowHeader ?? index === 0}
              allowsSorting={column.allowsSorting}
              className={column.isNumber ? 'ui-number' : undefined}
            >
              {({ sortDirection }) => (
                <>
                  {column.title}
                  {sortDirection ? (
                    <span aria-hidden="true">{sortDirection === 'ascending' ? ' ▲' : ' ▼'}</span>
                  ) : null}
                </>
              )}
            </AriaColumn>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => empty}>
          {items.map((item) => (
            <Row
              key={idOf(item)}
              id={idOf(item)}
              className={props.isMarked?.(item) ? 'ui-table__marked' : undefined}
            >
              {columns.map((column) => (
                <Cell key={column.id} className={column.isNumber ? 'ui-number' : undefined}>
                  {column.cell(item)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  );
}
