import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { BrowserAgent } from './support/agent';
import type { ApiAgent } from './support/api';
import { agents, buttons } from './support/organization';
import { expect, test, type World } from './support/test';
import type { Visitor } from './support/visitor';

test.use({ organization: { criticalWait: 1 } });
// Some go through many pages, each with what it loads.
test.describe.configure({ timeout: 120_000 });

const signs = new Set<NodeJS.Timeout>();
test.afterEach(() => {
  for (const sign of signs) clearInterval(sign);
  signs.clear();
});

// An agent without a browser who is online, and gives a sign of life now and then, without which
// its chats would go to others.
async function onlineAgent(world: World, username: 'ann' | 'bob'): Promise<ApiAgent> {
  const agent = await world.apiAgent(username);
  await agent.call('PUT', 'me/presence', { state: 'Online', reason: '' });
  signs.add(setInterval(() => void agent.call('GET', 'me').catch(() => undefined), 5_000));
  return agent;
}

// A visitor who is in a chat with the agent.
async function engaged(world: World, agent: ApiAgent, name: string): Promise<Visitor> {
  const visitor = await world.visitor(name);
  await expect
    .poll(async () => {
      const { chats } = await agent.call<{ chats: { chatKey: string }[] }>(
        'GET',
        'chats?state=requested',
      );
      return chats.some((chat) => chat.chatKey === visitor.id);
    })
    .toBe(true);
  await agent.call('POST', `chats/${visitor.id}/accept`, {});
  await visitor.hears('ChatEstablished');
  return visitor;
}

async function supervisor(
  world: World,
  path = '/supervisor',
  options: Parameters<World['browser']>[0] = {},
): Promise<BrowserAgent> {
  const sam = await world.browser(options);
  await sam.signIn('sam', path);
  return sam;
}

const chatRow = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'Live chats' }).getByRole('row', { name: new RegExp(name) });
const agentRow = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'Agents' }).getByRole('row', { name: new RegExp(name) });
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Watched chat' });
const figure = (page: Page, id: string): Locator =>
  page.locator(`[data-figure="${id}"] .sup-figure__value`);

async function watch(page: Page, name: string): Promise<Locator> {
  await chatRow(page, name).click();
  await expect(panel(page).getByRole('heading', { name })).toBeVisible();
  return panel(page);
}

const toldVisitor = (visitor: Visitor): string => JSON.stringify(visitor.messages);

test('a chat is watched as it goes on, and nobody else notices', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  const visitor = await engaged(world, ann, 'Grace');
  await visitor.say('My card was charged twice');
  const { page } = await supervisor(world);
  const shown = await watch(page, 'Grace');
  const line = (text: string) => shown.locator('.sup-line', { hasText: text });
  await expect(line('My card was charged twice')).toBeVisible();
  await expect(shown.getByText('Accepted')).toBeVisible();

  await visitor.types('and the second ti');
  await expect(shown.getByTestId('visitor-unsent')).toContainText('and the second ti');
  await visitor.say('and the second time was today');
  await expect(line('and the second time was today')).toHaveCount(1);
  await expect(shown.getByTestId('visitor-unsent')).toBeHidden();

  await ann.call('POST', `chats/${visitor.id}/typing`, { isTyping: true, text: 'Let me lo' });
  await expect(shown.getByTestId('agent-unsent')).toContainText('Ann is writing Let me lo');
  await ann.call('POST', `chats/${visitor.id}/messages`, { text: 'Let me look' });
  await expect(line('Let me look')).toHaveCount(1);

  // Only the first visitor's line of those above came before the watching began.
  const details = await ann.call<{ agents: unknown[] }>('GET', `chats/${visitor.id}`);
  expect(details.agents).toHaveLength(1);
  expect(toldVisitor(visitor)).not.toContain('Sam');

  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(page).toHaveURL(/\/supervisor\/?$/);
});

test('a whisper reaches the agent and never the visitor', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Grace');
  await ann.accept('Grace');
  const { page } = await supervisor(world);
  const shown = await watch(page, 'Grace');
  await expect(shown.getByText('The visitor cannot see this')).toBeVisible();
  await shown.getByRole('textbox', { name: 'Whisper to the agents' }).fill('Offer a refund');
  await page.keyboard.press('Enter');
  await expect(shown.locator('.sup-line[data-kind="whisper"]')).toHaveText(/Offer a refund/);
  await expect(shown.getByRole('textbox')).toHaveValue('');
  await expect(ann.log.getByText('Offer a refund')).toBeVisible();

  // What is said after it has come, so the whisper would have come, too.
  await ann.say('One moment, please');
  await visitor.hears('ChatMessage');
  expect(toldVisitor(visitor)).toContain('One moment, please');
  expect(toldVisitor(visitor)).not.toContain('Offer a refund');
});

test('a whisper that was not sent stays, and is sent once', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  const visitor = await engaged(world, ann, 'Grace');
  const sam = await supervisor(world);
  sam.expectTrouble(/whispers/);
  const shown = await watch(sam.page, 'Grace');
  await sam.page.route('**/whispers', (route) => route.abort(), { times: 1 });
  const box = shown.getByRole('textbox', { name: 'Whisper to the agents' });
  await box.fill('Offer a refund');
  await box.press('Enter');
  await expect(sam.page.getByText('The whisper was not sent.')).toBeVisible();
  await expect(box).toHaveValue('Offer a refund');
  await box.press('Enter');
  await expect(box).toHaveValue('');
  const { entries } = await ann.call<{ entries: { type: string }[] }>('GET', `chats/${visitor.id}`);
  expect(entries.filter((entry) => entry.type === 'Whisper')).toHaveLength(1);
});

test('a raised flag stands on top until it is lowered', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  await engaged(world, ann, 'Early');
  const visitor = await engaged(world, ann, 'Grace');
  const { page } = await supervisor(world);
  const rows = page.getByRole('grid', { name: 'Live chats' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Early');

  const flag = { isRaised: true, text: 'May I refund 500?' };
  await ann.call('POST', `chats/${visitor.id}/flag`, flag);
  const flags = page.getByRole('region', { name: 'Raised flags' });
  await expect(flags.getByText('May I refund 500?')).toBeVisible();
  await expect(flags.getByRole('status')).toHaveText('One agent asks for help');
  await expect(rows.nth(1)).toContainText('Grace');

  // Who comes later learns of it, too.
  const late = await supervisor(world);
  await expect(late.page.getByText('May I refund 500?')).toBeVisible();

  await flags.getByRole('button', { name: 'Watch' }).click();
  await expect(panel(page).getByText('Flag raised: May I refund 500?')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Lower flag' }).click();
  await expect(flags).toBeHidden();
  await expect(panel(page).getByRole('button', { name: 'Lower flag' })).toBeHidden();
  await expect(late.page.getByText('May I refund 500?')).toBeHidden();
  const details = await ann.call<{ isFlagRaised: boolean; entries: { type: string }[] }>(
    'GET',
    `chats/${visitor.id}`,
  );
  expect(details.isFlagRaised).toBe(false);
  expect(details.entries.at(-1)?.type).toBe('FlagLoweredSupervisor');
});

test('a flag is heard on every page', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  const visitor = await engaged(world, ann, 'Grace');
  const { page } = await supervisor(world, '/chats');
  await page.evaluate(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      counted.tones += 1;
      start.apply(this, when);
    };
  });
  await page.mouse.click(5, 300);
  await ann.call('POST', `chats/${visitor.id}/flag`, { isRaised: true, text: '' });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { tones: number }).tones))
    .toBe(3);
});

test('a chat is taken over at the second press', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  const visitor = await engaged(world, ann, 'Grace');
  const sam = await supervisor(world);
  await sam.online();
  const { page } = sam;
  const shown = await watch(page, 'Grace');
  const owner = async () =>
    (await ann.call<{ agentId: string }>('GET', `chats/${visitor.id}`)).agentId;

  await shown.getByRole('button', { name: 'Take over' }).click();
  const again = shown.getByRole('button', { name: 'Press again to take over' });
  await expect(again).toBeFocused();
  expect(await owner()).toBe(agents.ann);
  await page.keyboard.press('Escape');
  await expect(again).toBeHidden();
  await expect(shown).toBeVisible();

  await shown.getByRole('button', { name: 'Take over' }).click();
  await again.click();
  await expect(page).toHaveURL(new RegExp(`/chats/${visitor.id}$`));
  await sam.say('Sam here, I take care of it');
  expect(await owner()).toBe(agents.sam);
  await visitor.hears('ChatTransferred');
  const said = await visitor.hears('ChatMessage');
  expect(said.text).toBe('Sam here, I take care of it');
});

test('a waiting chat is watched and taken', async ({ world }) => {
  await onlineAgent(world, 'ann');
  const visitor = await world.visitor('Bo', buttons.choice);
  const sam = await supervisor(world);
  await sam.online();
  const { page } = sam;
  const shown = await watch(page, 'Bo');
  await expect(shown.getByText('Chat requested')).toBeVisible();
  await expect(shown.getByRole('textbox')).toBeHidden();
  await shown.getByRole('button', { name: 'Take over' }).click();
  await shown.getByRole('button', { name: 'Press again to take over' }).click();
  await expect(page).toHaveURL(new RegExp(`/chats/${visitor.id}$`));
  await visitor.hears('ChatEstablished');
  await sam.say('Good day');
  expect((await visitor.hears('ChatMessage')).text).toBe('Good day');
});

test('an agent is put into another state', async ({ world }) => {
  const ann = await world.agent('ann');
  await world.visitor('Grace');
  await ann.accept('Grace');
  const { page } = await supervisor(world);
  const row = agentRow(page, 'Ann');
  await expect(row).toContainText('Online');
  await expect(row.getByRole('img', { name: '1 of 5 chats' })).toBeVisible();

  const menu = row.getByRole('button', { name: 'Set the state of Ann' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Away…' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Training');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Away · Training');
  await expect(ann.page.locator('.shell-status[data-state="Away"]')).toContainText('Training');

  await menu.click();
  await page.getByRole('menuitem', { name: 'Offline' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Put Ann offline' });
  await expect(dialog).toContainText('One chat is open.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(row).toContainText('Away · Training');

  await menu.click();
  await page.getByRole('menuitem', { name: 'Online' }).click();
  await expect(row).toContainText('Online');
  await expect(ann.page.locator('.shell-status[data-state="Online"]')).toBeVisible();
});

test('the figures and tables follow what happens', async ({ world }) => {
  const { page } = await supervisor(world);
  await expect(page.getByText('No chat is open.')).toBeVisible();
  await expect(figure(page, 'waiting')).toHaveText('0');
  const ann = await onlineAgent(world, 'ann');
  await expect(figure(page, 'agents')).toHaveText('1');

  const visitor = await engaged(world, ann, 'Grace');
  await expect(chatRow(page, 'Grace')).toContainText('Engaged');
  await expect(chatRow(page, 'Grace')).toContainText('Ann');
  await expect(figure(page, 'engaged')).toHaveText('1');
  await visitor.say('Is anybody there?');
  await expect(figure(page, 'critical')).toContainText('1');
  await expect(chatRow(page, 'Grace')).toContainText('Critical wait');
  await ann.call('POST', `chats/${visitor.id}/messages`, { text: 'Yes' });
  await expect(figure(page, 'critical')).toHaveText('0');

  const bo = await world.visitor('Bo', buttons.choice);
  await expect(chatRow(page, 'Bo')).toContainText('Waiting');
  await expect(figure(page, 'waiting')).toContainText('1');
  const queue = page.getByRole('grid', { name: 'Queues' }).getByRole('row', { name: /Sales/ });
  await expect(queue).toContainText('1');
  await bo.end();
  await expect(chatRow(page, 'Bo')).toBeHidden();
  await expect(figure(page, 'waiting')).toHaveText('0');
  await expect(figure(page, 'abandoned')).toHaveText('1', { timeout: 15_000 });
  await expect(figure(page, 'service')).toHaveText('100%');
  await visitor.end();
  await expect(page.getByText('No chat is open.')).toBeVisible();
});

test('columns that were hidden stay hidden', async ({ world }) => {
  const { page } = await supervisor(world);
  const header = page
    .getByRole('grid', { name: 'Queues' })
    .getByRole('columnheader', { name: 'Estimated wait' });
  await expect(header).toBeVisible();
  await page.getByRole('button', { name: 'Columns of “Queues”' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Estimated wait' }).click();
  await page.keyboard.press('Escape');
  await expect(header).toBeHidden();
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Queues' })).toBeVisible();
  await expect(header).toBeHidden();
});

test('a watched chat is right again after the connection was lost', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  const visitor = await engaged(world, ann, 'Grace');
  const sam = await supervisor(world);
  sam.expectTrouble(/ERR_INTERNET_DISCONNECTED|Failed to load|WebSocket/);
  const shown = await watch(sam.page, 'Grace');
  await visitor.say('before');
  await expect(shown.locator('.sup-line', { hasText: 'before' })).toHaveCount(1);
  await sam.context.setOffline(true);
  await expect(sam.page.locator('.shell-connection[data-state="open"]')).toBeHidden();
  await visitor.say('while away');
  await sam.context.setOffline(false);
  await expect(sam.page.locator('.shell-connection[data-state="open"]')).toBeVisible();
  await visitor.say('after');
  for (const text of ['before', 'while away', 'after']) {
    await expect(shown.locator('.sup-line', { hasText: text })).toHaveCount(1);
  }
});

test('a chat that ends while it is watched leads to its transcript', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  const visitor = await engaged(world, ann, 'Grace');
  await visitor.say('Thank you');
  const { page } = await supervisor(world);
  const shown = await watch(page, 'Grace');
  await expect(shown.locator('.sup-line', { hasText: 'Thank you' })).toBeVisible();
  await visitor.end();
  await shown.getByRole('link', { name: 'Read the transcript' }).click();
  const reading = page.getByRole('article', { name: 'Transcript' });
  await expect(reading.locator('.sup-line', { hasText: 'Thank you' })).toBeVisible();
  await expect(reading.getByText('Completed')).toBeVisible();
});

// Two ended chats, and one that nobody accepted.
async function past(world: World): Promise<{ refund: Visitor }> {
  const ann = await onlineAgent(world, 'ann');
  const refund = await engaged(world, ann, 'Grace');
  await refund.say('I want a refund');
  await ann.call('POST', `chats/${refund.id}/whispers`, { text: 'She is right' });
  await ann.call('POST', `chats/${refund.id}/messages`, { text: 'Here it is' });
  await ann.call('POST', `chats/${refund.id}/end`, {});
  const other = await engaged(world, ann, 'Ada');
  await other.say('Just looking');
  await other.end();
  const missed = await world.visitor('Bo', buttons.choice);
  await missed.end();
  return { refund };
}

test('transcripts are found, read and exported', async ({ world }) => {
  const { refund } = await past(world);
  const { page } = await supervisor(world, '/supervisor/transcripts');
  const results = page.getByRole('listbox', { name: 'Found transcripts' });
  await expect(results.getByRole('option')).toHaveCount(3);
  const search = page.getByRole('searchbox', { name: 'Search transcripts' });
  await search.fill('agent:ann button:billing after:today "refund"');
  await search.press('Enter');
  await expect(results.getByRole('option')).toHaveCount(1);
  await expect(page).toHaveURL(/q=agent/);
  const filters = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(filters).toHaveCount(4);
  await expect(filters.nth(1)).toContainText('Billing');

  await results.getByRole('option', { name: /Grace/ }).click();
  const reading = page.getByRole('article', { name: 'Transcript' });
  await expect(page).toHaveURL(new RegExp(`/transcripts/${refund.id}\\?q=`));
  await expect(reading.locator('.sup-line[data-kind="visitor"]')).toHaveText(/I want a refund/);
  await expect(reading.locator('.sup-line[data-kind="agent"]')).toHaveText(/Here it is/);
  await expect(reading.locator('.sup-line[data-kind="whisper"]')).toHaveText(/She is right/);
  await expect(reading.getByRole('definition').filter({ hasText: refund.id })).toBeVisible();
  await reading.getByRole('switch', { name: 'Events' }).focus();
  await page.keyboard.press('Space');
  await expect(reading.locator('.sup-line[data-kind="event"]')).toHaveCount(0);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'NDJSON' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ chatKey: refund.id, visitorName: 'Grace' });
  const csv = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect(await readFile(await (await csv).path(), 'utf8')).toContain('I want a refund');

  // Without the text the agent's other chat is found, too.
  await filters.getByRole('button', { name: 'Remove “Text: refund”' }).click();
  await expect(results.getByRole('option')).toHaveCount(2);
});

test('a query that is not understood says why and finds nothing', async ({ world }) => {
  await past(world);
  const { page } = await supervisor(world, '/supervisor/transcripts?q=agent%3Azoe');
  await expect(page.getByText('“agent:zoe”: nothing has that name.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'Completed', exact: true }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('status:Completed');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
});

test('a transcript has an address of its own, and prints without the search', async ({ world }) => {
  const { refund } = await past(world);
  const { page } = await supervisor(world, `/supervisor/transcripts/${refund.id}`);
  const reading = page.getByRole('article', { name: 'Transcript' });
  await expect(reading.getByText('I want a refund')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(reading.getByText('I want a refund')).toBeVisible();
  await expect(reading.getByText('Chat key')).toBeVisible();
});

test('charts have words and a table, and follow the theme', async ({ world }) => {
  await past(world);
  const { page } = await supervisor(world, '/supervisor/trends');
  const volume = page.getByRole('figure', { name: 'Requests' });
  await expect(volume.getByText('Requests: 3, answered: 2, abandoned: 1.')).toBeVisible();
  const canvas = volume.locator('canvas');
  await expect(canvas).toBeVisible();
  const picture = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
  const light = await picture();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await expect.poll(picture).not.toBe(light);
  await volume.getByRole('button', { name: 'Show as table' }).click();
  await expect(canvas).toBeHidden();
  const rows = volume.getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(33);
  const counted = await volume.getByRole('gridcell').allInnerTexts();
  expect(counted.map(Number).reduce((sum, count) => sum + (count || 0), 0)).toBe(6);
});

test("agents' sessions are listed for the days that are asked for", async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
  await ann.call('PUT', 'me/presence', { state: 'Offline', reason: '' });
  await onlineAgent(world, 'bob');
  const { page } = await supervisor(world, '/supervisor/sessions');
  const table = page.getByRole('grid', { name: 'Agents’ sessions' });
  await expect(table.getByRole('row', { name: /Bob/ })).toContainText('Still there');
  await expect(table.getByRole('row', { name: /Ann/ })).not.toContainText('Still there');
  await page.getByLabel('To').fill('2020-01-02');
  await page.getByLabel('From').fill('2020-01-01');
  await expect(page.getByText('Nobody was at work in these days.')).toBeVisible();
});

test('everything is done by keyboard alone', async ({ world }) => {
  const ann = await onlineAgent(world, 'ann');
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

const looks = [
  { name: 'light', theme: 'light', language: 'en' },
  { name: 'dark', theme: 'dark', language: 'en' },
  { name: 'right to left', theme: 'light', language: 'ar' },
] as const;

for (const { name, theme, language } of looks) {
  test(`axe finds nothing, ${name}`, async ({ world }) => {
    const { refund } = await past(world);
    const ann = await onlineAgent(world, 'ann');
    const visitor = await engaged(world, ann, 'Grace');
    await visitor.say('Hello?');
    await ann.call('POST', `chats/${visitor.id}/flag`, { isRaised: true, text: 'Help' });
    await world.visitor('Bo', buttons.choice);
    const sam = await supervisor(world, `/supervisor/watch/${visitor.id}`, { theme, language });
    const { page } = sam;
    await expect(page.locator('.sup-watch .sup-line', { hasText: 'Hello?' })).toBeVisible();
    await expect(page.locator('.sup-flag')).toBeVisible();
    expect(await sam.accessibilityProblems()).toEqual([]);
    await page.goto(sam.url('/supervisor/trends'));
    await expect(page.locator('canvas').first()).toBeVisible();
    await page.locator('.sup-chart button').first().click();
    expect(await sam.accessibilityProblems()).toEqual([]);
    await page.goto(sam.url(`/supervisor/transcripts/${refund.id}?q=agent:ann+nonsense:x`));
    await expect(page.locator('.sup-reading .sup-line').first()).toBeVisible();
    expect(await sam.accessibilityProblems()).toEqual([]);
    await page.goto(sam.url('/supervisor/transcripts?q=agent:ann'));
    await expect(page.locator('.sup-result').first()).toBeVisible();
    expect(await sam.accessibilityProblems()).toEqual([]);
    await page.goto(sam.url('/supervisor/sessions'));
    await expect(page.getByRole('grid')).toBeVisible();
    expect(await sam.accessibilityProblems()).toEqual([]);
  });
}

test('nothing is lost at 320 pixels, nor with text twice as large', async ({ world }) => {
  const { refund } = await past(world);
  const ann = await onlineAgent(world, 'ann');
  const visitor = await engaged(world, ann, 'Grace');
  const sam = await supervisor(world, '/supervisor', { viewport: { width: 320, height: 640 } });
  const { page } = sam;
  const paths = ['', `/watch/${visitor.id}`, '/trends', '/transcripts', '/sessions'];
  for (const size of ['100%', '200%']) {
    for (const path of [...paths, `/transcripts/${refund.id}`]) {
      await page.goto(sam.url(`/supervisor${path}`));
      await expect(page.locator('.sup-page, .sup-transcripts').first()).toBeAttached();
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
      await page.waitForLoadState('networkidle');
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
    await page.goto(sam.url(`/supervisor${path}`));
    await expect(page.locator('.sup-tabs')).toBeVisible();
    await page.waitForLoadState('networkidle');
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
