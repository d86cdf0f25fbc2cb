import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call, urlOf } from '../../api/client';
import type { Transcript } from '../reports';
import type { TranscriptFilter } from './query';

export type Order = 'newest' | 'oldest';

const pageLimit = 100;

// The records that a filter lets through, page by page.
export function useSearch(filter: TranscriptFilter, order: Order, isEnabled: boolean) {
  const query = useInfiniteQuery({
    queryKey: ['transcripts', filter, order],
    enabled: isEnabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/v1/transcripts', {
        query: { ...queryOf(filter), order, limit: pageLimit, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const transcripts: Transcript[] = query.data?.pages.flatMap((page) => page.transcripts) ?? [];
  return { query, transcripts };
}

// The API takes any of several statuses with commas between them.
function queryOf(filter: TranscriptFilter): Record<string, never> {
  return { ...filter, status: filter.status?.join(',') } as unknown as Record<string, never>;
}

export function exportUrl(filter: TranscriptFilter, order: Order, format: 'ndjson' | 'csv') {
  return urlOf('/api/v1/transcripts/export', {}, { ...queryOf(filter), order, format });
}

export function textUrl(chatKey: string): string {
  return urlOf('/api/v1/transcripts/{chatKey}', { chatKey }, { format: 'text' });
}
