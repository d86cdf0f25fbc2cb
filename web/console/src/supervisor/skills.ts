import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/client';
import { useLive } from '../state/store';

export interface Skills {
  nameOf: (id: string) => string;
  all: { id: string; name: string }[];
  isReady: boolean;
}

// The skills by name: one's own, and those that chats may be handed on to. Others go by their id.
export function useSkills(): Skills {
  const own = useLive((state) => state.me?.skills);
  const targets = useQuery({
    queryKey: ['transfer-targets'],
    queryFn: ({ signal }) => call('get', '/api/v1/transfer-targets', { signal }),
    staleTime: 300_000,
  });
  const { data, isPending } = targets;
  return useMemo(() => {
    const names = new Map(own?.map((skill) => [skill.id, skill.name]));
    for (const target of data?.targets ?? []) {
      if (target.to === 'skill') names.set(target.id, target.name);
    }
    return {
      nameOf: (id) => names.get(id) ?? id,
      all: [...names].map(([id, name]) => ({ id, name })),
      isReady: !isPending,
    };
  }, [own, data, isPending]);
}
