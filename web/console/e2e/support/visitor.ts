import { buttons, deploymentId, organizationId } from './organization';

// A visitor over the Live Agent REST API, as any client speaks it.

export interface VisitorMessage {
  type: string;
  message: Record<string, unknown>;
}

const patience = 30_000;

export class Visitor {
  readonly messages: VisitorMessage[] = [];
  id = '';
  private key = '';
  private affinity = '';
  private sequence = 0;
  private ack = -1;
  private read = 0;
  private isGone = false;
  private poll: AbortController | null = null;

  constructor(
    private readonly url: string,
    readonly name: string,
  ) {}

  private headers(more: Record<string, string> = {}): Record<string, string> {
    return {
      'X-LIVEAGENT-API-VERSION': '59',
      'X-LIVEAGENT-AFFINITY': this.affinity || 'null',
      ...(this.key ? { 'X-LIVEAGENT-SESSION-KEY': this.key } : {}),
      ...more,
    };
  }

  // Asks for a chat.
  async ask(button: string = buttons.billing, more: object = {}): Promise<this> {
    const response = await fetch(`${this.url}/chat/rest/System/SessionId`, {
      headers: this.headers(),
    });
    const session = (await response.json()) as { id: string; key: string; affinityToken: string };
    this.id = session.id;
    this.key = session.key;
    this.affinity = session.affinityToken;
    await this.post('ChasitorInit', {
      organizationId,
      deploymentId,
      buttonId: button,
      sessionId: this.id,
      userAgent: 'Test/1.0',
      language: 'en-US',
      screenResolution: '1900x1080',
      visitorName: this.name,
      prechatDetails: [
        {
          label: 'E-mail',
          value: `${this.name.toLowerCase().replaceAll(' ', '.')}@example.com`,
          displayToAgent: true,
          transcriptFields: [],
          entityMaps: [],
        },
      ],
      prechatEntities: [],
      receiveQueueUpdates: true,
      isPost: true,
      ...more,
    });
    void this.listen();
    return this;
  }

  async post(noun: string, body: object = {}): Promise<void> {
    this.sequence += 1;
    const response = await fetch(`${this.url}/chat/rest/Chasitor/${noun}`, {
      method: 'POST',
      headers: this.headers({
        'Content-Type': 'application/json',
        'X-LIVEAGENT-SEQUENCE': String(this.sequence),
      }),
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${noun}: ${response.status} ${text}`);
  }

  // The headers of a request that is not one of a chat's.
  credentials(): Record<string, string> {
    this.sequence += 1;
    return this.headers({
      'Content-Type': 'application/json',
      'X-LIVEAGENT-SEQUENCE': String(this.sequence),
    });
  }

  // Its own id over all of its chats.
  async visitorId(): Promise<string> {
    const told = this.messages.find((one) => one.type === 'ChatRequestSuccess');
    return String((told?.message ?? (await this.hears('ChatRequestSuccess'))).visitorId);
  }

  say(text: string): Promise<void> {
    return this.post('ChatMessage', { text });
  }

  async types(text: string): Promise<void> {
    await this.post('ChasitorTyping');
    await this.post('ChasitorSneakPeek', { position: 1, text });
  }

  async end(): Promise<void> {
    await this.post('ChatEnd', { reason: 'client' });
    this.leave();
  }

  // Hears nothing any more.
  leave(): void {
    this.isGone = true;
    this.poll?.abort();
  }

  // Uploads the file that an agent asked for.
  async upload(asked: Record<string, unknown>, name: string, bytes: Uint8Array, type: string) {
    const form = new FormData();
    form.append('file', new Blob([bytes as BlobPart], { type }), name);
    const query = new URLSearchParams({
      orgId: organizationId,
      chatKey: this.id,
      fileToken: String(asked.fileToken),
      encoding: 'UTF-8',
    });
    const response = await fetch(`${this.url}/upload?${query}`, { method: 'POST', body: form });
    return response.text();
  }

  // The next message of this type that has not been waited for yet.
  async hears(type: string): Promise<Record<string, unknown>> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (; this.read < this.messages.length; this.read += 1) {
        const one = this.messages[this.read];
        if (one?.type !== type) continue;
        this.read += 1;
        return one.message;
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    const heard = this.messages.map((one) => one.type).join(', ');
    throw new Error(`${this.name} did not hear ${type}; only ${heard}`);
  }

  // Polls until it leaves; a server that is away is asked again.
  private async listen(): Promise<void> {
    while (!this.isGone) {
      this.poll = new AbortController();
      try {
        const response = await fetch(`${this.url}/chat/rest/System/Messages?ack=${this.ack}`, {
          headers: this.headers(),
          signal: this.poll.signal,
        });
        if (response.status === 204) continue;
        if (response.status !== 200) {
          if (response.status === 403) return;
          await new Promise((resolve) => setTimeout(resolve, 200));
          continue;
        }
        const batch = (await response.json()) as { messages: VisitorMessage[]; sequence: number };
        this.ack = batch.sequence;
        this.messages.push(...batch.messages);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
}
