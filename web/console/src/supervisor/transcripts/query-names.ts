import { useMemo } from 'react';
import { useLive } from '../../state/store';
import { useSkills } from '../skills';
import type { QueryNames } from './query';

// The names a query may use: those of the agents, buttons and skills a supervisor looks after.
export function useQueryNames(): QueryNames & { isReady: boolean } {
  const agents = useLive((state) => state.agents);
  const queues = useLive((state) => state.queues);
  const me = useLive((state) => state.me);
  const { all: skills, isReady } = useSkills();
  return useMemo(() => {
    const named = Object.values(agents).map(({ id, name }) => ({ id, name }));
    const isKnown = !me || me.agent.id in agents;
    return {
      agent: isKnown ? named : [...named, { id: me.agent.id, name: me.agent.name }],
      button: Object.values(queues).map((queue) => ({ id: queue.buttonId, name: queue.name })),
      skill: skills,
      isReady,
    };
  }, [agents, queues, me, skills, isReady]);
}
