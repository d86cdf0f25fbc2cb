import { useState } from 'react';
import { t } from '../i18n';
import { Button } from '../ui';
import { CopyButton } from './copy';
import { longId } from './ids';

// An id in its short or long form, to be copied.
export function IdField({ id }: { id: string }) {
  const [isLong, setLong] = useState(false);
  const shown = isLong ? longId(id) : id;
  return (
    <div className="admin-id">
      <span className="muted">{t('admin.id')}</span>
      <code dir="ltr">{shown}</code>
      <CopyButton text={shown} label={t('admin.copyId')} />
      <Button kind="quiet" aria-pressed={isLong} onPress={() => setLong(!isLong)}>
        {t('admin.longId')}
      </Button>
    </div>
  );
}
