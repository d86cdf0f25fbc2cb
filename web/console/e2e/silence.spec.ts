import { expect, test } from './support/test';

const connection = '.shell-connection';

// Until the console notices, and until it has given up the connection.
for (const state of ['lost', 'connecting'] as const) {
  test(`a server that answers nothing until the connection is ${state}`, async ({ world }) => {
    const ann = await world.agent('ann');
    ann.expectTrouble(/WebSocket|Failed to load resource|net::ERR/);
    const visitor = await world.visitor('Ada');
    await ann.accept('Ada');
    await visitor.say('before the silence');
    await expect(ann.line('before the silence')).toHaveCount(1);
    await ann.page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));

    world.server.pause();
    const status = ann.page.locator(connection);
    await expect(status).toHaveAttribute('data-state', 'lost', { timeout: 3500 });
    await expect(status).toContainText('Connection lost');
    await ann.composer.fill('kept while nobody answers');
    await expect(ann.page.locator('.chats-composer__send')).toBeDisabled();
    await expect(ann.page.getByText(/until the connection is back/)).toBeVisible();
    await expect(status).toHaveAttribute('data-state', state);

    world.server.resume();
    await expect(status).toHaveAttribute('data-state', 'open');
    await visitor.say('after the silence');
    await expect(ann.line('after the silence')).toHaveCount(1);
    await expect(ann.line('before the silence')).toHaveCount(1);
    await expect(ann.row('Ada')).toHaveCount(1);
    await expect(ann.composer).toHaveValue('kept while nobody answers');
    await ann.composer.press('Enter');
    await expect(ann.line('kept while nobody answers')).toHaveCount(1);
    expect((await visitor.hears('ChatMessage')).text).toBe('kept while nobody answers');
    await expect(ann.page.locator('[data-not-reloaded]')).toHaveCount(1);
  });
}
