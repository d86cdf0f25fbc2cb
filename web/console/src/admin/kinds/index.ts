import { button } from './button';
import { blockingRule, quickText, sensitiveDataRule } from './content';
import { deployment } from './deployment';
import type { Field, Kind, KindId, Values } from './field';
import { businessHours, organization } from './organization';
import { agent, agentConfig, skill } from './people';

export type { Field, Kind, KindId, Problem, ProblemKey, Values } from './field';

export const kinds: Record<KindId, Kind> = {
  deployments: deployment,
  buttons: button,
  skills: skill,
  agents: agent,
  'agent-configs': agentConfig,
  'quick-texts': quickText,
  'sensitive-data-rules': sensitiveDataRule,
  'blocking-rules': blockingRule,
  'business-hours': businessHours,
  organization,
};

// As the navigation lists them.
export const kindGroups: readonly {
  id: 'entry' | 'people' | 'content' | 'house';
  kinds: readonly KindId[];
}[] = [
  { id: 'entry', kinds: ['deployments', 'buttons'] },
  { id: 'people', kinds: ['agents', 'agent-configs', 'skills'] },
  { id: 'content', kinds: ['quick-texts', 'sensitive-data-rules', 'blocking-rules'] },
  { id: 'house', kinds: ['business-hours', 'organization'] },
];

export function kindOfId(id: string): Kind | undefined {
  return Object.values(kinds).find((kind) => id.startsWith(kind.prefix));
}

export function fieldsOf(kind: Kind): [string, Field][] {
  return Object.entries(kind.fields);
}

export function initialValues(kind: Kind): Values {
  return Object.fromEntries(fieldsOf(kind).map(([name, field]) => [name, field.initial]));
}

// The described members of an object.
export function valuesOf(kind: Kind, object: Values): Values {
  return Object.fromEntries(
    fieldsOf(kind).map(([name, field]) => [name, object[name] ?? field.initial]),
  );
}
