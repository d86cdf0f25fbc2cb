import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { organizationToml } from './organization';

const binary =
  process.env.REJOINDER ??
  fileURLToPath(new URL('../../../../build/release/rejoinder', import.meta.url));
const startTime = 30_000;

// The data of an organization are imported once, and each server begins with a copy of them.
const imported = new Map<string, string>();
process.once('exit', () => {
  for (const folder of imported.values()) rmSync(folder, { recursive: true, force: true });
});

function dataOf(organization: string): string {
  const known = imported.get(organization);
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-e2e-data-'));
  imported.set(organization, folder);
  const file = join(folder, 'organization.toml');
  writeFileSync(file, organization);
  const store = ['--set', `store.path=${join(folder, 'data')}`];
  execFileSync(binary, ['org', 'import', ...store, file], { cwd: folder });
  return folder;
}

// A server of one test's own, with its own data and the console it serves.
export class Server {
  readonly folder = mkdtempSync(join(tmpdir(), 'rejoinder-e2e-'));
  private process: ChildProcess | null = null;
  private port = 0;

  constructor(private readonly options: Parameters<typeof organizationToml>[0] = {}) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async prepare(): Promise<void> {
    cpSync(join(dataOf(organizationToml(this.options)), 'data'), join(this.folder, 'data'), {
      recursive: true,
    });
    this.port = await freePort();
    await this.start();
  }

  async start(): Promise<void> {
    const listen = `server.listen=["127.0.0.1:${this.port}"]`;
    const store = `store.path=${join(this.folder, 'data')}`;
    this.process = spawn(binary, ['serve', '--set', listen, '--set', store], {
      cwd: this.folder,
      stdio: 'ignore',
    });
    const end = Date.now() + startTime;
    while (Date.now() < end) {
      const answer = await fetch(`${this.url}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the server did not start');
  }

  // As when the machine loses power.
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const running = this.process;
    this.process = null;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  }

  // As when the network dies silently: connections stay open, and nobody answers.
  pause(): void {
    this.process?.kill('SIGSTOP');
  }

  resume(): void {
    this.process?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.resume();
    await this.kill('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
