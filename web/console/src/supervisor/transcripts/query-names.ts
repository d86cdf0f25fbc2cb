import { useMemo } from 'react';
import { useLive } from '../../state/store';
import type { QueryNames } from './query';

// The names a query may use: those of the organization, and of the agents a supervisor looks after.
export function useQueryNames(): QueryNames {
  const agents = useLive((state) => state.agents);
  const me = useLive((state) => state.me);
  return useMemo(() => {
    const named = Object.values(agents).map(({ id, name }) => ({ id, name }));
    const isKnown = !me || me.agent.id in agents;
    return {
      agent: isKnown ? named : [...named, { id: me.agent.id, name: me.agent.name }],
      button: me?.names.buttons ?? [],
      skill: me?.names.skills ?? [],
      deployment: me?.names.deployments ?? [],
    };
  }, [agents, me]);
}
