import { useQuery } from '@tanstack/react-query';
import { t } from '../../i18n';
import { useLive } from '../../state/store';
import { useList } from '../api';
import { secondsText } from '../texts';
import type { PanelProps } from '.';
import { Panel } from './panel';
import { Picture } from './picture';

// How often the server is asked whether the button is online.
const askEvery = 10_000;

// What visitors see of a button, and how a chat over it begins.
export function ButtonPreview({ id, values }: PanelProps) {
  const text = (name: string) => String(values[name] ?? '');
  const isStandard = text('type') !== 'Invite';
  const name = text('name') || t('admin.sampleButton');
  const idle = Number(values.chasitorIdleTimeout);
  return (
    <Panel title={t('admin.preview')}>
      {id ? <OnlineNow id={id} isActive={values.isActive === true} /> : null}
      {isStandard ? (
        <div className="admin-looks">
          <Look label={t('admin.whenOnline')} isOnline name={name} image={text('onlineImage')} />
          <Look
            label={t('admin.whenOffline')}
            isOnline={false}
            name={name}
            image={text('offlineImage')}
          />
        </div>
      ) : null}
      <div className="admin-talk">
        <p className="admin-talk__who" dir="auto">
          {text('customAgentName') || t('admin.agentOwnName')}
        </p>
        <p className="admin-talk__line" dir="auto">
          {text('autoGreeting') || <span className="muted">{t('admin.noGreeting')}</span>}
        </p>
        {idle > 0 ? (
          <p className="muted">{t('admin.endsWhenIdle', { time: secondsText(idle) })}</p>
        ) : null}
      </div>
    </Panel>
  );
}

interface LookProps {
  label: string;
  isOnline: boolean;
  name: string;
  image: string;
}

function Look({ label, isOnline, name, image }: LookProps) {
  return (
    <figure className="admin-look" data-online={isOnline || undefined}>
      <div className="admin-look__page">
        {image ? (
          <Picture link={image} alt={name} />
        ) : (
          <span className="admin-look__button" dir="auto">
            <span aria-hidden="true">{isOnline ? '● ' : '○ '}</span>
            {name}
          </span>
        )}
      </div>
      <figcaption>{label}</figcaption>
    </figure>
  );
}

// What visitors are told at this moment.
function OnlineNow({ id, isActive }: { id: string; isActive: boolean }) {
  const organization = useLive((state) => state.me?.organization.id ?? '');
  const { data: deployments } = useList('deployments');
  const deployment = deployments?.[0]?.id;
  const { data } = useQuery({
    queryKey: ['availability', id, deployment],
    queryFn: ({ signal }) => isAvailable(organization, deployment ?? '', id, signal),
    enabled: deployment !== undefined,
    refetchInterval: askEvery,
  });
  if (data === undefined) return null;
  return (
    <p className="admin-now" data-online={data || undefined} role="status">
      <span aria-hidden="true">{data ? '● ' : '○ '}</span>
      {t(data ? 'admin.onlineNow' : isActive ? 'admin.offlineNow' : 'admin.inactiveNow')}
    </p>
  );
}

interface Availability {
  messages?: { message: { results?: { id: string; isAvailable?: boolean }[] } }[];
}

async function isAvailable(
  organization: string,
  deployment: string,
  button: string,
  signal: AbortSignal,
): Promise<boolean> {
  const query = new URLSearchParams({
    org_id: organization,
    deployment_id: deployment,
    'Availability.ids': button,
  });
  const answer = await fetch(`/chat/rest/Visitor/Availability?${query}`, {
    headers: { 'X-LIVEAGENT-API-VERSION': '67' },
    signal,
  });
  const read = (await answer.json()) as Availability;
  return read.messages?.[0]?.message.results?.[0]?.isAvailable === true;
}
