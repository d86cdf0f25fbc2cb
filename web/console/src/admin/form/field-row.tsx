import { t } from '../../i18n';
import { Button } from '../../ui';
import { FieldControl } from '../controls';
import type { Kind } from '../kinds';
import { fieldLabel } from '../texts';
import type { FormState } from './use-form';

interface Props {
  kind: Kind;
  name: string;
  form: FormState;
  isNew: boolean;
}

// One member of the form, with a mark when it is not as it was saved.
export function FieldRow({ kind, name, form, isNew }: Props) {
  const field = kind.fields[name];
  if (!field) return null;
  const isDirty = !isNew && form.changed.includes(name);
  return (
    <div
      className="admin-field"
      data-field={name}
      data-dirty={isDirty || undefined}
      data-wide={field.isWide || undefined}
    >
      <FieldControl
        kind={kind}
        name={name}
        field={field}
        values={form.values}
        error={form.errors[name]}
        onChange={(value) => form.set(name, value)}
      />
      {isDirty ? (
        <div className="admin-field__dirty">
          <span>{t('admin.changed')}</span>
          <Button
            kind="quiet"
            aria-label={t('admin.undoField', { field: fieldLabel(kind, name) })}
            onPress={() => form.undo(name)}
          >
            {t('admin.undo')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
