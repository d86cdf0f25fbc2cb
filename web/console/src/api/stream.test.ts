import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stream, type StreamEnvironment, type StreamState } from './stream';
import type { Frame } from './types';

class FakeSocket {
  sent: string[] = [];
  isClosed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.isClosed = true;
  }
  open(): void {
    this.onopen?.();
  }
  tell(frame: object): void {
    this.onmessage?.({ data: JSON.stringify({ at: 0, ...frame }) });
  }
  lose(code = 1006): void {
    this.onclose?.({ code });
  }
}

let sockets: FakeSocket[];
let frames: Frame[];
let states: StreamState[];
let refused: number;
let stream: Stream;

const last = () => sockets.at(-1) as FakeSocket;

function greet(seq: number, resumed: boolean): void {
  last().open();
  last().tell({ seq, type: 'hello', data: { resumed } });
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  frames = [];
  states = [];
  refused = 0;
  const environment: StreamEnvironment = {
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => 1,
    now: Date.now,
  };
  stream = new Stream(
    {
      onFrame: (frame) => frames.push(frame),
      onState: (state) => states.push(state),
      onRefused: () => {
        refused += 1;
      },
    },
    environment,
  );
  stream.start();
});

afterEach(() => {
  stream.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the stream', () => {
  it('begins without a number and is open once it is greeted', () => {
    greet(7, false);
    expect(last().sent).toEqual(['{"resume":null}']);
    expect(states).toEqual(['connecting', 'open']);
  });

  it('resumes from the last frame it has seen', () => {
    greet(7, false);
    last().tell({ seq: 8, type: 'capacity.changed', data: {} });
    last().lose();
    expect(states.at(-1)).toBe('waiting');
    vi.advanceTimersByTime(500);
    last().open();
    expect(last().sent).toEqual(['{"resume":8}']);
  });

  it('tells no frame twice', () => {
    greet(7, false);
    last().tell({ seq: 8, type: 'capacity.changed', data: {} });
    last().tell({ seq: 8, type: 'capacity.changed', data: {} });
    last().tell({ seq: 9, type: 'capacity.changed', data: {} });
    expect(frames.map((frame) => frame.seq)).toEqual([7, 8, 9]);
  });

  it('takes the numbers of a server that begins anew', () => {
    greet(700, false);
    last().lose();
    vi.advanceTimersByTime(500);
    last().open();
    last().tell({ seq: 2, type: 'reset', data: { reason: 'unknown' } });
    last().tell({ seq: 3, type: 'capacity.changed', data: {} });
    expect(frames.map((frame) => frame.seq)).toEqual([700, 2, 3]);
  });

  it('waits longer after each failure, up to half a minute', () => {
    const waits = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];
    for (const wait of waits) {
      const count = sockets.length;
      last().lose();
      vi.advanceTimersByTime(wait - 1);
      expect(sockets).toHaveLength(count);
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(count + 1);
    }
  });

  it('opens at once when the browser is online again', () => {
    greet(7, false);
    window.dispatchEvent(new Event('offline'));
    expect(states.at(-1)).toBe('waiting');
    expect(last().isClosed).toBe(true);
    window.dispatchEvent(new Event('online'));
    expect(states.at(-1)).toBe('connecting');
    expect(sockets).toHaveLength(2);
  });

  it('opens anew after the computer slept', () => {
    greet(7, false);
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(1000);
    expect(sockets).toHaveLength(2);
  });

  it('asks a silent server for a sign of life, and is open while it answers', () => {
    greet(7, false);
    for (let ping = 1; ping <= 30; ping += 1) {
      vi.advanceTimersByTime(1000);
      expect(last().sent.slice(1)).toHaveLength(ping);
      expect(last().sent.at(-1)).toBe(`{"ping":${ping}}`);
      last().tell({ pong: ping });
    }
    expect(states).toEqual(['connecting', 'open']);
    expect(frames).toHaveLength(1);
  });

  it('asks nothing while it hears of the server', () => {
    greet(7, false);
    for (let seq = 8; seq < 28; seq += 1) {
      vi.advanceTimersByTime(900);
      last().tell({ seq, type: 'capacity.changed', data: {} });
    }
    expect(last().sent).toHaveLength(1);
  });

  it('is lost after two silent seconds, and open when something is heard', () => {
    greet(7, false);
    vi.advanceTimersByTime(1999);
    expect(states.at(-1)).toBe('open');
    vi.advanceTimersByTime(1);
    expect(states.at(-1)).toBe('lost');
    expect(last().sent).toHaveLength(2);
    last().tell({ pong: 1 });
    expect(states.at(-1)).toBe('open');
    vi.advanceTimersByTime(2000);
    expect(states.at(-1)).toBe('lost');
    last().tell({ seq: 8, type: 'capacity.changed', data: {} });
    expect(states.at(-1)).toBe('open');
    expect(sockets).toHaveLength(1);
  });

  it('is opened anew after six silent seconds, with the usual back-off', () => {
    greet(7, false);
    vi.advanceTimersByTime(5999);
    expect(states.at(-1)).toBe('lost');
    expect(last().isClosed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(states.at(-1)).toBe('waiting');
    expect(last().isClosed).toBe(true);
    vi.advanceTimersByTime(500);
    greet(8, true);
    expect(last().sent).toEqual(['{"resume":7}']);
    expect(states.slice(-2)).toEqual(['connecting', 'open']);
  });

  it('asks seldom while its page is hidden, and at once when it is shown', () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    greet(7, false);
    vi.advanceTimersByTime(19_999);
    expect(last().sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(last().sent).toHaveLength(2);
    last().tell({ pong: 1 });
    vi.advanceTimersByTime(10_000);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(last().sent).toHaveLength(3);
    vi.advanceTimersByTime(1000);
    expect(states.at(-1)).toBe('lost');
  });

  it('takes the slow timers of a hidden page for no sleep', () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    greet(7, false);
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(250);
    expect(sockets).toHaveLength(1);
    expect(last().sent.at(-1)).toBe('{"ping":1}');
  });

  it('gives up a connection that is never greeted', () => {
    last().open();
    vi.advanceTimersByTime(5000);
    expect(states.at(-1)).toBe('waiting');
  });

  it('says when the sign-in does not hold', () => {
    greet(7, false);
    last().lose(1008);
    expect(refused).toBe(1);
  });

  it('hears nothing of a connection it has left', () => {
    greet(7, false);
    const left = last();
    stream.wake();
    left.tell({ seq: 8, type: 'capacity.changed', data: {} });
    left.lose();
    expect(frames).toHaveLength(1);
    expect(sockets).toHaveLength(2);
  });
});
