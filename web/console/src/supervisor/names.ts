import { useEffect, useMemo } from 'react';
import { readOverview } from '../state/live';
import { useLive } from '../state/store';

export interface Names {
  agent: (id: string | undefined) => string;
  button: (id: string) => string;
}

const nobody = '005000000000000';

// The names behind the ids of agents and buttons; an id that is not known stands for itself.
export function useNames(): Names {
  const agents = useLive((state) => state.agents);
  const queues = useLive((state) => state.queues);
  const me = useLive((state) => state.me);
  return useMemo(
    () => ({
      agent: (id) => {
        if (id === undefined || id === nobody) return '';
        return agents[id]?.name ?? (me?.agent.id === id ? me.agent.name : id);
      },
      button: (id) => queues[id]?.name ?? id,
    }),
    [agents, queues, me],
  );
}

// Reads the agents and the lines, whose names pages show that are not about what goes on now.
export function useNamesKept(isWanted: boolean): void {
  const isCurrent = useLive((state) => state.isCurrent);
  useEffect(() => {
    if (isWanted && isCurrent) void readOverview().catch(() => undefined);
  }, [isWanted, isCurrent]);
}
