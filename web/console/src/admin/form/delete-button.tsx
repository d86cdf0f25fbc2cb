import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { ApiError } from '../../api/client';
import { t } from '../../i18n';
import { Button, reasonOf, toast } from '../../ui';
import { remove, titleIn, useForget, useLists } from '../api';
import { type Kind, kindOfId } from '../kinds';
import { kindOne } from '../texts';

interface Props {
  kind: Kind;
  id: string;
  etag: string;
  title: string;
  onGone: () => void;
}

// How long the second press is waited for.
const patience = 5000;

// Deletes at the second press, and says why when the server refuses.
export function DeleteButton({ kind, id, etag, title, onGone }: Props) {
  const [isArmed, setArmed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const forget = useForget();

  useEffect(() => {
    if (!isArmed) return;
    const timer = setTimeout(() => setArmed(false), patience);
    return () => clearTimeout(timer);
  }, [isArmed]);

  async function press() {
    if (!isArmed) {
      setReason('');
      setArmed(true);
      return;
    }
    setArmed(false);
    setBusy(true);
    try {
      await remove(kind, id, etag);
      onGone();
      forget(kind, id);
      toast(t('admin.deleted', { title }));
    } catch (problem) {
      setBusy(false);
      if (!(problem instanceof ApiError)) throw problem;
      setReason(problem.status === 412 ? t('admin.changedMeanwhile') : reasonOf(problem));
    }
  }

  return (
    <div className="admin-delete">
      <Button kind={isArmed ? 'danger' : 'plain'} isDisabled={isBusy} onPress={() => void press()}>
        {isArmed ? t('admin.deleteSure') : t('admin.delete')}
      </Button>
      <div role="alert">{reason ? <Refusal reason={reason} /> : null}</div>
    </div>
  );
}

// The server's reason, with a link to the object it names.
function Refusal({ reason }: { reason: string }) {
  const id = /\b[0-9A-Za-z]{15}\b/.exec(reason)?.[0];
  const kind = id ? kindOfId(id) : undefined;
  return (
    <p className="admin-delete__reason">
      <span dir="auto">{t('admin.notDeleted', { reason })}</span>{' '}
      {id && kind ? <Naming kind={kind} id={id} /> : null}
    </p>
  );
}

function Naming({ kind, id }: { kind: Kind; id: string }) {
  const lists = useLists([kind.id]);
  return (
    <Link href={`/${kind.id}/${id}`}>
      {kindOne(kind.id)} “<span dir="auto">{titleIn(lists, kind.id, id)}</span>”
    </Link>
  );
}
