import { organizationId, password } from './support/organization';
import { expect, test } from './support/test';

test('the first chat of an empty console', async ({ world }) => {
  const ann = await world.browser();
  const { page } = ann;
  await page.goto(ann.url('/'));
  await page.getByLabel('Organization').fill(organizationId);
  await page.getByLabel('Username').fill('ann');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Go online' }).click();
  await page.getByRole('button', { name: 'Play a visitor' }).click();
  const simulator = page.getByRole('complementary', { name: 'Simulated visitor' });
  await expect(simulator).toContainText(/Waits for an agent|in the queue/);
  await ann.accept('Ada Lovelace');
  await expect(page.getByTestId('sneak-peek')).toContainText('Hello');
  await expect(ann.line('Where is my order 1001?')).toBeVisible();
  await ann.say('Let me look.');
  await expect(simulator).toContainText('Let me look.');
  await expect(ann.line('I paid by card')).toBeVisible();
  await simulator.getByRole('textbox').fill('Typed by me');
  await simulator.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(ann.line('Typed by me')).toHaveCount(1);
  await simulator.getByRole('button', { name: 'Send the visitor away' }).click();
  await expect(page.getByText('The visitor has left.').first()).toBeVisible();
});

test('only what a role may see is there', async ({ world }) => {
  const ann = await world.agent('ann');
  await expect(ann.page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Chats',
  ]);
  await ann.page.goto(ann.url('/admin'));
  await expect(ann.page.getByText('There is no such page.')).toBeVisible();
  const sam = await world.agent('sam');
  await expect(sam.page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Chats',
    'Supervisor',
  ]);
  const ada = await world.agent('ada');
  await expect(ada.page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Chats',
    'Supervisor',
    'Admin',
  ]);
});

test('the status has a reason, and leaving with open chats is asked about', async ({ world }) => {
  const ann = await world.agent('ann');
  await world.visitor('Ada');
  await ann.accept('Ada');
  const status = ann.page.locator('.shell-status');
  await status.click();
  await ann.page.getByRole('menuitem', { name: 'Lunch' }).click();
  await expect(status).toContainText('Away · Lunch');
  await status.click();
  await ann.page.getByRole('menuitem', { name: 'Another reason…' }).click();
  await ann.page.getByRole('textbox', { name: 'Reason' }).fill('Dentist');
  await ann.page.keyboard.press('Enter');
  await expect(status).toContainText('Away · Dentist');
  await status.click();
  await ann.page.getByRole('menuitem', { name: 'Offline' }).click();
  await expect(ann.page.getByRole('alertdialog')).toContainText('One chat is open');
  await ann.page.getByRole('button', { name: 'Away, and finish them' }).click();
  await expect(status).toContainText('Away');
  await expect(ann.row('Ada')).toBeVisible();
});

test('language and appearance are chosen and kept', async ({ world }) => {
  const ann = await world.agent('ann');
  const { page } = ann;
  await page.locator('.shell-user').click();
  await page.getByRole('menuitemradio', { name: 'العربية' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.chats-group__title').first()).toContainText('محادثاتي');
  const list = await page.locator('.chats-list').boundingBox();
  expect(list?.x).toBeGreaterThan(600);
  await page.locator('.shell-user').click();
  await page.getByRole('menuitemradio', { name: 'داكن' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a page of 320 pixels shows everything, one pane at a time', async ({ world }) => {
  const ann = await world.agent('ann', { viewport: { width: 320, height: 640 } });
  const { page } = ann;
  const fits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  const visitor = await world.visitor('Ada');
  await fits();
  await ann
    .request('Ada')
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(ann.composer).toBeVisible();
  await visitor.say('A line that is long enough to be broken on a page as narrow as this one');
  await ann.say('An answer');
  await expect(page.locator('.chats-list')).toBeHidden();
  for (const name of ['Transfer', 'End', 'More', 'Raise the flag']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport();
  }
  await expect(page.locator('.chats-composer__send')).toBeInViewport();
  await fits();
  await page.getByRole('button', { name: 'Show the visitor' }).click();
  await expect(page.getByText('ada@example.com')).toBeVisible();
  await fits();
  await page.getByRole('button', { name: 'Show the chat' }).click();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(ann.row('Ada')).toBeInViewport();
  await fits();
  await ann.row('Ada').click();
  await page.keyboard.press('Alt+t');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Transfer' })).toBeInViewport();
  await fits();
});

test('text of twice the size loses nothing', async ({ world }) => {
  const ann = await world.agent('ann', { viewport: { width: 1280, height: 900 } });
  const { page } = ann;
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = '200%';
    });
  });
  await page.reload();
  const visitor = await world.visitor('Ada');
  await expect(ann.request('Ada')).toBeVisible();
  await expect(ann.request('Ada').getByRole('button', { name: /^Decline/ })).toBeInViewport();
  await page.keyboard.press('Alt+a');
  await visitor.say('Hello');
  await expect(ann.line('Hello')).toBeInViewport();
  for (const name of ['Transfer', 'End', 'More']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport();
  }
  await expect(page.locator('.chats-composer__send')).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});

test('the columns are as wide as they were left', async ({ world }) => {
  const ann = await world.agent('ann');
  const { page } = ann;
  const width = async () => (await page.locator('.chats-list').boundingBox())?.width ?? 0;
  expect(await width()).toBe(300);
  await page.getByRole('separator', { name: 'Width of the list' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await width()).toBe(332);
  await page.reload();
  await expect(page.locator('.chats-list')).toBeVisible();
  expect(await width()).toBe(332);
});

test('a chat is printed whole', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  for (let count = 1; count <= 60; count += 1) await visitor.say(`line ${count}`);
  await expect(ann.line('line 60')).toBeVisible();
  expect(await ann.log.locator('.chats-bubble').count()).toBeLessThan(60);
  await ann.page.emulateMedia({ media: 'print' });
  await expect(ann.log.locator('.chats-bubble')).toHaveCount(60);
  await expect(ann.page.locator('.chats-composer')).toBeHidden();
  await expect(ann.page.locator('.shell-top')).toBeHidden();
});
