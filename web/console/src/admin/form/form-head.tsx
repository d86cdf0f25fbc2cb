import { Link, useLocation } from 'wouter';
import { t } from '../../i18n';
import { Icon } from '../../ui';
import { IdField } from '../id-field';
import type { Kind } from '../kinds';
import { kindOne, kindTitle, titleOfValues } from '../texts';
import { DeleteButton } from './delete-button';
import type { FormState } from './use-form';

// Where one is, what it is, and what can be done with the whole of it.
export function FormHead({ kind, id, form }: { kind: Kind; id: string | null; form: FormState }) {
  const [, navigate] = useLocation();
  const title = titleOfValues(kind, form.values, t('admin.newOne', { kind: kindOne(kind.id) }));
  return (
    <header className="admin-head">
      <div className="admin-head__main">
        {kind.isSingle ? null : (
          <Link href={`/${kind.id}`} className="admin-head__back">
            <Icon name="back" />
            {kindTitle(kind.id)}
          </Link>
        )}
        <h1 dir="auto">{title}</h1>
        {id ? <IdField id={id} /> : null}
      </div>
      {id && !kind.isSingle ? (
        <div className="admin-head__actions">
          <Link href={`/${kind.id}/new?from=${id}`} className="ui-button ui-button--plain">
            <Icon name="copy" />
            {t('admin.duplicate')}
          </Link>
          <DeleteButton
            kind={kind}
            id={id}
            etag={form.etag}
            title={title}
            onGone={() => {
              form.discard();
              setTimeout(() => navigate(`/${kind.id}`, { replace: true }));
            }}
          />
        </div>
      ) : null}
    </header>
  );
}
