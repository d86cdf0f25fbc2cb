import type { BrowserAgent } from './support/agent';
import { expect, test, type World } from './support/test';

// A request waits until it was looked at.
test.use({ organization: { pushTimeout: 300 } });

// Opens what the console shows in the course of a chat, and looks at each with axe.
async function views(world: World, agent: BrowserAgent, check: (name: string) => Promise<void>) {
  await check('nothing open');
  const visitor = await world.visitor('Ada');
  await expect(agent.page.locator('article.chats-card')).toBeVisible();
  await check('a request');
  await agent.page.keyboard.press('Alt+a');
  await expect(agent.composer).toBeVisible();
  await visitor.say('Where is my order?');
  await visitor.types('and one more thing');
  await expect(agent.page.getByTestId('sneak-peek')).toBeVisible();
  await agent.composer.pressSequentially('Hello');
  await agent.page.keyboard.press('Enter');
  await expect(agent.line('Hello')).toBeVisible();
  await agent.page.keyboard.press('Alt+n');
  await agent.composer.pressSequentially('a note');
  await agent.page.keyboard.press('Enter');
  await expect(agent.line('a note')).toBeVisible();
  await check('a chat');
  await agent.page.keyboard.press('Alt+l');
  await agent.composer.pressSequentially('/');
  await expect(agent.page.getByRole('option').first()).toBeVisible();
  await check('quick texts');
  await agent.page.keyboard.press('Escape');
  await agent.composer.fill('');
  for (const [key, name] of [
    ['Alt+t', 'transfer'],
    ['Alt+f', 'flag'],
    ['Control+k', 'command menu'],
  ] as const) {
    await agent.page.keyboard.press(key);
    await expect(agent.page.locator('.ui-dialog')).toBeVisible();
    await check(name);
    await agent.page.keyboard.press('Escape');
    await expect(agent.page.locator('.ui-dialog')).toBeHidden();
  }
  await agent.page.locator('.chats-head').click();
  await agent.page.keyboard.press('Shift+?');
  await expect(agent.page.locator('.ui-dialog')).toBeVisible();
  await check('shortcuts');
  await agent.page.keyboard.press('Escape');
  await expect(agent.page.locator('.ui-dialog')).toBeHidden();
  await visitor.end();
  await expect(agent.page.locator('.chats-wrap-up')).toBeVisible();
  await check('the end');
}

test('axe finds nothing in any theme', async ({ world }) => {
  const ann = await world.agent('ann');
  const found: string[] = [];
  await views(world, ann, async (view) => {
    for (const problem of await ann.problemsInEveryTheme()) found.push(`${view}: ${problem}`);
  });
  expect(found).toEqual([]);
});

test('axe finds nothing from right to left', async ({ world }) => {
  const ann = await world.agent('ann', { language: 'ar' });
  const found: string[] = [];
  await views(world, ann, async (view) => {
    for (const problem of await ann.accessibilityProblems()) found.push(`${view}: ${problem}`);
  });
  expect(found).toEqual([]);
});

test('axe finds nothing at the sign-in', async ({ world }) => {
  const browser = await world.browser();
  await browser.page.goto(browser.url('/'));
  await expect(browser.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(await browser.accessibilityProblems()).toEqual([]);
});

test('axe finds what is planted', async ({ world }) => {
  const ann = await world.agent('ann');
  await ann.page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('button'));
  });
  const found = await ann.accessibilityProblems();
  expect(found.some((problem) => problem.startsWith('button-name'))).toBe(true);
});

test('the policy is in force and violations are noticed', async ({ world }) => {
  const ann = await world.agent('ann');
  ann.expectTrouble(/policy|Content Security Policy|TrustedHTML|Refused|violates/);
  const before = ann.troubles.length;
  await ann.page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => ann.troubles.slice(before).join(' ')).toContain('style-src');
  const isRefused = await ann.page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
      return false;
    } catch {
      return true;
    }
  });
  expect(isRefused).toBe(true);
});

test('every text comes from the catalogue', async ({ world }) => {
  const ann = await world.agent('ann', { language: 'pseudo' });
  const found = new Set<string>();
  await views(world, ann, async (view) => {
    for (const text of await ann.page.evaluate(unmarkedTexts)) found.add(`${view}: ${text}`);
  });
  expect([...found]).toEqual([]);
});

// Texts of the page without the marks of the pseudo-locale, but for what people wrote, figures,
// keys and names.
function unmarkedTexts(): string[] {
  const known =
    /^[\s\d:.,/·()+&%#–—•●◆▲○◐✎↓↑✓!?…;-]*$|^\d+(:\d+)+$|^(Ann|Ada|Billing|Sales|Support|Bob|Acme|Dismiss|English|Deutsch|العربية|⟦⟧)$/;
  const own =
    /chats-bubble|chats-peek|chats-fact|chats-quick|chats-page|chats-row__line|chats-day|time/;
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('kbd, time, bdi, script, style, textarea')) continue;
    if (parent.closest('[role="log"], [role="option"]')) continue;
    const text = node.textContent?.trim() ?? '';
    if (known.test(text) || text.includes('⟦') || text.includes('⟧')) continue;
    if ([...parent.classList].some((name) => own.test(name))) continue;
    if (
      parent.closest(
        '.chats-bubble, .chats-quick, .chats-fact dd, .chats-fact dt, .chats-day, .tabular',
      )
    )
      continue;
    texts.push(text);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    for (const name of ['aria-label', 'placeholder', 'title']) {
      const text = element.getAttribute(name);
      if (!text || text.includes('⟦') || known.test(text)) continue;
      if (element.tagName === 'TIME' || element.closest('.chats-quick')) continue;
      texts.push(`${name}=${text}`);
    }
  }
  return texts;
}
