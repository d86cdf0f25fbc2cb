import { useState } from 'react';
import { t } from '../../i18n';
import { Button, Dialog } from '../../ui';
import { type Tagged, useLists } from '../api';
import { type Kind, type KindId, type Values, valuesOf } from '../kinds';
import { fieldLabel, valueText } from '../texts';
import { type Difference, differences, merged, type Side, usualChoices } from './model';

interface Props {
  kind: Kind;
  base: Values;
  mine: Values;
  theirs: Tagged;
  onClose: () => void;
  // Goes on with these values, which rest on `theirs`.
  onMerge: (values: Values, isSaved: boolean) => void;
}

export function referencedKinds(kind: Kind): KindId[] {
  const found = new Set<KindId>();
  for (const field of Object.values(kind.fields)) if ('to' in field) found.add(field.to);
  return [...found];
}

// Somebody else has saved the object meanwhile: what differs, whose value is to be kept.
export function ConflictDialog({ kind, base, mine, theirs, onClose, onMerge }: Props) {
  const lists = useLists(referencedKinds(kind));
  const theirValues = valuesOf(kind, theirs.object);
  const found = differences(kind, base, theirValues, mine);
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const choices = { ...usualChoices(found), ...chosen };
  const result = merged(theirValues, found, choices);
  const text = (name: string, value: unknown) => valueText(kind, name, value, lists);
  return (
    <Dialog
      title={t('admin.conflictTitle')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => onMerge(theirValues, false)}>{t('admin.takeTheirs')}</Button>
          <Button onPress={() => onMerge(result, false)}>{t('admin.goOnEditing')}</Button>
          <Button kind="primary" onPress={() => onMerge(result, true)}>
            {t('admin.saveChoices')}
          </Button>
        </>
      }
    >
      <p>{t('admin.conflictText')}</p>
      {found.length === 0 ? (
        <p>{t('admin.conflictSame')}</p>
      ) : (
        <div className="admin-conflict">
          {found.map((one) => (
            <ConflictRow
              key={one.name}
              difference={one}
              label={fieldLabel(kind, one.name)}
              text={(value) => text(one.name, value)}
              choice={choices[one.name] ?? 'mine'}
              onChoose={(side) => setChosen((before) => ({ ...before, [one.name]: side }))}
            />
          ))}
        </div>
      )}
    </Dialog>
  );
}

interface RowProps {
  difference: Difference;
  label: string;
  text: (value: unknown) => string;
  choice: Side;
  onChoose: (side: Side) => void;
}

const sides: readonly Side[] = ['theirs', 'mine'];

function ConflictRow({ difference, label, text, choice, onChoose }: RowProps) {
  const { name, by, base } = difference;
  return (
    <fieldset className="admin-conflict__row" data-by={by} data-conflict={name}>
      <legend>
        {label}
        {by === 'both' ? <span className="admin-conflict__both"> {t('admin.both')}</span> : null}
      </legend>
      <p className="muted admin-conflict__base">
        {t('admin.before')} <span dir="auto">{text(base)}</span>
      </p>
      {sides.map((side) => (
        <label
          key={side}
          className="admin-conflict__side"
          data-chosen={choice === side || undefined}
        >
          <input
            type="radio"
            name={`conflict-${name}`}
            checked={choice === side}
            onChange={() => onChoose(side)}
          />
          <span className="admin-conflict__who">{t(`admin.${side}`)}</span>
          <span dir="auto">{text(difference[side])}</span>
        </label>
      ))}
    </fieldset>
  );
}
