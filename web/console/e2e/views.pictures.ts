import { fileURLToPath } from 'node:url';
import type { BrowserAgent } from './support/agent';
import { expect, test, type World } from './support/test';

const folder = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url));

async function picture(agent: BrowserAgent, name: string): Promise<void> {
  await agent.page.mouse.move(700, 5);
  await agent.page.screenshot({ path: `${folder}/${name}.png` });
}

// A shift in the middle of its day: three chats, a request, and somebody in the queue.
async function shift(world: World, agent: BrowserAgent): Promise<void> {
  const ada = await world.visitor('Ada Lovelace');
  await agent.accept('Ada Lovelace');
  await ada.say('Hello! Where is my order 1001?');
  await agent.say('Good day Ada, let me look.');
  const sara = await world.visitor('سارة أحمد');
  await agent.accept('سارة أحمد');
  await sara.say('مرحبا، هل يمكنني تغيير عنوان التوصيل؟');
  const bo = await world.visitor('Bo Diddley');
  await agent.accept('Bo Diddley');
  await bo.say('My invoice is wrong');
  await bo.say('and again');
  await agent.row('Ada Lovelace').click();
  const sam = await world.apiAgent('sam');
  await sam.call('POST', `chats/${ada.id}/whispers`, {
    text: 'She is a customer since 2019: offer 10 percent.',
  });
  await agent.say('It left our house on Monday and should be with you tomorrow.');
  await ada.say('Thank you. One more thing:');
  await agent.page.keyboard.press('Alt+f');
  await agent.page.getByLabel('What do you need?').fill('May I refund the shipping?');
  await agent.page.keyboard.press('Enter');
  await expect(agent.row('Ada Lovelace')).toContainText('Flag raised');
  await world.visitor('Grace Hopper');
  await expect(agent.request('Grace Hopper')).toBeVisible();
  await ada.types('i think my card was charged tw');
  await expect(agent.page.getByTestId('sneak-peek')).toContainText('charged tw');
}

test('the sign-in', async ({ world }) => {
  const browser = await world.browser();
  await browser.page.goto(browser.url('/'));
  await expect(browser.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await picture(browser, 'console-sign-in');
});

test('chats, light', async ({ world }) => {
  const ann = await world.agent('ann');
  await shift(world, ann);
  await picture(ann, 'console-chats');
  await ann.page.keyboard.press('Control+k');
  await expect(ann.page.getByRole('dialog')).toBeVisible();
  await ann.page.waitForTimeout(300);
  await picture(ann, 'console-commands');
  await ann.page.keyboard.press('Escape');
  await expect(ann.page.getByRole('dialog')).toBeHidden();
  await world.agent('bob');
  await ann.page.keyboard.press('Alt+t');
  await expect(ann.page.getByRole('option', { name: /Bob/ })).toBeVisible();
  await ann.page.waitForTimeout(300);
  await picture(ann, 'console-transfer');
});

test('chats, dark', async ({ world }) => {
  const ann = await world.agent('ann', { theme: 'dark' });
  await shift(world, ann);
  await ann.composer.pressSequentially('/');
  await expect(ann.page.getByRole('option').first()).toBeVisible();
  await picture(ann, 'console-chats-dark');
});

test('chats, right to left', async ({ world }) => {
  const ann = await world.agent('ann', { language: 'ar' });
  const sara = await world.visitor('سارة أحمد');
  await ann.page.keyboard.press('Alt+a');
  await expect(ann.composer).toBeVisible();
  await sara.say('مرحبا، هل يمكنني تغيير عنوان التوصيل؟');
  await ann.composer.fill('بالتأكيد، ما العنوان الجديد؟');
  await ann.page.keyboard.press('Enter');
  await sara.say('Order 1001?');
  await expect(ann.line('Order 1001?')).toBeVisible();
  await picture(ann, 'console-chats-arabic');
});

test('chats on a telephone', async ({ world }) => {
  const ann = await world.agent('ann', { viewport: { width: 390, height: 780 } });
  const ada = await world.visitor('Ada Lovelace');
  await world.visitor('Grace Hopper');
  await ann
    .request('Ada Lovelace')
    .getByRole('button', { name: /^Accept/ })
    .click();
  await ada.say('Hello! Where is my order 1001?');
  await ann.say('Let me look.');
  await ada.types('thank you');
  await expect(ann.page.getByTestId('sneak-peek')).toBeVisible();
  await picture(ann, 'console-narrow');
});

test('the first chat', async ({ world }) => {
  const ann = await world.agent('ann');
  await ann.page.getByRole('button', { name: 'Play a visitor' }).click();
  await ann.accept('Ada Lovelace');
  await expect(ann.line('Where is my order')).toBeVisible();
  await ann.say('Let me look.');
  await picture(ann, 'console-first-chat');
});
