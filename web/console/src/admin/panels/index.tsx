import { CurlLine } from '../curl-line';
import { bodyOf } from '../form/model';
import type { Kind, KindId, Values } from '../kinds';
import { AgentAccess } from './agent-access';
import { BlockingFacts } from './blocking-facts';
import { ButtonPreview } from './button-preview';
import { DeploymentTest } from './deployment-test';
import { HoursPreview } from './hours-preview';
import { InvitePreview } from './invite-preview';
import { QuickTextPreview } from './quick-text-preview';
import { SensitiveTest } from './sensitive-test';
import { SnippetPanel } from './snippet-panel';
import { UsedBy } from './used-by';

export interface PanelProps {
  kind: Kind;
  // None for a new object.
  id: string | null;
  // As the form has them.
  values: Values;
  // As the server has it.
  object: Values;
  etag: string;
  set: (name: string, value: unknown) => void;
}

type Panel = (props: PanelProps) => React.ReactNode;

const panels: Partial<Record<KindId, readonly Panel[]>> = {
  deployments: [DeploymentTest, SnippetPanel, UsedBy],
  buttons: [ButtonPreview, InvitePreview, SnippetPanel, UsedBy],
  skills: [UsedBy],
  agents: [AgentAccess, UsedBy],
  'quick-texts': [QuickTextPreview],
  'sensitive-data-rules': [SensitiveTest],
  'blocking-rules': [BlockingFacts],
  'business-hours': [HoursPreview, UsedBy],
};

// What stands beside a form.
export function Panels(props: PanelProps) {
  const { kind, id, values, etag } = props;
  return (
    <>
      {(panels[kind.id] ?? []).map((Panel) => (
        <Panel key={Panel.name} {...props} />
      ))}
      <Requests kind={kind} id={id} values={values} etag={etag} />
    </>
  );
}

// What the form does, by the API.
function Requests({ kind, id, values, etag }: Pick<PanelProps, 'kind' | 'id' | 'values' | 'etag'>) {
  const list = `/api/v1/admin/${kind.id}`;
  if (id === null) return <CurlLine method="POST" path={list} body={bodyOf(kind, values)} />;
  const path = kind.isSingle ? list : `${list}/${id}`;
  return (
    <div className="admin-requests">
      <CurlLine method="GET" path={path} />
      <CurlLine method="PUT" path={path} ifMatch={etag} body={bodyOf(kind, values, id)} />
      {kind.isSingle ? null : <CurlLine method="DELETE" path={path} ifMatch={etag} />}
    </div>
  );
}
