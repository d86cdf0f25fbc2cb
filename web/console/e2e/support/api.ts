import { organizationId, password, type Username } from './organization';

// An agent without a browser.
export class ApiAgent {
  private token = '';
  private signs: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly username: Username,
  ) {}

  async signIn(): Promise<this> {
    const reply = await this.call<{ token: string }>('POST', 'login', {
      organization: organizationId,
      username: this.username,
      password,
    });
    this.token = reply.token;
    return this;
  }

  // Takes chats, and gives a sign of life now and then, without which they would go to others.
  async online(): Promise<this> {
    await this.call('PUT', 'me/presence', { state: 'Online', reason: '' });
    this.signs = setInterval(() => void this.call('GET', 'me').catch(() => undefined), 5_000);
    return this;
  }

  leave(): void {
    clearInterval(this.signs);
  }

  async call<Reply = unknown>(method: string, path: string, body?: object): Promise<Reply> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as Reply;
  }
}
