import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onFrame } from '../../state/live';
import { serverNow } from '../../state/store';
import { readTranscriptsSince, startOfDay } from '../reports';

const interval = 60_000;
const settleTime = 5_000;

// The records of today's requests. Read again each minute and soon after a chat has changed.
export function useToday() {
  const client = useQueryClient();
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = onFrame((frame) => {
      if (frame.type !== 'chat.changed' || soon !== undefined) return;
      soon = setTimeout(() => {
        soon = undefined;
        void client.invalidateQueries({ queryKey: ['today'] });
      }, settleTime);
    });
    return () => {
      stop();
      clearTimeout(soon);
    };
  }, [client]);
  const from = startOfDay(serverNow());
  return useQuery({
    queryKey: ['today', from],
    queryFn: ({ signal }) => readTranscriptsSince(from, signal),
    refetchInterval: interval,
    placeholderData: keepPreviousData,
  });
}
