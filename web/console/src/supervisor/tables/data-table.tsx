import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { SortDescriptor } from 'react-aria-components';
import { localeOf, t } from '../../i18n';
import { number } from '../../i18n/format';
import { IconButton, Menu, MenuItem, MenuSection, Table } from '../../ui';
import { type DataColumn, useColumns } from './columns';
import { sortItems, steadyOrder } from './sort';

export interface DataTableProps<Item> {
  // Names the table in what is remembered of it.
  id: string;
  title: string;
  columns: readonly DataColumn<Item>[];
  items: readonly Item[];
  idOf: (item: Item) => string;
  empty: ReactNode;
  // Without it the items keep the order they come in.
  usualSort?: SortDescriptor;
  isPinned?: (item: Item) => boolean;
  isMarked?: (item: Item) => boolean;
  onOpen?: (id: string) => void;
  // Filters, beside the title.
  tools?: ReactNode;
  // Below the table.
  foot?: ReactNode;
  count?: ReactNode;
}

// A titled table that can be sorted, and whose columns can be chosen.
export function DataTable<Item extends object>(props: DataTableProps<Item>) {
  const { id, title, columns, items, idOf, empty, usualSort, isPinned } = props;
  const headingId = useId();
  const choice = useColumns(id, columns);
  const [sort, setSort] = useState<SortDescriptor | undefined>(usualSort);
  const [isHeld, setHeld] = useState(false);
  const order = useRef<string[]>([]);

  const value = columns.find((column) => column.id === sort?.column)?.value;
  const wanted =
    sort && value
      ? sortItems(items, {
          value,
          isDescending: sort.direction === 'descending',
          isPinned,
          locale: localeOf(),
        })
      : [...items];
  const rows = isHeld ? inOrder(wanted, order.current, idOf) : wanted;
  useLayoutEffect(() => {
    order.current = rows.map(idOf);
  });

  return (
    <section className="sup-block" aria-labelledby={headingId}>
      <div className="sup-block__head">
        <h2 id={headingId}>
          {title} <span className="sup-count">{props.count ?? number(items.length)}</span>
        </h2>
        <div className="sup-block__tools">
          {props.tools}
          <ColumnMenu title={title} columns={columns} choice={choice} />
        </div>
      </div>
      <div
        className="sup-table"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
      >
        <Table
          label={title}
          columns={choice.shown.map((column) => ({
            ...column,
            allowsSorting: usualSort !== undefined && column.value !== undefined,
          }))}
          items={rows}
          idOf={idOf}
          onOpen={props.onOpen}
          isMarked={props.isMarked}
          empty={empty}
          sort={sort}
          onSort={(next) => {
            order.current = [];
            setSort(next);
          }}
        />
      </div>
      {props.foot}
    </section>
  );
}

function inOrder<Item>(
  items: readonly Item[],
  shown: readonly string[],
  idOf: (item: Item) => string,
): Item[] {
  const byId = new Map(items.map((item) => [idOf(item), item]));
  return steadyOrder(shown, [...byId.keys()]).flatMap((id) => byId.get(id) ?? []);
}

interface ColumnMenuProps<Item> {
  title: string;
  columns: readonly DataColumn<Item>[];
  choice: ReturnType<typeof useColumns<Item>>;
}

function ColumnMenu<Item>({ title, columns, choice }: ColumnMenuProps<Item>) {
  const chosen = columns.filter((column) => !column.isFixed);
  return (
    <Menu
      label={t('supervisor.columnsOf', { table: title })}
      trigger={<IconButton icon="more" label={t('supervisor.columnsOf', { table: title })} />}
    >
      <MenuSection
        title={t('supervisor.columns')}
        selectionMode="multiple"
        selectedKeys={choice.shownIds}
        onSelectionChange={(keys) => {
          if (keys !== 'all') choice.choose(new Set([...keys].map(String)));
        }}
      >
        {chosen.map((column) => (
          <MenuItem key={column.id} id={column.id} textValue={column.title}>
            {column.title}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  );
}
