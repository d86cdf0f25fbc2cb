import { type AdminPage, admin } from './admin-support';
import {
  type agents,
  buttons,
  deploymentId,
  organizationId,
  password,
} from './support/organization';
import { expect, test } from './support/test';

const idOf = (url: string) => url.split('/').at(-1) ?? '';

// Fills the form of a new object and creates it. Returns its id.
async function create(page: AdminPage, kind: string, one: string, fill: () => Promise<void>) {
  await page.open(`/${kind}`);
  await page.page
    .getByRole('link', { name: `New ${one}`, exact: true })
    .first()
    .click();
  await fill();
  await page.page.getByRole('button', { name: 'Create' }).click();
  await expect(page.page.getByText('All is saved.')).toBeVisible();
  await expect(page.page).toHaveURL(new RegExp(`/admin/${kind}/[0-9A-Za-z]{15}$`));
  return idOf(page.page.url());
}

test('what an administrator makes answers a visitor', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await create(ada, 'skills', 'skill', () =>
    page.getByLabel('Name', { exact: true }).fill('Returns'),
  );
  const deployment = await create(ada, 'deployments', 'deployment', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Returns site');
    await ada.field('allowedOrigins').getByRole('textbox').fill('https://shop.example');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Allowed origins' })).toContainText('shop.example');
  });
  const button = await create(ada, 'buttons', 'button', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Send it back');
    await ada.pick('skills', 'Returns');
    await page.getByLabel('Greeting').fill('Welcome to returns!');
  });
  await expect(page.locator('.admin-look').first()).toContainText('Send it back');
  await expect(page.locator('pre').first()).toContainText(`liveagent.showWhenOnline('${button}'`);
  await expect(page.getByText('Offline now')).toBeVisible();

  await create(ada, 'agents', 'agent', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Nora');
    await page.getByLabel('Username').fill('nora');
    await ada.pick('skills', 'Returns');
  });
  await expect(page.getByText('This agent cannot sign in yet.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('This agent cannot sign in yet.')).toBeHidden();

  await create(ada, 'agent-configs', 'agent configuration', async () => {
    await page.getByLabel('Name', { exact: true }).fill('One at a time');
    await ada.pick('agents', 'Nora');
    await page.getByLabel('Capacity').fill('1');
    await page.getByLabel('Agents’ name for visitors').fill('The returns desk');
  });

  const nora = await world.browser();
  await nora.signIn('nora' as keyof typeof agents);
  await nora.online();
  await expect(nora.page.locator('.shell-capacity')).toContainText('0/1');
  await ada.open(`/buttons/${button}`);
  await expect(page.getByText('Online now')).toBeVisible();

  const visitor = await world.visitor('Grace', button);
  await nora.accept('Grace');
  const established = await visitor.hears('ChatEstablished');
  expect(established.name).toBe('The returns desk');
  const greeting = await visitor.hears('ChatMessage');
  expect(greeting.text).toBe('Welcome to returns!');
  await nora.say('What do you want to send back?');
  expect((await visitor.hears('ChatMessage')).text).toBe('What do you want to send back?');

  await ada.open(`/buttons/${button}`);
  ada.agent.expectTrouble(/409/);
  await ada.remove();
  await expect(ada.refusal).toContainText('It still has open chats');
  await visitor.end();
  expect(deployment).toMatch(/^572/);
});

test('a deployment is tested by a visitor who is played', async ({ world }) => {
  const ada = await admin(world);
  await ada.open(`/deployments/${deploymentId}`);
  await ada.agent.online();
  await ada.page.getByRole('button', { name: 'Test this deployment' }).click();
  await expect(ada.page).toHaveURL(/\/chats/);
  const simulator = ada.page.getByRole('complementary', { name: 'Simulated visitor' });
  await expect(simulator).toBeVisible();
  await ada.agent.accept('Ada Lovelace');
  await expect(ada.agent.line('Where is my order 1001?')).toBeVisible();
});

test('a bot gets a key that is shown once, and it holds until it is removed', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await create(ada, 'agents', 'agent', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Echo');
    await page.getByLabel('Username').fill('echo');
    await ada.choose('kind', 'Bot');
  });
  await page.getByRole('button', { name: 'Make an API key' }).click();
  await expect(page.getByText('It is shown this once.')).toBeVisible();
  const key = (await page.getByRole('region', { name: 'API key' }).textContent()) ?? '';
  const me = (token: string) =>
    fetch(`${world.server.url}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
  const known = await me(key);
  expect(known.status).toBe(200);
  expect(((await known.json()) as { agent: { username: string } }).agent.username).toBe('echo');

  await page.reload();
  await expect(page.getByText('This bot has a key.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText(key);
  await page.getByRole('button', { name: 'Remove the key' }).click();
  expect((await me(key)).status).toBe(200);
  await page.getByRole('button', { name: 'Remove? The bot is cut off' }).click();
  await expect(page.getByRole('button', { name: 'Make an API key' })).toBeVisible();
  expect((await me(key)).status).toBe(401);
});

test('business hours close a button', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await create(ada, 'business-hours', 'business hours', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Never today');
    await ada.pickOne('timeZone', 'Berlin', 'Europe/Berlin');
    await page.getByRole('button', { name: 'Always open' }).click();
    await expect(page.getByText('Open now')).toBeVisible();
    await page.getByRole('button', { name: 'Add a date' }).click();
    await page.getByLabel('Date', { exact: true }).fill(todayIn('Europe/Berlin'));
    await expect(page.getByText('Closed now')).toBeVisible();
  });
  await ada.open(`/buttons/${buttons.billing}`);
  await expect(page.getByText('Offline now')).toBeVisible();
  await world.agent('ann');
  await expect(page.getByText('Online now')).toBeVisible();
  await ada.pickOne('businessHours', 'Never', 'Never today');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('All is saved.')).toBeVisible();
  await expect(page.getByText('Offline now')).toBeVisible();
});

test('hours that go over midnight are typed, kept and read again', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  const id = await create(ada, 'business-hours', 'business hours', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Night');
    await page.getByRole('button', { name: 'Saturday: add a range' }).click();
    await page.getByLabel('Saturday: from').fill('22');
    await page.getByLabel('Saturday: to').fill('230');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Saturday: to')).toHaveValue('02:30');
    await expect(page.getByText('next day')).toBeVisible();
  });
  const api = await world.apiAgent('ada');
  const made = await api.call<{ weekly: string[] }>('GET', `admin/business-hours/${id}`);
  expect(made.weekly).toEqual(['Sat 22:00-02:30']);
});

test('a sensitive data rule is tried, and does what was seen', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await create(ada, 'sensitive-data-rules', 'sensitive data rule', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Cards');
    await page.getByLabel('Pattern', { exact: true }).fill('\\d{4} \\d{4} \\d{4} (\\d{4})');
    await page.getByLabel('Replace by').fill('card $1');
    await page.getByText('In force').click();
    await page.getByLabel('Sample text').fill('It is 4111 1111 1111 1234.');
    await expect(page.getByTestId('outcome')).toHaveText('It is card 1234.');
    await page.getByLabel('Supervisors').uncheck();
  });
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Grace');
  await ann.accept('Grace');
  await visitor.say('It is 4111 1111 1111 1234.');
  await expect(ann.line('It is card 1234.')).toBeVisible();

  await page.getByLabel('Pattern', { exact: true }).fill('(a+)+$');
  await page.getByLabel('Sample text').fill(`${'a'.repeat(40)}!`);
  await expect(page.getByText('The pattern takes too long on this text.')).toBeVisible();
  await page.getByLabel('Pattern', { exact: true }).fill('(?=x)');
  ada.agent.expectTrouble(/400/);
  await page.getByRole('button', { name: 'Save' }).click();
  // The server's word, at its field.
  await expect(ada.field('pattern').locator('.ui-field__error')).toContainText(/look/i);
  await ada.discard();
});

test('quick texts stand in folders and have placeholders', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await create(ada, 'quick-texts', 'quick text', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Farewell');
    await page.getByLabel('Message', { exact: true }).fill('Goodbye ');
    await page.getByRole('button', { name: 'Insert {visitor.name}' }).click();
    await expect(page.getByLabel('Message', { exact: true })).toHaveValue('Goodbye {visitor.name}');
    await expect(page.locator('.admin-talk__line')).toHaveText('Goodbye Ada Lovelace');
    await ada.pickOne('folder', 'Beg', 'Begin');
  });
  await ada.open('/quick-texts');
  await ada.page.getByRole('button', { name: /Folder: any/ }).click();
  await page.getByRole('option', { name: 'Money' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /Money/ }).click();
  await page.getByRole('option', { name: 'Begin' }).click();
  await expect(page.getByRole('rowheader')).toHaveText(['Farewell', 'Greeting']);
});

test('an address is blocked', async ({ world }) => {
  const ada = await admin(world);
  await create(ada, 'blocking-rules', 'blocking rule', async () => {
    await ada.page.getByLabel('Address').fill('127.0.0.9');
    await ada.page.getByLabel('To', { exact: true }).fill('127.0.0.1');
    await expect(ada.page.getByText('The end is before the beginning.')).toBeVisible();
    await ada.page.getByLabel('Address').fill('127.0.0.0');
    await expect(ada.page.getByText('The end is before the beginning.')).toBeHidden();
  });
  const visitor = await world.visitor('Mallory');
  expect((await visitor.hears('ChatRequestFail')).reason).toBe('Blocked');
});

test('the organization has another name', async ({ world }) => {
  const ada = await admin(world);
  await ada.open('/organization');
  await ada.page.getByLabel('Name', { exact: true }).fill('Acme & sons');
  await ada.page.keyboard.press('Control+s');
  await expect(ada.page.getByText('All is saved.')).toBeVisible();
  const api = await world.apiAgent('ada');
  expect(await api.call('GET', 'admin/organization')).toEqual({
    id: organizationId,
    name: 'Acme & sons',
  });
});

function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now());
}
