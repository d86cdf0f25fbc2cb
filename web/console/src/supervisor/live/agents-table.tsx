import { useState } from 'react';
import type { AgentSummary, PresenceState } from '../../api/types';
import { t } from '../../i18n';
import { number } from '../../i18n/format';
import { stateMarks } from '../../shell/status-menu';
import { store, useLive } from '../../state/store';
import { EmptyState, Select, Timer } from '../../ui';
import { useNames } from '../names';
import type { DataColumn } from '../tables/columns';
import { DataTable } from '../tables/data-table';
import { AgentStateMenu } from './agent-state-menu';

const rankOf: Record<PresenceState, number> = { Online: 0, Away: 1, Offline: 2 };

function columns(skillName: (id: string) => string): DataColumn<AgentSummary>[] {
  return [
    {
      id: 'name',
      title: t('supervisor.agent'),
      isFixed: true,
      value: (agent) => agent.name,
      cell: (agent) => (
        <span className="sup-name">
          <bdi dir="auto">{agent.name}</bdi>
          {agent.kind === 'bot' ? <span className="sup-tag">{t('supervisor.bot')}</span> : null}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('supervisor.state'),
      value: (agent) => rankOf[agent.state],
      cell: (agent) => (
        <span className="sup-state" data-state={agent.state}>
          <span aria-hidden="true">{stateMarks[agent.state]}</span> {t(`shell.state${agent.state}`)}
          {agent.reason ? (
            <span className="muted">
              {' · '}
              <bdi dir="auto" className="sup-clip">
                {agent.reason}
              </bdi>
            </span>
          ) : null}
        </span>
      ),
    },
    {
      id: 'since',
      title: t('supervisor.timeInState'),
      isNumber: true,
      value: (agent) => -agent.since,
      cell: (agent) => (agent.since > 0 ? <Timer since={agent.since} /> : '–'),
    },
    {
      id: 'load',
      title: t('supervisor.load'),
      value: (agent) => agent.engaged + agent.assigned,
      cell: (agent) => <Load agent={agent} />,
    },
    {
      id: 'skills',
      title: t('supervisor.skills'),
      isHiddenFirst: true,
      cell: (agent) => <span dir="auto">{agent.skillIds.map(skillName).join(', ')}</span>,
    },
    {
      id: 'force',
      title: t('supervisor.setState'),
      isFixed: true,
      cell: (agent) => <AgentStateMenu agent={agent} />,
    },
  ];
}

function Load({ agent }: { agent: AgentSummary }) {
  const load = agent.engaged + agent.assigned;
  const text = t('shell.capacity', { used: load, max: agent.max });
  return (
    <span className="sup-load tabular" role="img" aria-label={text} title={text}>
      <meter min={0} max={Math.max(1, agent.max)} value={load} aria-hidden="true" />
      <span aria-hidden="true">
        {number(load)}/{number(agent.max)}
      </span>
    </span>
  );
}

type Shown = 'all' | PresenceState;

export function AgentsTable() {
  const agents = useLive((state) => state.agents);
  const names = useNames();
  const [usual] = useState(() => store.getState().me?.config);
  const [state, setState] = useState<Shown>(usual?.supervisorDefaultAgentStatusFilter || 'all');
  const [skill, setSkill] = useState(usual?.supervisorDefaultSkillFilter || 'all');
  const all = Object.values(agents);
  const skillIds = [...new Set(all.flatMap((agent) => agent.skillIds))];
  if (skill !== 'all' && !skillIds.includes(skill)) skillIds.push(skill);
  const rows = all.filter(
    (agent) =>
      (state === 'all' || agent.state === state) &&
      (skill === 'all' || agent.skillIds.includes(skill)),
  );
  return (
    <DataTable
      id="agents"
      title={t('supervisor.agents')}
      columns={columns(names.skill)}
      items={rows}
      idOf={(agent) => agent.id}
      usualSort={{ column: 'state', direction: 'ascending' }}
      empty={<EmptyState icon="person" title={t('supervisor.noAgents')} />}
      tools={
        <>
          <Select<Shown>
            label={t('supervisor.state')}
            isLabelHidden
            value={state}
            onChange={setState}
            choices={[
              { id: 'all', label: t('supervisor.allStates') },
              { id: 'Online', label: t('shell.stateOnline') },
              { id: 'Away', label: t('shell.stateAway') },
              { id: 'Offline', label: t('shell.stateOffline') },
            ]}
          />
          {skillIds.length > 1 ? (
            <Select
              label={t('supervisor.skills')}
              isLabelHidden
              value={skill}
              onChange={setSkill}
              choices={[
                { id: 'all', label: t('supervisor.allSkills') },
                ...skillIds.map((id) => ({ id, label: names.skill(id) })),
              ]}
            />
          ) : null}
        </>
      }
    />
  );
}
