import { call } from '../api/client';
import type { Schemas } from '../api/types';

export type Transcript = Schemas['LiveChatTranscript'];

export interface TranscriptsRead {
  transcripts: Transcript[];
  // Whether there were more than were read.
  isCut: boolean;
}

export const pageSize = 1000;
// The most pages that are read for figures and charts.
export const pagesMax = 5;

// The records of requests since a time, newest first.
export async function readTranscriptsSince(
  from: number,
  signal?: AbortSignal,
): Promise<TranscriptsRead> {
  const transcripts: Transcript[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = { from, limit: pageSize, cursor };
    const list = await call('get', '/api/v1/transcripts', { query, signal });
    transcripts.push(...list.transcripts);
    cursor = list.nextCursor;
    if (cursor === undefined) return { transcripts, isCut: false };
  }
  return { transcripts, isCut: true };
}

export function startOfDay(at: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}
