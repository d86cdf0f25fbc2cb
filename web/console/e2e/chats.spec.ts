import { expect, test } from './support/test';

test('five chats at once', async ({ world }) => {
  const ann = await world.agent('ann');
  const names = ['Ada', 'Bo', 'Cem', 'Dee', 'Eve'];
  const visitors = [];
  for (const name of names) {
    visitors.push(await world.visitor(name));
    await ann.accept(name);
    await expect(ann.request(name)).toBeHidden();
  }
  await expect(ann.page.locator('.shell-capacity')).toContainText('5/5');
  for (const visitor of visitors) await visitor.say(`This is ${visitor.name}`);

  // Only the chat in view is read.
  for (const name of names.slice(0, 4)) {
    await expect(ann.row(name).locator('.ui-badge')).toContainText('1');
  }
  await expect(ann.row('Eve').locator('.ui-badge')).toHaveCount(0);
  await expect(ann.page).toHaveTitle(/^\(4\)/);

  // A draft stays with its chat.
  await ann.composer.fill('half a sentence for Eve');
  for (const [index, name] of names.entries()) {
    if (name === 'Eve') continue;
    await ann.row(name).click();
    await expect(ann.line(`This is ${name}`)).toBeVisible();
    await expect(ann.composer).toHaveValue('');
    await ann.say(`Hello ${name}`);
    expect((await visitors[index]?.hears('ChatMessage'))?.text).toBe(`Hello ${name}`);
    await expect(ann.row(name).locator('.ui-badge')).toHaveCount(0);
  }
  await expect(ann.row('Eve')).toContainText('Draft');
  await ann.row('Eve').click();
  await expect(ann.composer).toHaveValue('half a sentence for Eve');
  await ann.page.reload();
  await expect(ann.composer).toHaveValue('half a sentence for Eve');
  await expect(ann.line('This is Eve')).toBeVisible();
  await expect(ann.page.locator('a.chats-row')).toHaveCount(5);
  await expect(ann.page).toHaveTitle(/^Console/);
});

test('a request never takes the focus and counts down', async ({ world }) => {
  const ann = await world.agent('ann');
  await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.composer.pressSequentially('I am wri');
  await world.visitor('Grace');
  await expect(ann.request('Grace')).toBeVisible();
  await expect(ann.request('Grace')).toContainText(/0:[12]\d left/);
  await expect(ann.composer).toBeFocused();
  await ann.page.keyboard.type('ting');
  await expect(ann.composer).toHaveValue('I am writing');
  await expect(ann.page).toHaveTitle(/● 1 waiting/);
});

test('declined requests go to the next agent', async ({ world }) => {
  const ann = await world.agent('ann');
  await world.visitor('Grace');
  await expect(ann.request('Grace')).toBeVisible();
  const bob = await world.agent('bob');
  await ann
    .request('Grace')
    .getByRole('button', { name: /^Decline/ })
    .click();
  await expect(ann.request('Grace')).toBeHidden();
  await bob.accept('Grace');
});

test('of two who accept one gets the chat and the other is told', async ({ world }) => {
  const { buttons } = await import('./support/organization');
  const ann = await world.agent('ann');
  const bob = await world.agent('bob');
  bob.expectTrouble(/409/);
  ann.expectTrouble(/409/);
  await world.visitor('Grace', buttons.choice);
  const take = { name: 'Take' };
  await expect(ann.page.getByRole('button', take)).toBeVisible();
  await expect(bob.page.getByRole('button', take)).toBeVisible();
  await Promise.all([
    ann.page.getByRole('button', take).click(),
    bob.page.getByRole('button', take).click(),
  ]);
  await expect(ann.page.getByRole('button', take)).toBeHidden();
  await expect(bob.page.getByRole('button', take)).toBeHidden();
  const counts = [await ann.row('Grace').count(), await bob.row('Grace').count()];
  expect(counts.sort()).toEqual([0, 1]);
  const loser = (await ann.row('Grace').count()) === 0 ? ann : bob;
  await expect(
    loser.page.getByText(/Grace.*(another agent|could not be accepted)/).first(),
  ).toBeVisible();
});

test('the visitor’s typing and sneak peek are shown above the composer and in the list', async ({
  world,
}) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await visitor.types('i think my card was char');
  await expect(ann.page.getByTestId('sneak-peek')).toContainText('i think my card was char');
  await expect(ann.row('Ada')).toContainText('i think my card was char');
  await visitor.say('i think my card was charged twice');
  await expect(ann.page.getByTestId('sneak-peek')).toBeHidden();
  await expect(ann.line('charged twice')).toHaveCount(1);
  await ann.composer.pressSequentially('Let me look');
  await visitor.hears('AgentTyping');
});

test('a chat ends after a moment in which that can be undone', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.page.getByRole('button', { name: 'End', exact: true }).click();
  await ann.page.getByRole('button', { name: 'Undo' }).click();
  await visitor.say('Still here');
  await expect(ann.line('Still here')).toBeVisible();
  await ann.say('Good');

  await ann.page.getByRole('button', { name: 'End', exact: true }).click();
  await visitor.hears('ChatEnded');
  await expect(ann.page.getByText(/Wrap-up/)).toBeVisible();
  await expect(ann.row('Ada')).toContainText('ended');
  await ann.page.reload();
  await expect(ann.row('Ada')).toContainText('ended');
  await ann.page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(ann.row('Ada')).toHaveCount(0);
});

test('a visitor who leaves ends the chat without a question', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await visitor.say('Bye');
  await expect(ann.line('Bye')).toBeVisible();
  await visitor.end();
  await expect(ann.page.getByText('The visitor has left.').first()).toBeVisible();
  await ann.page.keyboard.press('Alt+e');
  await expect(ann.row('Ada')).toHaveCount(0);
});

test('quick texts open by a slash and fill the visitor’s name', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.composer.pressSequentially('/gree');
  await expect(ann.page.getByRole('option', { name: /Greeting/ })).toBeVisible();
  await ann.page.keyboard.press('Enter');
  await expect(ann.composer).toHaveValue('Good day, Ada! How can I help with {topic}?');
  // The blank is selected: what is typed replaces it.
  await ann.page.keyboard.type('the invoice');
  await ann.page.keyboard.press('Enter');
  expect((await visitor.hears('ChatMessage')).text).toBe(
    'Good day, Ada! How can I help with the invoice?',
  );
  await ann.composer.pressSequentially(';;refund');
  await ann.page.keyboard.press('Enter');
  await expect(ann.composer).toHaveValue('You get your money back within 30 days.');
});

test('details and pages of the visitor are live', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  const person = ann.page.getByRole('complementary', { name: 'Visitor' });
  await expect(person).toContainText('ada@example.com');
  await expect(person).toContainText('127.0.0.1');
  await person.getByRole('tab', { name: 'Pages' }).click();
  const response = await fetch(`${world.server.url}/chat/rest/Visitor/Breadcrumb`, {
    method: 'POST',
    headers: visitor.credentials(),
    body: JSON.stringify({ location: 'https://shop.example/checkout' }),
  });
  expect(response.status).toBe(200);
  await expect(person).toContainText('https://shop.example/checkout');
});

test('an address leads to one chat', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await expect(ann.page).toHaveURL(new RegExp(`/chats/${visitor.id}$`));
  await ann.page.goto(ann.url('/chats'));
  await ann.page.goto(ann.url(`/chats/${visitor.id}`));
  await expect(ann.page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
});

test('what a visitor said before can be read, also by its address', async ({ world }) => {
  const ann = await world.agent('ann');
  const before = await world.visitor('Ada');
  await ann.accept('Ada');
  await before.say('The first time');
  await expect(ann.line('The first time')).toBeVisible();
  await before.end();
  await ann.page.getByRole('button', { name: 'Close', exact: true }).click();

  const again = await world.visitor('Ada', undefined, {
    trackingId: await before.visitorId(),
  });
  await ann.accept('Ada');
  const person = ann.page.getByRole('complementary', { name: 'Visitor' });
  await person.getByRole('tab', { name: 'Past' }).click();
  await person.getByRole('button', { name: /completed/ }).click();
  const dialog = ann.page.getByRole('dialog', { name: 'Past chat' });
  await expect(dialog.getByText('The first time')).toBeVisible();
  await ann.page.keyboard.press('Escape');
  await again.say('The second time');
  await expect(ann.line('The second time')).toBeVisible();

  await ann.page.goto(ann.url(`/chats/${before.id}`));
  await expect(ann.line('The first time')).toBeVisible();
  await expect(ann.composer).toHaveCount(0);
});

test('a flag is raised and lowered', async ({ world }) => {
  const sam = await world.apiAgent('sam');
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.page.keyboard.press('Alt+f');
  await ann.page.getByLabel('What do you need?').fill('A refund above my limit');
  await ann.page.keyboard.press('Enter');
  await expect(ann.row('Ada')).toContainText('Flag raised');
  const seen = await sam.call<{ isFlagRaised: boolean }>('GET', `chats/${visitor.id}`);
  expect(seen.isFlagRaised).toBe(true);
  await sam.call('POST', `chats/${visitor.id}/flag`, { isRaised: false });
  await expect(ann.row('Ada')).not.toContainText('Flag raised');
});

test('a blocked visitor is gone and does not come back', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  await ann.page.getByRole('button', { name: 'More' }).click();
  await ann.page.getByRole('menuitem', { name: /Block/ }).click();
  await expect(ann.page.getByRole('alertdialog')).toContainText('127.0.0.1');
  await ann.page.getByRole('button', { name: 'Block and end' }).click();
  await visitor.hears('ChatEnded');
  const again = await world.visitor('Ada');
  expect((await again.hears('ChatRequestFail')).reason).toBe('Blocked');
});

test('what is unread is cleared in all tabs, and one of them rings', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Ada');
  await ann.accept('Ada');
  const second = await ann.context.newPage();
  ann.watch(second);
  await second.goto(ann.url('/chats'));
  await expect(second.locator('a.chats-row', { hasText: 'Ada' })).toBeVisible();
  const locks = await second.evaluate(async () => {
    const { held, pending } = await navigator.locks.query();
    const ours = (list: LockInfo[] | undefined) =>
      (list ?? []).filter((lock) => lock.name === 'rejoinder-console-leader').length;
    return { held: ours(held), pending: ours(pending) };
  });
  expect(locks).toEqual({ held: 1, pending: 1 });
  // Nobody looks at the chat: it becomes unread in both.
  await ann.page.goto(ann.url('/chats'));
  await visitor.say('Anybody?');
  await expect(ann.row('Ada').locator('.ui-badge')).toContainText('1');
  await expect(second.locator('.ui-badge')).toContainText('1');
  await ann.row('Ada').click();
  await expect(ann.row('Ada').locator('.ui-badge')).toHaveCount(0);
  await expect(second.locator('.ui-badge')).toHaveCount(0);
});
