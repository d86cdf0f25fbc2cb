import type { paths } from './schema';

// Requests to the agents' API. The cookie of the sign-in tells who asks.

type Method = 'get' | 'post' | 'put' | 'delete';
type Success = 200 | 201 | 204;

type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends {
  [K in M]: infer O;
}
  ? O
  : never;

type PathParameters<O> = O extends { parameters: { path: infer V extends object } }
  ? { path: V }
  : { path?: undefined };
type QueryParameters<O> = O extends { parameters: { query?: infer V } }
  ? { query?: V }
  : { query?: undefined };
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer B } } }
  ? O extends { requestBody: object }
    ? { body: B }
    : { body?: B }
  : { body?: undefined };
type JsonOf<R> = R extends { content: { 'application/json': infer B } } ? B : undefined;
type ReplyOf<O> = O extends { responses: infer R } ? JsonOf<R[Success & keyof R]> : never;

export type Options<P extends keyof paths, M extends Method> = PathParameters<Operation<P, M>> &
  QueryParameters<Operation<P, M>> &
  Body<Operation<P, M>> & {
    // The same key makes a repeated POST harmless; a fresh one is made when it is left out.
    idempotencyKey?: string;
    // The ETag of the state a PUT or DELETE rests on.
    ifMatch?: string;
    signal?: AbortSignal;
  };
export type Reply<P extends keyof paths, M extends Method> = ReplyOf<Operation<P, M>>;

export interface FieldError {
  pointer: string;
  detail: string;
}

// An RFC 9457 problem, or `status` 0 when the server could not be reached.
export class ApiError extends Error {
  readonly status: number;
  readonly detail: string;
  readonly errors: FieldError[];

  constructor(status: number, detail: string, errors: FieldError[] = []) {
    super(detail || `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.detail = detail;
    this.errors = errors;
  }

  get isUnreachable(): boolean {
    return this.status === 0;
  }
}

let whenSignedOut: () => void = () => {};

// Called when a request finds that the sign-in does not hold any more.
export function onSignedOut(callback: () => void): void {
  whenSignedOut = callback;
}

export function newKey(): string {
  return crypto.randomUUID();
}

// The URL of a path with its parameters filled in; also for links to downloads.
export function urlOf(
  path: string,
  parameters: Record<string, string | number> = {},
  query: object = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}

export async function problemOf(response: Response): Promise<ApiError> {
  const body = await response.json().catch(() => ({}));
  return new ApiError(response.status, body.detail ?? response.statusText, body.errors);
}

async function request<M extends Method, P extends PathsWith<M>>(
  method: M,
  path: P,
  options: Options<P, M>,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'get') headers['X-CSRF'] = '1';
  if (method === 'post') headers['Idempotency-Key'] = options.idempotencyKey ?? newKey();
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';

  const response = await fetch(urlOf(path, options.path as never, options.query as never), {
    method: method.toUpperCase(),
    headers,
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    signal: options.signal,
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new ApiError(0, '');
  });
  if (response.ok) return response;
  if (response.status === 401 && path !== '/api/v1/login') whenSignedOut();
  throw await problemOf(response);
}

// Asks the API and returns the answer's body. Throws ApiError.
export async function call<M extends Method, P extends PathsWith<M>>(
  method: M,
  path: P,
  ...[options]: Partial<Options<P, M>> extends Options<P, M>
    ? [options?: Options<P, M>]
    : [options: Options<P, M>]
): Promise<Reply<P, M>> {
  return (await callWithTag(method, path, (options ?? {}) as Options<P, M>)).data;
}

// As `call`, with the answer's ETag for a later `ifMatch`.
export async function callWithTag<M extends Method, P extends PathsWith<M>>(
  method: M,
  path: P,
  options: Options<P, M>,
): Promise<{ data: Reply<P, M>; etag: string }> {
  const response = await request(method, path, options);
  const etag = response.headers.get('ETag') ?? '';
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as Reply<P, M>, etag };
}
