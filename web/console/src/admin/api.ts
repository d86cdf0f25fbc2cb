import { QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, call, callWithTag } from '../api/client';
import type { Kind, KindId, Values } from './kinds';
import { kinds, valuesOf } from './kinds';

// Objects of every kind are read and written alike; the types of one kind stand for all.

export interface Configured extends Values {
  id: string;
}
export interface Tagged {
  object: Configured;
  etag: string;
}

type ListPath = '/api/v1/admin/skills';
type OnePath = '/api/v1/admin/skills/{id}';
type SinglePath = '/api/v1/admin/organization';
type SkillBody = { name: string };

const pageMax = 1000;
// Pages of one list, at the most; the server has fewer objects.
const pagesMax = 100;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, problem) =>
        problem instanceof ApiError && problem.isUnreachable && failures < 3,
    },
  },
});

const listPath = (id: KindId) => `/api/v1/admin/${id}` as ListPath;
const onePath = (id: KindId) => `/api/v1/admin/${id}/{id}` as OnePath;
const singlePath: SinglePath = '/api/v1/admin/organization';

async function readAll(id: KindId, signal: AbortSignal): Promise<Configured[]> {
  const all: Configured[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await call('get', listPath(id), { query: { limit: pageMax, cursor }, signal });
    all.push(...(answer.items as unknown as Configured[]));
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return all;
}

async function readOne(kind: Kind, id: string, signal?: AbortSignal): Promise<Tagged> {
  const answer = kind.isSingle
    ? await callWithTag('get', singlePath, { signal })
    : await callWithTag('get', onePath(kind.id), { path: { id }, signal });
  return { object: answer.data as unknown as Configured, etag: answer.etag };
}

export async function create(kind: Kind, body: Values, idempotencyKey: string): Promise<Tagged> {
  const answer = await callWithTag('post', listPath(kind.id), {
    body: body as SkillBody,
    idempotencyKey,
  });
  return { object: answer.data as unknown as Configured, etag: answer.etag };
}

export async function replace(kind: Kind, id: string, body: Values, etag: string): Promise<Tagged> {
  const options = { body: body as SkillBody, ifMatch: etag };
  const answer = kind.isSingle
    ? await callWithTag('put', singlePath, options)
    : await callWithTag('put', onePath(kind.id), { path: { id }, ...options });
  return { object: answer.data as unknown as Configured, etag: answer.etag };
}

export async function remove(kind: Kind, id: string, etag: string): Promise<void> {
  await call('delete', onePath(kind.id), { path: { id }, ifMatch: etag });
}

export const listKey = (id: KindId) => ['admin', id, 'list'];
// The only object of a kind is asked for without its id.
export const oneKey = (id: KindId, object: string) => [
  'admin',
  id,
  'one',
  kinds[id].isSingle ? '' : object,
];

const listQuery = (id: KindId) => ({
  queryKey: listKey(id),
  queryFn: ({ signal }: { signal: AbortSignal }) => readAll(id, signal),
});

export function useList(id: KindId) {
  return useQuery({ ...listQuery(id), enabled: !kinds[id].isSingle });
}

export function useOne(kind: Kind, id: string, isEnabled = true) {
  return useQuery({
    queryKey: oneKey(kind.id, id),
    queryFn: ({ signal }) => readOne(kind, id, signal),
    enabled: isEnabled,
    staleTime: 0,
  });
}

export type Lists = Partial<Record<KindId, Configured[]>>;

// The objects of several kinds, as far as they are read.
export function useLists(ids: readonly KindId[]): Lists {
  const answers = useQueries({ queries: ids.map(listQuery) });
  return Object.fromEntries(ids.map((id, index) => [id, answers[index]?.data]));
}

// Puts what a write answered in the place of what was read.
export function useRemember() {
  const client = useQueryClient();
  return (kind: Kind, tagged: Tagged) => {
    // An answer that is still under way may be older.
    void client.cancelQueries({ queryKey: oneKey(kind.id, tagged.object.id) });
    client.setQueryData(oneKey(kind.id, tagged.object.id), tagged);
    void client.invalidateQueries({ queryKey: listKey(kind.id) });
  };
}

export function useForget() {
  const client = useQueryClient();
  return (kind: Kind, id: string) => {
    client.removeQueries({ queryKey: oneKey(kind.id, id) });
    void client.invalidateQueries({ queryKey: listKey(kind.id) });
  };
}

export function readAgain(kind: Kind, id: string): Promise<Tagged> {
  return readOne(kind, id);
}

export function titleOf(kind: Kind, object: Configured): string {
  return kind.titleOf(valuesOf(kind, object)) || object.id;
}

// The title of an object that another one names; its id while it is not known.
export function titleIn(lists: Lists, id: KindId, object: string): string {
  const found = lists[id]?.find((one) => one.id === object);
  return found ? titleOf(kinds[id], found) : object;
}
