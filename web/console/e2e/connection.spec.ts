import { expect, test } from './support/test';

const connection = '.shell-connection';

test('a server that is killed in the middle of a chat and comes back', async ({ world }) => {
  const ann = await world.agent('ann');
  ann.expectTrouble(/WebSocket|Failed to load resource|net::ERR/);
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await visitor.say('before the fall');
  await expect(ann.line('before the fall')).toHaveCount(1);
  await ann.say('I am looking');

  await world.server.kill();
  await expect(
    ann.page.locator(`${connection}[data-state="waiting"], ${connection}[data-state="connecting"]`),
  ).toBeVisible({ timeout: 2000 });
  await ann.composer.fill('kept while the server is away');
  await expect(ann.page.locator('.chats-composer__send')).toBeDisabled();
  await expect(ann.page.getByText(/until the connection is back/)).toBeVisible();

  await world.server.start();
  await expect(ann.page.locator(`${connection}[data-state="open"]`)).toBeVisible({
    timeout: 20_000,
  });
  await visitor.say('after the fall');
  await expect(ann.line('after the fall')).toHaveCount(1);
  await expect(ann.line('before the fall')).toHaveCount(1);
  await expect(ann.line('I am looking')).toHaveCount(1);
  await expect(ann.composer).toHaveValue('kept while the server is away');
  await ann.composer.press('Enter');
  await expect(ann.line('kept while the server is away')).toHaveCount(1);
  const heard = () =>
    visitor.messages.filter((one) => one.type === 'ChatMessage').map((one) => one.message.text);
  await expect.poll(heard).toEqual(['I am looking', 'kept while the server is away']);
  await expect(ann.row('Ada')).toHaveCount(1);
});

test('a browser that is offline for a while', async ({ world }) => {
  const ann = await world.agent('ann');
  ann.expectTrouble(/WebSocket|Failed to load resource|net::ERR/);
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.context.setOffline(true);
  await expect(ann.page.getByText(/Connection lost/)).toBeVisible({ timeout: 2000 });
  await visitor.say('said while you were away');
  await visitor.say('and again');
  await ann.context.setOffline(false);
  await expect(ann.page.locator(`${connection}[data-state="open"]`)).toBeVisible();
  await expect(ann.line('said while you were away')).toHaveCount(1);
  await expect(ann.line('and again')).toHaveCount(1);
  await ann.say('Here again');
  expect((await visitor.hears('ChatMessage')).text).toBe('Here again');
});

test('a message without an answer is marked and sent once', async ({ world }) => {
  const ann = await world.agent('ann');
  ann.expectTrouble(/Failed to load resource|net::ERR/);
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  // The server takes the message, and its answer is lost; so is what the stream says.
  let lost = 0;
  await ann.page.route('**/messages', async (route) => {
    lost += 1;
    if (lost === 1) {
      await route.abort();
      return;
    }
    await route.continue();
  });
  await ann.composer.fill('Only once');
  await ann.composer.press('Enter');
  const failed = ann.log.locator('.chats-line[data-pending="failed"]');
  await expect(failed).toContainText('Not sent.');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(failed).toHaveCount(0);
  await expect(ann.line('Only once')).toHaveCount(1);
  expect((await visitor.hears('ChatMessage')).text).toBe('Only once');
  await ann.say('And another');
  const heard = visitor.messages.filter((one) => one.type === 'ChatMessage');
  await expect
    .poll(() => visitor.messages.filter((one) => one.type === 'ChatMessage').length)
    .toBe(2);
  expect(heard.filter((one) => one.message.text === 'Only once')).toHaveLength(1);
});

test('a sign-in that ends elsewhere leads to the sign-in', async ({ world }) => {
  const ann = await world.agent('ann');
  ann.expectTrouble(/401|WebSocket|Failed to load resource/);
  await ann.page.request.delete(`${world.server.url}/api/v1/login`, {
    headers: { 'X-CSRF': '1' },
  });
  await expect(ann.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
