import { type AdminPage, admin } from './admin-support';
import { buttons } from './support/organization';
import { expect, test } from './support/test';

const skill = '0C5000000000001';

async function rename(ada: AdminPage, name: string): Promise<void> {
  await ada.page.getByLabel('Name', { exact: true }).fill(name);
}

test('what is changed is marked, undone, discarded and saved', async ({ world }) => {
  const ada = await admin(world);
  await ada.open(`/buttons/${buttons.billing}`);
  await expect(ada.page.getByText('All is saved.')).toBeVisible();
  await rename(ada, 'Invoices');
  await ada.field('hasQueue').getByText('Visitors may wait').click();
  await expect(ada.page.getByText('2 changes are not saved.')).toBeVisible();
  await expect(ada.field('overallQueueLength')).toBeHidden();
  await ada.page.getByRole('button', { name: 'Undo: Visitors may wait' }).click();
  await expect(ada.page.getByText('One change is not saved.')).toBeVisible();
  await ada.discard();
  await expect(ada.page.getByLabel('Name', { exact: true })).toHaveValue('Billing');
  await rename(ada, 'Invoices');
  await ada.save();
  await expect(ada.page.getByText('All is saved.')).toBeVisible();
  const api = await world.apiAgent('ada');
  expect(await api.call('GET', `admin/buttons/${buttons.billing}`)).toMatchObject({
    name: 'Invoices',
    hasQueue: true,
  });
});

test('two tabs that save the same button meet', async ({ world }) => {
  const first = await admin(world);
  const second = await admin(world);
  for (const tab of [first, second]) await tab.open(`/buttons/${buttons.billing}`);
  await rename(first, 'Theirs');
  await first.page.getByLabel('Language', { exact: true }).fill('de_DE');
  await first.save();
  await expect(first.page.getByText('All is saved.')).toBeVisible();

  await rename(second, 'Mine');
  await second.page.getByLabel('Greeting', { exact: true }).fill('Hello from me');
  second.agent.expectTrouble(/412/);
  await second.save();
  const dialog = second.page.getByRole('dialog', { name: 'Somebody else has saved this too' });
  await expect(dialog.locator('[data-conflict]')).toHaveCount(3);
  const row = (name: string) => dialog.locator(`[data-conflict="${name}"]`);
  await expect(row('name')).toContainText('changed by both');
  await expect(row('name')).toContainText('Billing');
  await expect(row('name').getByRole('radio', { name: /Yours Mine/ })).toBeChecked();
  await expect(row('language').getByRole('radio', { name: /Theirs de_DE/ })).toBeChecked();
  await row('name')
    .getByRole('radio', { name: /Theirs/ })
    .check();
  await dialog.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(dialog).toBeHidden();
  await expect(second.page.getByText('All is saved.')).toBeVisible();
  const api = await world.apiAgent('ada');
  expect(await api.call('GET', `admin/buttons/${buttons.billing}`)).toMatchObject({
    name: 'Theirs',
    language: 'de_DE',
    autoGreeting: 'Hello from me',
  });

  // The first tab learns of it when it is looked at, and may overwrite.
  await rename(first, 'Overwritten');
  first.agent.expectTrouble(/412/);
  await first.save();
  const again = first.page.getByRole('dialog', { name: 'Somebody else has saved this too' });
  await again.getByRole('button', { name: 'Take all of theirs' }).click();
  await expect(first.page.getByLabel('Name', { exact: true })).toHaveValue('Theirs');
  await expect(first.page.getByLabel('Greeting', { exact: true })).toHaveValue('Hello from me');
  await expect(first.page.getByText('All is saved.')).toBeVisible();
});

test('unsaved changes are not lost by leaving', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await ada.open('/skills');
  await page.getByRole('row', { name: /Support/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support');
  await rename(ada, 'Help');
  const dialog = page.getByRole('alertdialog', { name: 'There are unsaved changes' });

  // By a link of the administration, by the top bar, by the browser's button.
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('link', { name: 'Chats', exact: true }).click();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await page.goBack();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`/admin/skills/${skill}$`));
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Help');

  // Another language makes the page anew.
  await page.locator('.shell-user').click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(page.getByText('Eine Änderung ist nicht gespeichert.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Help');
  await page.locator('.shell-user').click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByText('One change is not saved.')).toBeVisible();

  // By closing the tab.
  let asked = '';
  page.once('dialog', (one) => {
    asked = one.type();
    void one.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe('beforeunload');

  await page.goBack();
  await dialog.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(page).toHaveURL(/\/admin\/skills$/);
  await expect(page.getByRole('row', { name: /Support/ })).toBeVisible();
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible();
});

test('deleting takes a second press, and is refused with a reason', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await ada.open(`/skills/${skill}`);
  await expect(page.getByRole('region', { name: 'Used by' })).toContainText('Billing');
  ada.agent.expectTrouble(/409/);
  await ada.remove();
  await expect(ada.refusal).toContainText('573000000000001 still names it');
  await ada.refusal.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Billing');

  const refunds = '0C5000000000002';
  await ada.open(`/skills/${refunds}`);
  await expect(page.getByText('Nothing names it.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Delete for good?' })).toBeVisible();
  const api = await world.apiAgent('ada');
  await api.call('GET', `admin/skills/${refunds}`);
  await page.getByRole('button', { name: 'Delete for good?' }).click();
  await expect(page).toHaveURL(/\/admin\/skills$/);
  await expect(page.getByRole('row', { name: /Refunds/ })).toBeHidden();
  await expect(api.call('GET', `admin/skills/${refunds}`)).rejects.toThrow(/404/);
});

test('a duplicate has all but what must be its own', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await ada.open(`/buttons/${buttons.choice}`);
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Sales (copy)');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('All is saved.')).toBeVisible();
  const api = await world.apiAgent('ada');
  const made = await api.call<object>('GET', `admin/buttons/${page.url().split('/').at(-1)}`);
  const source = await api.call<object>('GET', `admin/buttons/${buttons.choice}`);
  expect(made).toEqual({ ...source, id: expect.any(String), name: 'Sales (copy)' });
});

test('what is wrong is told at its field, by the form and by the server', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await ada.open('/agents/new');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(ada.field('name')).toContainText('This is needed.');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await rename(ada, 'Another Bob');
  await page.getByLabel('Username', { exact: true }).fill('b o b');
  await expect(ada.field('username')).toContainText('Must not have spaces.');
  await page.getByLabel('Capacity', { exact: true }).fill('1001');
  await expect(ada.field('capacity')).toContainText('Must be from 0 to 1,000.');
  await page.getByLabel('Capacity', { exact: true }).fill('4');
  await page.getByLabel('Username', { exact: true }).fill('bob');
  ada.agent.expectTrouble(/400/);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(ada.field('username')).toContainText('is the one of 005000000000002');
  await expect(page.getByLabel('Username', { exact: true })).toBeFocused();
  await ada.discard();
});

test('new objects begin as the server makes them', async ({ world }) => {
  const ada = await admin(world);
  const api = await world.apiAgent('ada');
  const least = {
    deployments: { name: 'x' },
    buttons: { name: 'x' },
    skills: { name: 'x' },
    agents: { name: 'x', username: 'x' },
    'agent-configs': { name: 'x' },
    'quick-texts': { name: 'x', message: 'x' },
    'sensitive-data-rules': { name: 'x', pattern: 'x', replacement: 'x' },
    'blocking-rules': { fromAddress: '192.0.2.1' },
    'business-hours': { name: 'x' },
  };
  for (const [kind, body] of Object.entries(least)) {
    const made = await api.call<Record<string, unknown>>('POST', `admin/${kind}`, body);
    await ada.open(`/${kind}/new`);
    await ada.page.getByText('As curl').click();
    const line = (await ada.page.getByRole('region', { name: 'As curl' }).textContent()) ?? '';
    const sent = JSON.parse(/-d '(.*)'$/s.exec(line)?.[1] ?? '') as Record<string, unknown>;
    const expected = Object.fromEntries(Object.keys(sent).map((name) => [name, made[name]]));
    expect({ ...sent, ...body }, kind).toEqual(expected);
  }
});

test('ids and snippets are copied', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await ada.open(`/buttons/${buttons.billing}`);
  await page.getByRole('button', { name: 'Copy the id' }).click();
  expect(await copied()).toBe('573000000000001');
  await page.getByRole('button', { name: '18 characters' }).click();
  await page.getByRole('button', { name: 'Copy the id' }).click();
  expect(await copied()).toBe('573000000000001AAA');
  await page.getByRole('button', { name: 'Copy: Snippet for a page' }).click();
  expect(await copied()).toContain("liveagent.init('http://");
  await page.getByRole('button', { name: 'Copy: The same by a plain request' }).click();
  const [, url = ''] = /'(http[^']*)'/.exec(await copied()) ?? [];
  const answer = await fetch(url, { headers: { 'X-LIVEAGENT-API-VERSION': '67' } });
  expect(await answer.json()).toMatchObject({ messages: [{ type: 'Availability' }] });
});

test('lists are searched, and a great one is shown in part', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  const api = await world.apiAgent('ada');
  for (let at = 0; at < 305; at += 1)
    await api.call('POST', 'admin/quick-texts', { name: `Text ${at}`, message: `No. ${at}` });
  await ada.open('/quick-texts');
  await expect(page.getByText('307 found')).toBeVisible();
  await expect(page.getByText('The first 300 of 307 are shown.')).toBeVisible();
  await page.getByLabel('Search', { exact: true }).fill('No. 304');
  await expect(page.getByRole('rowheader')).toHaveText(['Text 304']);
  await page.getByLabel('Search', { exact: true }).fill('nothing like it');
  await expect(page.getByText('Nothing fits.')).toBeVisible();
});
