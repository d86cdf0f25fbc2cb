import { vi } from 'vitest';

// Stands in for the server in component tests: answers what it is told to and keeps what was asked.

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  key: string | null;
  csrf: string | null;
}

type Answer = { status: number; body?: unknown } | 'unreachable';

export class TestServer {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer[]>();

  constructor() {
    vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) => this.reply(input, init));
  }

  // The next answer to a request such as `POST /api/v1/login`; the last one stays.
  answer(request: string, ...answers: Answer[]): void {
    this.answers.set(request, answers);
  }

  of(request: string): Asked[] {
    return this.asked.filter((one) => `${one.method} ${one.path}` === request);
  }

  private async reply(input: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    const path = input.split('?')[0] ?? '';
    const headers = new Headers(init.headers);
    this.asked.push({
      method,
      path,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      key: headers.get('Idempotency-Key'),
      csrf: headers.get('X-CSRF'),
    });
    const waiting = this.answers.get(`${method} ${path}`) ?? [
      { status: 404, body: { detail: '' } },
    ];
    const answer = waiting.length > 1 ? waiting.shift() : waiting[0];
    if (!answer || answer === 'unreachable') throw new TypeError('Failed to fetch');
    const body = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(body, { status: answer.status });
  }
}
