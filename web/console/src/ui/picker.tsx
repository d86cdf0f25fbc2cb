import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { matches } from './fuzzy';

// A search field over a list in groups: typing narrows the list, the arrow keys move in it, Enter
// takes. The focus stays in the field.

export interface PickerItem {
  id: string;
  text: string;
  group: string;
  // What is shown after the text.
  detail?: ReactNode;
  isDisabled?: boolean;
}

export interface PickerProps {
  label: string;
  placeholder: string;
  items: readonly PickerItem[];
  // The item that is chosen already, for pickers that stay open.
  chosen?: string | null;
  onPick: (id: string) => void;
  empty: string;
}

export function Picker({ label, placeholder, items, chosen, onPick, empty }: PickerProps) {
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const listId = useId();
  const shown = items.filter((item) => matches(query, item.text));
  const usable = shown.filter((item) => !item.isDisabled);
  const active = usable.find((item) => item.id === activeId) ?? usable[0];

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || usable.length === 0) return;
    const at = active ? usable.indexOf(active) : -1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = usable[(at + step + usable.length) % usable.length];
      setActiveId(next?.id ?? null);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onPick(active.id);
    }
  }

  return (
    <div className="ui-picker">
      <input
        className="ui-input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
        placeholder={placeholder}
        dir={query ? 'auto' : undefined}
        value={query}
        // biome-ignore lint/a11y/noAutofocus: the dialog around it was opened to type here.
        autoFocus
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <PickerList
        id={listId}
        label={label}
        items={shown}
        activeId={active?.id}
        chosen={chosen}
        onPick={onPick}
      />
      {shown.length === 0 ? <p className="ui-picker__empty muted">{empty}</p> : null}
    </div>
  );
}

interface ListProps {
  id: string;
  label: string;
  items: readonly PickerItem[];
  activeId: string | undefined;
  chosen?: string | null;
  onPick: (id: string) => void;
}

export function PickerList({ id, label, items, activeId, chosen, onPick }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!activeId) return;
    document.getElementById(`${id}-${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, activeId]);
  const groups = [...new Set(items.map((item) => item.group))];
  return (
    <div className="ui-picker__list" role="listbox" id={id} aria-label={label} ref={list}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not field sets.
        <div key={group} role="group" aria-label={group}>
          {group ? (
            <div className="ui-menu__heading" aria-hidden="true" dir="auto">
              {group}
            </div>
          ) : null}
          {items
            .filter((item) => item.group === group)
            .map((item) => (
              <PickerOption
                key={item.id}
                domId={`${id}-${item.id}`}
                item={item}
                isActive={item.id === activeId}
                isChosen={item.id === chosen}
                onPick={onPick}
              />
            ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  domId: string;
  item: PickerItem;
  isActive: boolean;
  isChosen: boolean;
  onPick: (id: string) => void;
}

function PickerOption({ domId, item, isActive, isChosen, onPick }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      id={domId}
      role="option"
      className="ui-menu__item"
      aria-selected={isChosen || isActive}
      aria-disabled={item.isDisabled || undefined}
      data-focused={isActive || undefined}
      data-disabled={item.isDisabled || undefined}
      data-selected={isChosen || undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!item.isDisabled) onPick(item.id);
      }}
    >
      <span className="ui-menu__text">
        <bdi dir="auto">{item.text}</bdi>
      </span>
      {item.detail}
    </div>
  );
}
