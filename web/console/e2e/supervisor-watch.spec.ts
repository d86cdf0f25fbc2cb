import { engaged, panel, supervisor, toldVisitor, watch } from './supervisor-support';
import { expect, test } from './support/test';

test.use({ organization: { criticalWait: 1 } });

test('a chat is watched as it goes on, and nobody else notices', async ({ world }) => {
  const ann = await (await world.apiAgent('ann')).online();
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
  const ann = await (await world.apiAgent('ann')).online();
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

test('a watched chat is right again after the connection was lost', async ({ world }) => {
  const ann = await (await world.apiAgent('ann')).online();
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
  const ann = await (await world.apiAgent('ann')).online();
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
