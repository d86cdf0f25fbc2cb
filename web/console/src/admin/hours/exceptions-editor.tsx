import { t } from '../../i18n';
import { Button, Icon, IconButton, Switch } from '../../ui';
import { GroupField } from '../controls/group-field';
import { datesTwice, type Exception, isDate, readExceptions, writeExceptions } from './lines';
import { RangeFields } from './range-fields';

interface Props {
  label: string;
  hint: string;
  error?: string;
  value: readonly string[];
  onChange: (lines: string[]) => void;
}

const morning = { from: '09:00', to: '12:00' };

// Dates that differ from their week: closed, or with hours of their own.
export function ExceptionsEditor({ label, hint, error, value, onChange }: Props) {
  const exceptions = readExceptions(value);
  const twice = datesTwice(exceptions);
  const write = (next: Exception[]) => onChange(writeExceptions(next));
  function set(index: number, one: Exception) {
    write(exceptions.map((other, place) => (place === index ? one : other)));
  }
  return (
    <GroupField label={label} hint={hint} error={error} isLabelHidden>
      {exceptions.length > 0 ? (
        <ul className="admin-exceptions" aria-label={label}>
          {exceptions.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dates may be the same while typed.
            <li key={index} className="admin-exceptions__row">
              <input
                type="date"
                className="ui-input admin-date"
                aria-label={t('admin.date')}
                aria-invalid={!isDate(one.date) || twice.has(one.date) || undefined}
                data-invalid={!isDate(one.date) || twice.has(one.date) || undefined}
                value={one.date}
                onChange={(event) => set(index, { ...one, date: event.target.value })}
              />
              <Switch
                isSelected={one.ranges.length === 0}
                onChange={(isClosed) => set(index, { ...one, ranges: isClosed ? [] : [morning] })}
              >
                {t('admin.closedAllDay')}
              </Switch>
              {one.ranges.length > 0 ? (
                <RangeFields
                  label={one.date || t('admin.date')}
                  ranges={one.ranges}
                  onChange={(ranges) => set(index, { ...one, ranges })}
                  usual={morning}
                />
              ) : null}
              {twice.has(one.date) ? (
                <span className="ui-field__error">{t('admin.dateTwice')}</span>
              ) : null}
              <IconButton
                icon="close"
                label={t('admin.removeItem', { item: one.date || t('admin.date') })}
                onPress={() => write(exceptions.filter((_, place) => place !== index))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Button
        className="admin-exceptions__add"
        onPress={() => write([...exceptions, { date: '', ranges: [] }])}
      >
        <Icon name="plus" />
        {t('admin.addException')}
      </Button>
    </GroupField>
  );
}
