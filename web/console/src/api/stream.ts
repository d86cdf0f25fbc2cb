import type { Frame } from './types';

// The WebSocket that tells what happens.
//
// Resumes from the last frame seen, opens anew with a jittered back-off after a loss, and at once
// when the browser is online again or its page is shown again. Browsers do not show the server's
// pings, so pings of its own tell whether a silent connection still reaches the server.

// `lost` is open and not answered; `waiting` is closed until the next try.
export type StreamState = 'connecting' | 'open' | 'lost' | 'waiting' | 'stopped';

export interface StreamHandlers {
  onFrame(frame: Frame): void;
  onState(state: StreamState): void;
  // The server refused the sign-in.
  onRefused(): void;
}

export interface StreamEnvironment {
  open(): WebSocket;
  random(): number;
  now(): number;
}

const retryFirst = 500;
const retryMax = 30_000;
const helloTimeout = 5_000;
// How long nothing is heard before a ping is sent, and how long after it the connection counts as
// lost and is given up.
const silenceShown = 1_000;
const silenceHidden = 20_000;
const lostAfter = 1_000;
const dropAfter = 5_000;
const tick = 250;
const sleepGap = 6_000;
const policyViolation = 1008;

export const browserEnvironment: StreamEnvironment = {
  open: () => {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(`${scheme}//${location.host}/api/v1/stream`);
  },
  random: Math.random,
  now: Date.now,
};

interface Pong {
  pong: number;
}

function isShown(): boolean {
  return document.visibilityState === 'visible';
}

export class Stream {
  private socket: WebSocket | null = null;
  private lastSeq: number | null = null;
  private attempts = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private helloTimer: ReturnType<typeof setTimeout> | undefined;
  private ticker: ReturnType<typeof setInterval> | undefined;
  private lastTick = 0;
  private lastHeard = 0;
  // When the ping was sent that nothing has been heard after.
  private pingedAt: number | null = null;
  private pings = 0;
  private state: StreamState = 'stopped';

  constructor(
    private readonly handlers: StreamHandlers,
    private readonly environment: StreamEnvironment = browserEnvironment,
  ) {}

  start(): void {
    if (this.state !== 'stopped') return;
    window.addEventListener('online', this.wake);
    window.addEventListener('offline', this.lose);
    document.addEventListener('visibilitychange', this.onVisibility);
    this.lastTick = this.environment.now();
    this.ticker = setInterval(this.onTick, tick);
    this.connect();
  }

  stop(): void {
    window.removeEventListener('online', this.wake);
    window.removeEventListener('offline', this.lose);
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearInterval(this.ticker);
    this.drop();
    this.lastSeq = null;
    this.set('stopped');
  }

  // Opens anew without waiting.
  readonly wake = (): void => {
    if (this.state === 'stopped') return;
    this.attempts = 0;
    this.connect();
  };

  private readonly lose = (): void => {
    if (this.state === 'stopped') return;
    this.drop();
    this.retryLater();
  };

  private readonly onVisibility = (): void => {
    if (!isShown()) return;
    // Timers of hidden pages are slow, which is no sleep.
    this.lastTick = this.environment.now();
    if (this.state === 'waiting') this.wake();
    else this.check();
  };

  private readonly onTick = (): void => {
    const now = this.environment.now();
    const slept = isShown() && now - this.lastTick > sleepGap;
    this.lastTick = now;
    if (slept) this.wake();
    else this.check();
  };

  private check(): void {
    if (this.state !== 'open' && this.state !== 'lost') return;
    const now = this.environment.now();
    if (this.pingedAt === null) {
      if (now - this.lastHeard < (isShown() ? silenceShown : silenceHidden)) return;
      this.pingedAt = now;
      this.pings += 1;
      this.socket?.send(JSON.stringify({ ping: this.pings }));
    } else if (now - this.pingedAt >= dropAfter) this.lose();
    else if (now - this.pingedAt >= lostAfter) this.set('lost');
  }

  private connect(): void {
    this.drop();
    this.pingedAt = null;
    this.set('connecting');
    const socket = this.environment.open();
    this.socket = socket;
    this.helloTimer = setTimeout(() => {
      if (socket === this.socket) this.lose();
    }, helloTimeout);
    socket.onopen = () => socket.send(JSON.stringify({ resume: this.lastSeq }));
    socket.onmessage = (event) => {
      if (socket === this.socket) this.hear(JSON.parse(String(event.data)) as Frame | Pong);
    };
    socket.onclose = (event) => {
      if (socket !== this.socket) return;
      this.drop();
      if (event.code === policyViolation) this.handlers.onRefused();
      this.retryLater();
    };
  }

  private hear(frame: Frame | Pong): void {
    this.lastHeard = this.environment.now();
    this.pingedAt = null;
    if (this.state === 'lost') this.set('open');
    if ('pong' in frame) return;
    if (frame.type === 'hello' || frame.type === 'reset') {
      clearTimeout(this.helloTimer);
      this.attempts = 0;
      this.lastSeq = frame.seq;
      this.handlers.onFrame(frame);
      this.set('open');
      return;
    }
    // A frame that comes twice says nothing new.
    if (this.lastSeq !== null && frame.seq <= this.lastSeq) return;
    this.lastSeq = frame.seq;
    this.handlers.onFrame(frame);
  }

  private retryLater(): void {
    this.set('waiting');
    clearTimeout(this.retryTimer);
    const ceiling = Math.min(retryMax, retryFirst * 2 ** this.attempts);
    this.attempts += 1;
    const delay = ceiling / 2 + (ceiling / 2) * this.environment.random();
    this.retryTimer = setTimeout(() => this.connect(), delay);
  }

  private drop(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.helloTimer);
    const socket = this.socket;
    this.socket = null;
    if (socket) socket.close();
  }

  private set(state: StreamState): void {
    if (state === this.state) return;
    this.state = state;
    this.handlers.onState(state);
  }
}
