import { type FormEvent, useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { t, tMaybe } from '../../i18n';
import { Button, Icon, Select } from '../../ui';
import { DayInput } from '../day-input';
import {
  type Chip,
  type FilterKey,
  type QueryNames,
  statuses,
  type TranscriptFilter,
  withFilter,
  withoutPart,
} from './query';

export interface SearchBarProps {
  text: string;
  chips: Chip[];
  filter: TranscriptFilter;
  names: QueryNames;
  onSearch: (text: string) => void;
}

// The query as it is written, what was understood of it, and the usual filters to choose from.
export function SearchBar(props: SearchBarProps) {
  const { text, chips, onSearch } = props;
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }
  return (
    <search className="sup-search">
      <form className="sup-search__row" onSubmit={submit}>
        <span className="sup-search__field">
          <Icon name="search" />
          <input
            className="ui-input"
            type="search"
            dir="ltr"
            aria-label={t('supervisor.searchTranscripts')}
            aria-describedby="sup-search-hint"
            placeholder={'agent:ann button:billing before:2026-11-01 "refund"'}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </span>
        <Button type="submit" kind="primary">
          {t('supervisor.search')}
        </Button>
      </form>
      <p id="sup-search-hint" className="sup-search__hint">
        {t('supervisor.searchHint')}
      </p>
      <Filters {...props} />
      {chips.length > 0 ? (
        <Chips
          chips={chips}
          onRemove={(index) => onSearch(withoutPart(text, index))}
          onClear={() => onSearch('')}
        />
      ) : null}
    </search>
  );
}

interface ChipsProps {
  chips: Chip[];
  onRemove: (index: number) => void;
  onClear: () => void;
}

function Chips({ chips, onRemove, onClear }: ChipsProps) {
  return (
    <div className="sup-chips">
      <ul className="sup-chips__list" aria-label={t('supervisor.filters')}>
        {chips.map((chip, index) => (
          <ChipView
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the query.
            key={`${index} ${chip.key} ${chip.value}`}
            chip={chip}
            onRemove={() => onRemove(index)}
          />
        ))}
      </ul>
      <Button kind="quiet" className="sup-small" onPress={onClear}>
        {t('supervisor.clearSearch')}
      </Button>
      <span className="sup-chips__problem" role="status">
        {chips.map(problemOf).filter(Boolean).join(' ')}
      </span>
    </div>
  );
}

function problemOf(chip: Chip): string {
  if (!chip.problem) return '';
  const part = chip.key === undefined ? chip.value : `${chip.key}:${chip.value}`;
  return t(`supervisor.problem_${chip.problem}`, { part });
}

function ChipView({ chip, onRemove }: { chip: Chip; onRemove: () => void }) {
  const label = chip.key === undefined ? t('supervisor.key_text') : keyLabel(chip.key);
  const shown =
    chip.key === 'status' && !chip.problem
      ? chip.shown
          .split(',')
          .map((status) => tMaybe(`supervisor.status_${status}`, status))
          .join(', ')
      : chip.shown;
  return (
    <li className="sup-chip" data-problem={chip.problem}>
      {chip.problem ? <span aria-hidden="true">▲</span> : null}
      <span className="muted">{label}</span> <bdi dir="auto">{shown}</bdi>
      <AriaButton
        className="sup-chip__remove"
        aria-label={t('supervisor.removeFilter', { filter: `${label}: ${shown}` })}
        onPress={onRemove}
      >
        <Icon name="close" />
      </AriaButton>
    </li>
  );
}

function keyLabel(key: string): string {
  return tMaybe(`supervisor.key_${key}`, key);
}

const any = '';

// The filters that are wanted most, without having to know the language.
function Filters({ text, filter, names, onSearch }: SearchBarProps) {
  const set = (key: FilterKey, value: string) =>
    onSearch(withFilter(text, key, value === any ? null : value));
  const named = (key: 'agent' | 'button', anyLabel: string) => (
    <Select
      label={keyLabel(key)}
      value={filter[key] ?? any}
      choices={[
        { id: any, label: anyLabel },
        ...names[key].map(({ id, name }) => ({ id, label: name })),
      ]}
      onChange={(id) => {
        const name = names[key].find((one) => one.id === id)?.name ?? id;
        const isUnique = names[key].filter((one) => one.name === name).length === 1;
        set(key, id === any ? any : isUnique && !name.includes('"') ? name : id);
      }}
    />
  );
  return (
    <div className="sup-search__filters">
      {named('agent', t('supervisor.anyAgent'))}
      {named('button', t('supervisor.allButtons'))}
      <Select
        label={keyLabel('status')}
        value={filter.status?.length === 1 ? (filter.status[0] ?? any) : any}
        choices={[
          { id: any, label: t('supervisor.anyStatus') },
          ...statuses.map((id) => ({ id, label: t(`supervisor.status_${id}`) })),
        ]}
        onChange={(id) => set('status', id)}
      />
      <DayField keyName="after" text={text} onSearch={onSearch} />
      <DayField keyName="before" text={text} onSearch={onSearch} />
    </div>
  );
}

interface DayFieldProps {
  keyName: 'after' | 'before';
  text: string;
  onSearch: (text: string) => void;
}

function DayField({ keyName, text, onSearch }: DayFieldProps) {
  const written = new RegExp(`(?:^|\\s)${keyName}:(\\d{4}-\\d{2}-\\d{2})`).exec(text)?.[1] ?? '';
  return (
    <DayInput
      label={keyLabel(keyName)}
      value={written}
      onChange={(day) => onSearch(withFilter(text, keyName, day || null))}
    />
  );
}
