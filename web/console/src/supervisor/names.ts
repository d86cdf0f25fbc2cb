import { useEffect, useMemo, useState } from 'react';
import type { Schemas } from '../api/types';
import { readOverview } from '../state/live';
import { useLive } from '../state/store';

export interface Names {
  agent: (id: string | undefined) => string;
  button: (id: string) => string;
  deployment: (id: string) => string;
  skill: (id: string) => string;
}

const nobody = '005000000000000';

// The names behind ids; an id that is not known stands for itself.
export function useNames(): Names {
  const agents = useLive((state) => state.agents);
  const me = useLive((state) => state.me);
  return useMemo(() => {
    const named = (all: readonly Schemas['Name'][] = []) => {
      const names = new Map(all.map(({ id, name }) => [id, name]));
      return (id: string) => names.get(id) ?? id;
    };
    return {
      agent: (id) => {
        if (id === undefined || id === nobody) return '';
        return agents[id]?.name ?? (me?.agent.id === id ? me.agent.name : id);
      },
      button: named(me?.names.buttons),
      deployment: named(me?.names.deployments),
      skill: named(me?.names.skills),
    };
  }, [agents, me]);
}

// Reads the agents, whose names pages show that are not about what goes on now.
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
