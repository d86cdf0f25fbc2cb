import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
import { organizationId, password, type Username } from './organization';
import type { Server } from './server';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const themes = ['light', 'dark', 'contrast'] as const;

// The standards axe looks for, and those of its rules whose outcome depends on colours.
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colourRules = ['color-contrast', 'link-in-text-block'];

interface PageOptions {
  language?: 'en' | 'de' | 'ar' | 'pseudo';
  theme?: (typeof themes)[number];
  viewport?: { width: number; height: number };
}

// An agent in a browser of its own. What the console writes to the browser's log, and every
// violation of its policy, is kept and must be empty in the end.
export class BrowserAgent {
  readonly troubles: string[] = [];
  private readonly allowed: RegExp[] = [];
  private readonly unanswered = new Set<Request>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly server: Server,
  ) {}

  static async open(browser: Browser, server: Server, options: PageOptions = {}) {
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1360, height: 820 },
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await context.addInitScript(watchPolicy);
    await context.addInitScript(prefer, {
      language: options.language ?? 'en',
      theme: options.theme ?? 'light',
    });
    const page = await context.newPage();
    const agent = new BrowserAgent(context, page, server);
    agent.watch(page);
    return agent;
  }

  // Every page of the browser is watched.
  watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.troubles.push(`${message.type()}: ${message.text()} ${message.location().url}`);
      }
    });
    page.on('request', (request) => {
      // That a worker's script comes no more, as the worker has ended, is not told.
      if (!/\.worker-/.test(request.url())) this.unanswered.add(request);
    });
    page.on('requestfinished', (request) => this.unanswered.delete(request));
    page.on('requestfailed', (request) => this.unanswered.delete(request));
    page.on('pageerror', (error) => this.troubles.push(`exception: ${error}`));
  }

  // What a test provokes itself, such as requests while the server is away.
  expectTrouble(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  checkTroubles(): void {
    const unexpected = this.troubles.filter(
      (one) => !this.allowed.some((known) => known.test(one)),
    );
    expect(unexpected).toEqual([]);
  }

  url(path = '/'): string {
    return `${this.server.url}/console${path}`;
  }

  async signIn(username: Username, path = '/chats'): Promise<this> {
    const answer = await this.page.request.post(`${this.server.url}/api/v1/login`, {
      headers: { 'X-CSRF': '1' },
      data: { organization: organizationId, username, password },
    });
    expect(answer.status()).toBe(200);
    await this.context.addInitScript(rememberSignIn);
    await this.page.goto(this.url(path));
    await expect(this.page.locator('.shell-connection[data-state="open"]')).toBeVisible();
    return this;
  }

  async online(): Promise<this> {
    const answer = await this.page.request.put(`${this.server.url}/api/v1/me/presence`, {
      headers: { 'X-CSRF': '1' },
      data: { state: 'Online', reason: '' },
    });
    expect(answer.status()).toBe(200);
    await expect(this.page.locator('.shell-status[data-state="Online"]')).toBeVisible();
    return this;
  }

  row(name: string): Locator {
    return this.page.locator('a.chats-row', { hasText: name });
  }

  request(name: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(name) });
  }

  get composer(): Locator {
    return this.page.locator('[data-composer]');
  }

  get log(): Locator {
    return this.page.locator('.chats-log');
  }

  line(text: string | RegExp): Locator {
    return this.log.locator('.chats-bubble', { hasText: text });
  }

  async accept(name: string): Promise<void> {
    await this.request(name)
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.line(text)).toBeVisible();
  }

  // Goes to another page as a link does, without loading the console anew, and waits for all of it.
  async go(path: string): Promise<void> {
    await this.page.evaluate((url) => history.pushState(null, '', url), this.url(path));
    await this.settled();
  }

  // Waits until everything that was asked for has come and is shown, and nothing moves.
  async settled(): Promise<void> {
    await expect
      .poll(async () => {
        await this.page.evaluate(rest);
        return this.unanswered.size;
      })
      .toBe(0);
  }

  // The problems axe finds in the page.
  async accessibilityProblems(runOnly = standards): Promise<string[]> {
    // By the debugger, as the page's policy lets no script in.
    const session = await this.context.newCDPSession(this.page);
    await session.send('Runtime.evaluate', { expression: `globalThis.axe ?? (() => {${axe}})()` });
    await session.detach();
    await this.settled();
    return this.page.evaluate(async (only) => {
      const axe = (window as unknown as { axe: typeof import('axe-core') }).axe;
      const result = await axe.run(document, {
        runOnly: only,
        resultTypes: ['violations'],
      });
      return result.violations.map(
        (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      );
    }, runOnly);
  }

  // The same in each of the themes. They are other colours of the same page, so after the first
  // one only colours are looked at again.
  async problemsInEveryTheme(): Promise<string[]> {
    const found: string[] = [];
    for (const [index, theme] of themes.entries()) {
      await this.page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      const problems = await this.accessibilityProblems(index === 0 ? standards : colourRules);
      for (const problem of problems) found.push(`${theme}: ${problem}`);
    }
    return found;
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

// Waits until the page has been drawn, and nothing in it comes, goes or changes its colour.
async function rest(): Promise<void> {
  const moves = () =>
    document.querySelector('[data-entering], [data-exiting]') !== null ||
    document.getAnimations().some((one) => one.playState === 'running');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  do await frame();
  while (moves());
}

function watchPolicy(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    // biome-ignore lint/suspicious/noConsole: the test reads it there.
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
}

// Only the first page is told; what the console notes later holds.
function rememberSignIn(): void {
  if (sessionStorage.getItem('test.signedIn')) return;
  sessionStorage.setItem('test.signedIn', '1');
  localStorage.setItem('rejoinder.signedIn', '1');
}

function prefer({ language, theme }: { language: string; theme: string }): void {
  if (localStorage.getItem('rejoinder.language') === null) {
    localStorage.setItem('rejoinder.language', language);
    localStorage.setItem('rejoinder.preferences', JSON.stringify({ theme }));
  }
}
