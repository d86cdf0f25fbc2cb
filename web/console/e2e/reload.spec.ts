import { agents } from './support/organization';
import { expect, test } from './support/test';

test.use({ organization: { criticalWait: 2 } });

test('a request still has its time to answer after a reload', async ({ world }) => {
  const ann = await world.agent('ann');
  await world.visitor('Ada');
  await expect(ann.request('Ada')).toContainText(/0:\d\d left/);
  await ann.page.reload();
  await expect(ann.request('Ada')).toContainText(/0:\d\d left/);
});

for (const kind of ['transfer', 'conference'] as const) {
  test(`an open ${kind} is known on both sides after a reload`, async ({ world }) => {
    const ann = await world.agent('ann');
    const visitor = await world.visitor('Ada');
    await ann.accept('Ada');
    const bob = await world.agent('bob');
    const api = await world.apiAgent('ann');
    const to = kind === 'transfer' ? { to: 'agent', id: agents.bob } : { agentId: agents.bob };
    await api.call('POST', `chats/${visitor.id}/${kind}`, { ...to, note: 'Paid twice' });
    await expect(bob.request('Ada')).toBeVisible();

    await bob.page.reload();
    await expect(bob.request('Ada')).toContainText('Ann asks you');
    await expect(bob.request('Ada')).toContainText('Paid twice');
    await expect(bob.request('Ada')).toContainText(/0:\d\d left/);
    await ann.page.reload();
    const pending = ann.page.locator('.chats-banner', { hasText: 'Bob' });
    await pending.getByRole('button', { name: 'Cancel' }).click();
    await expect(pending).toBeHidden();
    await expect(bob.request('Ada')).toBeHidden();
    await ann.say('Still mine');
  });
}

test('a flag, a critical wait and files are there after a reload', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.page.locator('input[type="file"]').setInputFiles({
    name: 'offer.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Ten percent off'),
  });
  const file = ann.log.getByRole('link', { name: /offer\.txt/ });
  await expect(file).toContainText('15 byte');
  const api = await world.apiAgent('ann');
  await api.call('POST', `chats/${visitor.id}/flag`, { isRaised: true, text: 'May I refund?' });
  await visitor.say('Hello?');
  await expect(ann.row('Ada')).toHaveAttribute('data-critical', 'true');

  await ann.page.reload();
  await expect(file).toContainText('15 byte');
  await expect(ann.row('Ada')).toHaveAttribute('data-critical', 'true');
  await expect(ann.row('Ada')).toContainText('Flag raised: May I refund?');
  await expect(ann.page.locator('.chats-banner', { hasText: 'May I refund?' })).toBeVisible();
});
