import type { Locator, Page } from '@playwright/test';
import { chatRow, engaged, panel, past, supervisor } from './supervisor-support';
import type { BrowserAgent } from './support/agent';
import { buttons } from './support/organization';
import { expect, test, type World } from './support/test';

test.use({ organization: { criticalWait: 1 } });

test('everything is done by keyboard alone', async ({ world }) => {
  const ann = await (await world.apiAgent('ann')).online();
  await engaged(world, ann, 'Early');
  const visitor = await engaged(world, ann, 'Grace');
  const { page } = await supervisor(world);
  await expect(chatRow(page, 'Grace')).toBeVisible();
  await chatRow(page, 'Early').focus();
  await page.keyboard.press('ArrowDown');
  await expect(chatRow(page, 'Grace')).toBeFocused();
  await page.keyboard.press('Enter');
  const shown = panel(page);
  await expect(shown).toBeFocused();
  await expect(shown.getByRole('textbox')).toBeVisible();
  await tabTo(page, shown.getByRole('textbox'));
  await page.keyboard.type('Be kind');
  await page.keyboard.press('Enter');
  await expect(shown.locator('.sup-line[data-kind="whisper"]')).toHaveText(/Be kind/);
  await page.keyboard.press('Escape');
  await expect(shown).toBeHidden();
  await expect(chatRow(page, 'Grace')).toBeFocused();

  await visitor.end();
  await page.goto(page.url().replace(/\/supervisor.*/, '/supervisor/transcripts'));
  const search = page.getByRole('searchbox');
  await tabTo(page, search);
  await page.keyboard.type('status:completed');
  await page.keyboard.press('Enter');
  const results = page.getByRole('listbox', { name: 'Found transcripts' });
  await expect(results.getByRole('option')).toHaveCount(1);
  await tabTo(page, results);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const reading = page.getByRole('article', { name: 'Transcript' });
  await expect(reading).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reading).toBeHidden();
});

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the Tab key does not get there');
}

// Opens what a supervisor sees, and looks at each.
async function openAll(
  world: World,
  options: Parameters<World['browser']>[0],
  problems: (sam: BrowserAgent) => Promise<string[]>,
): Promise<void> {
  const { refund } = await past(world);
  const ann = await (await world.apiAgent('ann')).online();
  const visitor = await engaged(world, ann, 'Grace');
  await visitor.say('Hello?');
  await ann.call('POST', `chats/${visitor.id}/flag`, { isRaised: true, text: 'Help' });
  await world.visitor('Bo', buttons.choice);
  const sam = await supervisor(world, `/supervisor/watch/${visitor.id}`, options);
  const { page } = sam;
  const look = async () => expect(await problems(sam), page.url()).toEqual([]);
  await expect(page.locator('.sup-watch .sup-line', { hasText: 'Hello?' })).toBeVisible();
  await expect(page.locator('.sup-flag')).toBeVisible();
  await look();
  await sam.go('/supervisor/trends');
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.locator('.sup-chart button').first().click();
  await look();
  await sam.go(`/supervisor/transcripts/${refund.id}?q=agent:ann+nonsense:x`);
  await expect(page.locator('.sup-reading .sup-line').first()).toBeVisible();
  await look();
  await sam.go('/supervisor/transcripts?q=agent:ann');
  await expect(page.locator('.sup-result').first()).toBeVisible();
  await look();
  await sam.go('/supervisor/sessions');
  await expect(page.getByRole('grid')).toBeVisible();
  await look();
}

test('axe finds nothing in any theme', async ({ world }) => {
  await openAll(world, {}, (sam) => sam.problemsInEveryTheme());
});

test('axe finds nothing from right to left', async ({ world }) => {
  await openAll(world, { language: 'ar' }, (sam) => sam.accessibilityProblems());
});

test('nothing is lost at 320 pixels, nor with text twice as large', async ({ world }) => {
  const { refund } = await past(world);
  const ann = await (await world.apiAgent('ann')).online();
  const visitor = await engaged(world, ann, 'Grace');
  const sam = await supervisor(world, '/supervisor', { viewport: { width: 320, height: 640 } });
  const { page } = sam;
  const paths = ['', `/watch/${visitor.id}`, '/trends', '/transcripts', '/sessions'];
  for (const size of ['100%', '200%']) {
    for (const path of [...paths, `/transcripts/${refund.id}`]) {
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
      await sam.go(`/supervisor${path}`);
      await expect(page.locator('.sup-page, .sup-transcripts').first()).toBeAttached();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${size}`).toBeLessThanOrEqual(0);
    }
  }
});

test('every word comes from the catalogue', async ({ world }) => {
  const { refund } = await past(world);
  const sam = await supervisor(world, '/supervisor', { language: 'pseudo' });
  const { page } = sam;
  for (const path of ['', '/trends', '/transcripts', `/transcripts/${refund.id}`, '/sessions']) {
    await sam.go(`/supervisor${path}`);
    await expect(page.locator('.sup-tabs')).toBeVisible();
    const strays = await page.locator('.supervisor').evaluate((root) => {
      const user = /^(Grace|Ada|Bo|Ann|Bob|Sam|Billing|Sales|Support|CSV|NDJSON)$/;
      const found: string[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        const parent = node.parentElement;
        if (!/\p{L}{3}/u.test(text) || parent?.closest('[dir="auto"], time, .tabular')) continue;
        if (!text.includes('⟦') && !user.test(text)) found.push(text);
      }
      return found;
    });
    expect(strays, path).toEqual([]);
  }
});
