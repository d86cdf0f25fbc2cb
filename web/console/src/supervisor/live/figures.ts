import type { AgentSummary, ChatSummary, QueueSummary, Schemas } from '../../api/types';

// The figures of the row on top. Pure.

export interface LiveFigures {
  waiting: number;
  // Since when the first in line waits, or how many seconds it did when that was last told.
  longestSince?: number;
  longestWait: number;
  agentsOnline: number;
  agents: number;
  // Chats that agents who are online have or were offered, and could have.
  load: number;
  capacity: number;
  engaged: number;
  // Visitors who have waited for too long.
  critical: number;
}

export function liveFigures(
  queues: readonly QueueSummary[],
  agents: readonly AgentSummary[],
  chats: readonly ChatSummary[],
): LiveFigures {
  const online = agents.filter((agent) => agent.state === 'Online');
  const inLine = chats.filter((chat) => !chat.isEngaged && !chat.isEnded);
  const oldest = Math.min(...inLine.map((chat) => chat.requestTime));
  return {
    waiting: sum(queues.map((queue) => queue.waiting)),
    longestSince: Number.isFinite(oldest) ? oldest : undefined,
    longestWait: Math.max(0, ...queues.map((queue) => queue.longestWait)),
    agentsOnline: online.length,
    agents: agents.length,
    load: sum(online.map((agent) => agent.engaged + agent.assigned)),
    capacity: sum(online.map((agent) => agent.max)),
    engaged: chats.filter((chat) => chat.isEngaged).length,
    critical: chats.filter((chat) => chat.isCriticalWait).length,
  };
}

export interface DayFigures {
  requests: number;
  answered: number;
  abandoned: number;
  // From 0 to 1; null while there is nothing to tell it from.
  serviceLevel: number | null;
  abandonedShare: number | null;
}

type Timed = Pick<
  Schemas['LiveChatTranscript'],
  'status' | 'requestTime' | 'waitTime' | 'abandoned'
>;

export function isAbandoned(transcript: Pick<Timed, 'status'>): boolean {
  return transcript.status === 'Dropped' || transcript.status === 'Missed';
}

// The service level is the share of requests that were accepted within `target` seconds. Requests
// that were given up or are still waiting count once they have waited that long; blocked ones never.
export function dayFigures(transcripts: readonly Timed[], target: number, now: number): DayFigures {
  const requests = transcripts.filter((one) => one.status !== 'Blocked');
  const answered = requests.filter((one) => one.waitTime !== undefined);
  const abandoned = requests.filter(isAbandoned);
  const inTime = answered.filter((one) => (one.waitTime ?? 0) <= target).length;
  const isTold = (one: Timed) =>
    one.waitTime !== undefined ||
    (isAbandoned(one) ? (one.abandoned ?? 0) > target : (now - one.requestTime) / 1000 > target);
  const told = requests.filter(isTold).length;
  const done = answered.length + abandoned.length;
  return {
    requests: requests.length,
    answered: answered.length,
    abandoned: abandoned.length,
    serviceLevel: told === 0 ? null : inTime / told,
    abandonedShare: done === 0 ? null : abandoned.length / done,
  };
}

// How many requests came in each of `count` equal parts of the time before `now`, oldest first.
export function countsBefore(
  times: readonly number[],
  now: number,
  span: number,
  count: number,
): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const time of times) {
    const index = Math.floor((time - (now - span)) / (span / count));
    if (index >= 0 && index < count) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
