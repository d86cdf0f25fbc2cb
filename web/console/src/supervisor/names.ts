import { useEffect, useMemo, useState } from 'react';
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
// Answers whether that is done.
export function useNamesKept(isWanted: boolean): boolean {
  const isCurrent = useLive((state) => state.isCurrent);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isWanted || !isCurrent) return;
    void readOverview()
      // Ids stand for themselves then.
      .catch(() => undefined)
      .then(() => setDone(true));
  }, [isWanted, isCurrent]);
  return isDone;
}
