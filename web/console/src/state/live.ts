import { call, onSignedOut } from '../api/client';
import { Stream } from '../api/stream';
import type { ChatDetails, Frame, Me, Schemas } from '../api/types';
import * as changes from './changes';
import { reduce } from './reducer';
import { readSeen, writeSeen } from './seen-storage';
import { change, store } from './store';

// Keeps the store in step with the server: reads a snapshot when the stream begins anew and
// applies frames.
//
// Frames that arrive while something is being read are applied at once and again on top of what
// was read, because the answer may be older than they are.

const heldMax = 2000;
const refreshDelay = 400;
const snapshotRetry = 2000;
const markKey = 'rejoinder.signedIn';

type Listener = (frame: Frame) => void;
const listeners = new Set<Listener>();
let held: Frame[] | null = null;
let reads = 0;
let generation = 0;

const stream = new Stream({
  onFrame: hear,
  onState: (state) => change((before) => changes.streamChanged(before, state)),
  onRefused: () => void recheckSignIn(),
});

// Calls back for every frame after it is in the store. Returns how to stop that.
export function onFrame(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

onSignedOut(() => leave());

store.subscribe((state, before) => {
  const isChanged = state.seenPositions !== before.seenPositions;
  if (isChanged && state.me && before.me) writeSeen(state.seenPositions);
});

// Goes on with the sign-in of this browser, if there is one. The cookie cannot be seen from here,
// so a mark tells whether it is worth asking.
export async function resumeSignIn(): Promise<void> {
  if (hasMark()) begin(await call('get', '/api/v1/me'));
}

export async function signIn(organization: string, username: string, password: string) {
  await call('post', '/api/v1/login', { body: { organization, username, password } });
  begin(await call('get', '/api/v1/me'));
}

export async function signOut(): Promise<void> {
  await call('delete', '/api/v1/login');
  leave();
}

export function reconnect(): void {
  stream.wake();
}

function hasMark(): boolean {
  try {
    return localStorage.getItem(markKey) !== null;
  } catch {
    return true;
  }
}

function setMark(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(markKey, '1');
    else localStorage.removeItem(markKey);
  } catch {
    // Without storage the server is asked each time.
  }
}

function begin(me: Me): void {
  setMark(true);
  change((state) => changes.signedIn(state, me, readSeen()));
  stream.start();
}

function leave(): void {
  generation += 1;
  setMark(false);
  stream.stop();
  change(() => changes.signedOut());
}

async function recheckSignIn(): Promise<void> {
  // 401 signs out by way of `onSignedOut`.
  await call('get', '/api/v1/me').catch(() => undefined);
}

function hear(frame: Frame): void {
  change((state) => changes.clockRead(state, frame.at, Date.now()));
  if (frame.type === 'reset' || (frame.type === 'hello' && !frame.data.resumed)) {
    void readSnapshot();
  }
  if (held && held.length < heldMax) held.push(frame);
  change((state) => reduce(state, frame));
  followUp(frame);
  for (const listener of listeners) listener(frame);
}

// Frames that say too little by themselves.
function followUp(frame: Frame): void {
  switch (frame.type) {
    case 'chat.started':
    case 'transfer.requested':
    case 'conference.requested':
      void readChat(frame.data.chatKey);
      break;
    case 'queue.changed':
      if (!store.getState().queues[frame.data.buttonId]) refreshQueuesSoon();
      refreshWaitingSoon();
      break;
    case 'chat.requested':
    case 'chat.revoked':
      refreshWaitingSoon();
      break;
  }
}

// Runs a read; frames that come meanwhile are applied again on top of its result.
async function reading<T>(read: () => Promise<T>, apply: (answer: T) => void): Promise<void> {
  const own = generation;
  reads += 1;
  held ??= [];
  const from = held.length;
  try {
    const answer = await read();
    if (own !== generation) return;
    apply(answer);
    for (const frame of held.slice(from)) change((state) => reduce(state, frame));
  } finally {
    reads -= 1;
    if (reads === 0) held = null;
  }
}

let isReadingSnapshot = false;
let isSnapshotStale = false;

async function readSnapshot(): Promise<void> {
  change(changes.fellBehind);
  isSnapshotStale = true;
  if (isReadingSnapshot) return;
  isReadingSnapshot = true;
  try {
    while (isSnapshotStale) {
      isSnapshotStale = false;
      await reading(fetchSnapshot, (snapshot) =>
        change((state) => changes.snapshotRead(state, snapshot)),
      );
      await readEngagedChats();
    }
  } catch {
    // The stream is open, so the server is there: what failed is worth another try.
    setTimeout(() => {
      const { me, isCurrent } = store.getState();
      if (me && !isCurrent) void readSnapshot();
    }, snapshotRetry);
  } finally {
    isReadingSnapshot = false;
  }
}

async function readEngagedChats(): Promise<void> {
  const chats = Object.values(store.getState().chats);
  const wanted = chats.filter((chat) => chat.state === 'engaged' || chat.invitation);
  await Promise.allSettled(wanted.map((chat) => readChat(chat.chatKey)));
}

async function fetchSnapshot(): Promise<changes.Snapshot> {
  const [me, list, queues, quickTexts] = await Promise.all([
    call('get', '/api/v1/me'),
    call('get', '/api/v1/chats'),
    call('get', '/api/v1/queues'),
    call('get', '/api/v1/quick-texts'),
  ]);
  return { me, chats: list.chats, queues: queues.queues, quickTexts: quickTexts.items };
}

// Reads all that is known of a chat. A chat that is not there (any more) is left as it is.
export async function readChat(chatKey: string): Promise<ChatDetails | null> {
  let found: ChatDetails | null = null;
  await reading(
    () => call('get', '/api/v1/chats/{chatKey}', { path: { chatKey } }),
    (details) => {
      found = details;
      change((state) => changes.detailsRead(state, details));
    },
  ).catch(() => undefined);
  return found;
}

export type FoundChat =
  | { state: 'open' | 'none' }
  | { state: 'record'; record: Schemas['TranscriptDetails'] };

// Finds a chat that is not in the list. One that is open and the agent's to read comes into the
// store; of others there is the record.
export async function findChat(chatKey: string): Promise<FoundChat> {
  const record = await call('get', '/api/v1/transcripts/{chatKey}', { path: { chatKey } }).catch(
    () => null,
  );
  if (!record) return { state: 'none' };
  const isOver = record.transcript.endTime !== undefined;
  if (!isOver && (await readChat(chatKey))) return { state: 'open' };
  return { state: 'record', record };
}

// What supervisors look after: agents, open chats and lines. Frames change it from then on.
export async function readOverview(): Promise<void> {
  await reading(
    () =>
      Promise.all([
        call('get', '/api/v1/agents'),
        call('get', '/api/v1/chats', { query: { scope: 'all' } }),
        call('get', '/api/v1/queues'),
      ]),
    ([agents, chats, queues]) =>
      change((state) => {
        const next = changes.agentsRead(changes.overviewRead(state, chats.chats), agents.agents);
        return changes.queuesRead(next, queues.queues);
      }),
  );
}

let queuesTimer: ReturnType<typeof setTimeout> | undefined;
function refreshQueuesSoon(): void {
  if (queuesTimer !== undefined) return;
  queuesTimer = setTimeout(async () => {
    queuesTimer = undefined;
    const list = await call('get', '/api/v1/queues').catch(() => null);
    if (list) change((state) => changes.queuesRead(state, list.queues));
  }, refreshDelay);
}

let waitingTimer: ReturnType<typeof setTimeout> | undefined;
// Chats in the agent's queues come and go without frames of their own.
function refreshWaitingSoon(): void {
  if (waitingTimer !== undefined) return;
  waitingTimer = setTimeout(() => {
    waitingTimer = undefined;
    void reading(
      () => call('get', '/api/v1/chats', { query: { state: 'waiting' } }),
      (list) => change((state) => changes.waitingRead(state, list.chats)),
    ).catch(() => undefined);
  }, refreshDelay);
}
