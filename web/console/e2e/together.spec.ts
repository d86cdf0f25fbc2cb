import { expect, test } from './support/test';

test('a transfer with a note', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await visitor.say('I want my money back');
  await ann.say('I ask a colleague');
  const bob = await world.agent('bob');

  await ann.page.keyboard.press('Alt+t');
  const dialog = ann.page.getByRole('dialog', { name: 'Transfer Ada' });
  await dialog.getByRole('combobox').fill('bob');
  await ann.page.keyboard.press('Enter');
  await dialog.getByLabel('Note for the agent').fill('Order 1001, paid twice');
  await dialog.getByRole('button', { name: 'Transfer to Bob' }).click();
  await expect(ann.page.getByText('Being handed on to Bob.')).toBeVisible();

  // The note and what was said can be read before the chat is taken.
  const card = bob.request('Ada');
  await expect(card).toContainText('Order 1001, paid twice');
  await expect(card).toContainText('Ann asks you');
  await card.getByRole('button', { name: 'Read' }).click();
  await expect(bob.line('I want my money back')).toBeVisible();
  await card.getByRole('button', { name: 'Take over' }).click();
  await expect(bob.page.getByText('Note of the agent before:')).toBeVisible();
  await visitor.hears('ChatTransferred');
  await expect(ann.row('Ada')).toHaveCount(0);
  await bob.say('Bob here');
  await visitor.say('Hello Bob');
  await expect(bob.line('Hello Bob')).toHaveCount(1);
});

test('a transfer that is taken back or declined leaves the chat', async ({ world }) => {
  const ann = await world.agent('ann');
  await world.visitor('Ada');
  await ann.accept('Ada');
  const bob = await world.agent('bob');
  for (const outcome of ['canceled', 'declined']) {
    await ann.page.keyboard.press('Alt+t');
    await ann.page.getByRole('dialog').getByRole('combobox').fill('bob');
    await ann.page.keyboard.press('Enter');
    await ann.page.getByRole('button', { name: 'Transfer to Bob' }).click();
    await expect(bob.request('Ada')).toBeVisible();
    if (outcome === 'canceled') {
      await ann.page.locator('.chats-banner').getByRole('button', { name: 'Cancel' }).click();
    } else {
      await bob.request('Ada').getByRole('button', { name: 'Decline' }).click();
    }
    await expect(bob.request('Ada')).toBeHidden();
    await expect(ann.page.getByText('Being handed on to Bob.')).toBeHidden();
    await expect(ann.row('Ada')).toBeVisible();
  }
  await ann.say('Still mine');
});

test('a conference', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  const bob = await world.agent('bob');
  await ann.page.keyboard.press('Alt+c');
  await ann.page.getByRole('dialog').getByRole('combobox').fill('bob');
  await ann.page.keyboard.press('Enter');
  await ann.page.getByRole('button', { name: 'Ask Bob in' }).click();
  await bob.request('Ada').getByRole('button', { name: 'Join' }).click();
  await visitor.hears('AgentJoinedConference');
  for (const agent of [ann, bob]) {
    await expect(agent.page.getByRole('list', { name: 'Agents in this chat' })).toContainText(
      'Bob',
    );
  }
  await bob.say('I am here, too');
  expect((await visitor.hears('ChatMessage')).text).toBe('I am here, too');
  await expect(ann.line('I am here, too')).toHaveCount(1);
  await bob.page.keyboard.press('Alt+n');
  await bob.say('Only for Ann');
  await expect(ann.line('Only for Ann')).toBeVisible();

  // Who leaves is told who stays.
  await ann.page.getByRole('button', { name: 'More' }).click();
  await ann.page.getByRole('menuitem', { name: 'Leave the conference' }).click();
  await expect(ann.page.getByRole('alertdialog')).toContainText('Bob');
  await ann.page.getByRole('button', { name: 'Leave the conference' }).click();
  await visitor.hears('AgentLeftConference');
  await expect(ann.row('Ada')).toHaveCount(0);
  await bob.page.keyboard.press('Alt+l');
  await bob.say('Now it is me');
  const heard = visitor.messages.filter((one) => one.type === 'ChatMessage');
  expect(heard.map((one) => one.message.text)).not.toContain('Only for Ann');
});

test('a whisper is shown apart and the visitor does not see it', async ({ world }) => {
  const sam = await world.apiAgent('sam');
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await sam.call('POST', `chats/${visitor.id}/whispers`, { text: 'Offer 10 percent' });
  const line = ann.page.locator('.chats-line[data-whisper]', { hasText: 'Offer 10 percent' });
  await expect(line).toContainText('only agents see this');
  await ann.say('We give you 10 percent');
  expect((await visitor.hears('ChatMessage')).text).toBe('We give you 10 percent');
  expect(JSON.stringify(visitor.messages)).not.toContain('Offer 10 percent');
});

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(400, 7),
]);

test('files both ways', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');

  await ann.page.getByRole('button', { name: 'More' }).click();
  await ann.page.getByRole('menuitem', { name: 'Ask for a file' }).click();
  const asked = await visitor.hears('FileTransfer');
  await expect(ann.page.getByText('The visitor is asked for a file.')).toBeVisible();
  expect(await visitor.upload(asked, 'receipt.png', png, 'image/png')).toContain('Success');
  await expect(ann.page.getByText('The visitor is asked for a file.')).toBeHidden();
  const received = ann.log.getByRole('link', { name: /receipt\.png/ });
  await expect(received).toContainText('408 byte');
  const [download] = await Promise.all([ann.page.waitForEvent('download'), received.click()]);
  expect(download.suggestedFilename()).toBe('receipt.png');

  await ann.page.locator('input[type="file"]').setInputFiles({
    name: 'offer.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Ten percent off'),
  });
  await expect(ann.log.getByRole('link', { name: /offer\.txt/ })).toBeVisible();
  const told = String((await visitor.hears('ChatMessage')).text);
  const link = /https?:\/\/\S+/.exec(told)?.[0] ?? '';
  expect(await (await fetch(new URL(new URL(link).pathname, world.server.url))).text()).toBe(
    'Ten percent off',
  );

  // A kind that is not allowed says so and can be put away.
  ann.expectTrouble(/400/);
  await ann.page.locator('input[type="file"]').setInputFiles({
    name: 'run.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from('MZ not allowed'),
  });
  const failed = ann.log.locator('.chats-line[data-pending="failed"]');
  await expect(failed).toContainText('run.exe');
  await failed.getByRole('button', { name: 'Cancel' }).click();
  await expect(failed).toHaveCount(0);
});

test('an asked file is taken back', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.page.getByRole('button', { name: 'More' }).click();
  await ann.page.getByRole('menuitem', { name: 'Ask for a file' }).click();
  expect((await visitor.hears('FileTransfer')).type).toBe('Requested');
  await ann.page.locator('.chats-banner').getByRole('button', { name: 'Cancel' }).click();
  expect((await visitor.hears('FileTransfer')).type).toBe('Canceled');
  await expect(ann.page.getByText('The visitor is asked for a file.')).toBeHidden();
});

test.describe('with room for one chat', () => {
  test.use({ organization: { annCapacity: 1 } });

  test('positions in the queue are shown on both sides', async ({ world }) => {
    const ann = await world.agent('ann');
    const first = await world.visitor('Ada');
    await ann.accept('Ada');
    const second = await world.visitor('Grace');
    const third = await world.visitor('Hedy');
    expect((await second.hears('ChatRequestSuccess')).queuePosition).toBe(1);
    expect((await third.hears('ChatRequestSuccess')).queuePosition).toBe(2);
    const queue = ann.page.getByRole('region', { name: 'In the queue' }).getByRole('listitem');
    await expect(queue).toHaveText([/^1\s*Grace/, /^2\s*Hedy/]);
    await expect(ann.page.getByRole('list', { name: 'Queues' })).toContainText(/Billing\s*2/);
    await first.end();
    await ann.accept('Grace');
    expect((await third.hears('QueueUpdate')).position).toBe(1);
    await expect(queue).toHaveText([/^1\s*Hedy/]);
  });
});

test.describe('with a critical wait of two seconds', () => {
  test.use({ organization: { criticalWait: 2 } });

  test('a chat that waits too long is marked until it is answered', async ({ world }) => {
    const ann = await world.agent('ann');
    const visitor = await world.visitor('Ada');
    await ann.accept('Ada');
    await visitor.say('Hello?');
    await expect(ann.row('Ada')).toHaveAttribute('data-critical', 'true');
    await expect(ann.page.locator('.chats-head')).toContainText('late');
    await ann.say('Sorry for the wait');
    await expect(ann.row('Ada')).not.toHaveAttribute('data-critical', 'true');
  });
});
