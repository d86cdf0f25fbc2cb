import { useEffect, useState } from 'react';
import { ApiError } from '../../api/client';
import { onFrame, readOverview } from '../../state/live';
import { useLive } from '../../state/store';

// Some figures of the lines have no frame, such as the estimated wait: all is read anew now and
// then, and soon after a frame that is likely to have changed them.
const interval = 30_000;
const settleTime = 3_000;

export type Overview = 'reading' | 'there' | ApiError;

// Reads what the supervisor looks after while the component is shown, also after a lost connection.
export function useOverviewKept(): { overview: Overview; retry: () => void } {
  const isCurrent = useLive((state) => state.isCurrent);
  const [overview, setOverview] = useState<Overview>('reading');
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again.
  useEffect(() => {
    if (!isCurrent) return;
    let isGone = false;
    let soon: ReturnType<typeof setTimeout> | undefined;

    async function read() {
      try {
        await readOverview();
        if (!isGone) setOverview('there');
      } catch (problem) {
        const shown = problem instanceof ApiError ? problem : new ApiError(0, '');
        // What is shown stays while the frames go on.
        if (!isGone) setOverview((before) => (before === 'there' ? before : shown));
      }
    }
    void read();
    const timer = setInterval(read, interval);
    const stopFrames = onFrame((frame) => {
      if (frame.type !== 'queue.changed' && frame.type !== 'agent.changed') return;
      if (soon !== undefined) return;
      soon = setTimeout(() => {
        soon = undefined;
        void read();
      }, settleTime);
    });
    return () => {
      isGone = true;
      clearInterval(timer);
      clearTimeout(soon);
      stopFrames();
    };
  }, [isCurrent, attempt]);

  return {
    overview,
    retry: () => {
      setOverview('reading');
      setAttempt((count) => count + 1);
    },
  };
}
