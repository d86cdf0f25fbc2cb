import { createStore } from 'zustand/vanilla';

// A visitor that is played by this page, over the same requests as any visitor's client. It asks
// for a chat, writes slowly enough to be watched, and answers what it is told.

const rest = '/chat/rest/';
const apiVersion = '59';
const linesMax = 50;

export interface SimulatedLine {
  id: number;
  from: 'visitor' | 'agent' | 'system';
  text: string;
}

export type SimulatedState = 'none' | 'waiting' | 'chatting' | 'ended' | 'failed';

export interface Simulation {
  state: SimulatedState;
  position: number | null;
  lines: SimulatedLine[];
  problem: string;
}

export interface SimulatedTexts {
  name: string;
  first: string;
  // What it answers, one after the other.
  answers: string[];
}

export interface SimulatedPlace {
  organizationId: string;
  deploymentId: string;
  buttonId: string;
}

const nothing: Simulation = { state: 'none', position: null, lines: [], problem: '' };

interface WireMessage {
  type: string;
  message: Record<string, unknown>;
}

export class SimulatedVisitor {
  readonly store = createStore<Simulation>(() => nothing);
  private id = '';
  private key = '';
  private affinity = '';
  private sequence = 0;
  private ack = -1;
  private lastLine = 0;
  private answered = 0;
  private isGone = false;

  constructor(
    private readonly place: SimulatedPlace,
    private readonly texts: SimulatedTexts,
    private readonly language: string,
    private readonly pause = (milliseconds: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  ) {}

  async start(): Promise<void> {
    try {
      await this.openSession();
      await this.post('Chasitor/ChasitorInit', {
        ...this.place,
        sessionId: this.id,
        userAgent: navigator.userAgent,
        language: this.language,
        screenResolution: `${screen.width}x${screen.height}`,
        visitorName: this.texts.name,
        prechatDetails: [
          {
            label: 'Order',
            value: '1001',
            displayToAgent: true,
            transcriptFields: [],
            entityMaps: [],
          },
        ],
        prechatEntities: [],
        receiveQueueUpdates: true,
        isPost: true,
        visitorInfo: {
          visitCount: 1,
          originalReferrer: '',
          pages: [{ location: `${location.origin}/pricing`, time: Date.now() }],
        },
      });
      this.update({ state: 'waiting' });
      await this.poll();
    } catch (problem) {
      if (this.isGone) return;
      this.update({ state: 'failed', problem: problem instanceof Error ? problem.message : '' });
    }
  }

  // Says what the agent typed for it.
  async say(text: string): Promise<void> {
    await this.post('Chasitor/ChatMessage', { text });
    this.note('visitor', text);
  }

  async end(): Promise<void> {
    const { state } = this.store.getState();
    this.isGone = true;
    if (state === 'chatting') await this.post('Chasitor/ChatEnd', { reason: 'client' });
    if (state === 'waiting') await this.post('Chasitor/ChatCancel', {});
    this.update({ state: 'ended' });
  }

  private update(change: Partial<Simulation>): void {
    this.store.setState(change);
  }

  private note(from: SimulatedLine['from'], text: string): void {
    this.lastLine += 1;
    const line = { id: this.lastLine, from, text };
    this.update({ lines: [...this.store.getState().lines, line].slice(-linesMax) });
  }

  private headers(more: Record<string, string> = {}): Record<string, string> {
    const headers: Record<string, string> = {
      'X-LIVEAGENT-API-VERSION': apiVersion,
      'X-LIVEAGENT-AFFINITY': this.affinity || 'null',
      ...more,
    };
    if (this.key) headers['X-LIVEAGENT-SESSION-KEY'] = this.key;
    return headers;
  }

  private async openSession(): Promise<void> {
    const response = await fetch(`${rest}System/SessionId`, { headers: this.headers() });
    if (!response.ok) throw new Error(await response.text());
    const session = (await response.json()) as { id: string; key: string; affinityToken: string };
    this.id = session.id;
    this.key = session.key;
    this.affinity = session.affinityToken;
  }

  private async post(noun: string, body: object): Promise<void> {
    this.sequence += 1;
    const response = await fetch(rest + noun, {
      method: 'POST',
      headers: this.headers({
        'X-LIVEAGENT-SEQUENCE': String(this.sequence),
        'Content-Type': 'application/json',
      }),
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  private async poll(): Promise<void> {
    while (!this.isGone) {
      const response = await fetch(`${rest}System/Messages?ack=${this.ack}`, {
        headers: this.headers(),
      });
      if (response.status === 204) continue;
      if (response.status === 403) return this.update({ state: 'ended' });
      if (!response.ok) throw new Error(await response.text());
      const batch = (await response.json()) as { messages: WireMessage[]; sequence: number };
      this.ack = batch.sequence;
      for (const one of batch.messages) this.hear(one);
    }
  }

  private hear({ type, message }: WireMessage): void {
    switch (type) {
      case 'ChatRequestSuccess':
        return this.update({ position: Number(message.queuePosition) });
      case 'QueueUpdate':
        return this.update({ position: Number(message.position) });
      case 'ChatRequestFail':
        this.isGone = true;
        return this.update({ state: 'failed', problem: String(message.reason) });
      case 'ChatEstablished':
        this.update({ state: 'chatting', position: null });
        void this.write(this.texts.first);
        return;
      case 'ChatMessage':
        this.note('agent', String(message.text));
        void this.answer();
        return;
      case 'ChatEnded':
        this.isGone = true;
        return this.update({ state: 'ended' });
    }
  }

  private async answer(): Promise<void> {
    const text = this.texts.answers[this.answered];
    this.answered += 1;
    if (!text) return;
    await this.pause(1200);
    await this.write(text);
  }

  // Types a text piece by piece and sends it.
  private async write(text: string): Promise<void> {
    try {
      await this.post('Chasitor/ChasitorTyping', {});
      const words = text.split(' ');
      for (let count = 1; count <= words.length; count += 2) {
        if (this.isGone) return;
        const written = words.slice(0, count).join(' ');
        await this.post('Chasitor/ChasitorSneakPeek', { position: count, text: written });
        await this.pause(450);
      }
      if (!this.isGone) await this.say(text);
    } catch {
      // The chat ended meanwhile.
    }
  }
}
