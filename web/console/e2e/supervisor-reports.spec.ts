import { readFile } from 'node:fs/promises';
import { past, supervisor } from './supervisor-support';
import { expect, test } from './support/test';

test('transcripts are found, read and exported', async ({ world }) => {
  const { refund } = await past(world);
  const { page } = await supervisor(world, '/supervisor/transcripts');
  const results = page.getByRole('listbox', { name: 'Found transcripts' });
  await expect(results.getByRole('option')).toHaveCount(3);
  const search = page.getByRole('searchbox', { name: 'Search transcripts' });
  await search.fill('agent:ann button:billing after:today "refund"');
  await search.press('Enter');
  await expect(results.getByRole('option')).toHaveCount(1);
  await expect(page).toHaveURL(/q=agent/);
  const filters = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(filters).toHaveCount(4);
  await expect(filters.nth(1)).toContainText('Billing');

  await results.getByRole('option', { name: /Grace/ }).click();
  const reading = page.getByRole('article', { name: 'Transcript' });
  await expect(page).toHaveURL(new RegExp(`/transcripts/${refund.id}\\?q=`));
  await expect(reading.locator('.sup-line[data-kind="visitor"]')).toHaveText(/I want a refund/);
  await expect(reading.locator('.sup-line[data-kind="agent"]')).toHaveText(/Here it is/);
  await expect(reading.locator('.sup-line[data-kind="whisper"]')).toHaveText(/She is right/);
  await expect(reading.getByRole('definition').filter({ hasText: refund.id })).toBeVisible();
  await reading.getByRole('switch', { name: 'Events' }).focus();
  await page.keyboard.press('Space');
  await expect(reading.locator('.sup-line[data-kind="event"]')).toHaveCount(0);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'NDJSON' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ chatKey: refund.id, visitorName: 'Grace' });
  const csv = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect(await readFile(await (await csv).path(), 'utf8')).toContain('I want a refund');

  // Without the text the agent's other chat is found, too.
  await filters.getByRole('button', { name: 'Remove “Text: refund”' }).click();
  await expect(results.getByRole('option')).toHaveCount(2);
});

test('a query that is not understood says why and finds nothing', async ({ world }) => {
  await past(world);
  const { page } = await supervisor(world, '/supervisor/transcripts?q=agent%3Azoe');
  await expect(page.getByText('“agent:zoe”: nothing has that name.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'Completed', exact: true }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('status:Completed');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
});

test('a transcript has an address of its own, and prints without the search', async ({ world }) => {
  const { refund } = await past(world);
  const { page } = await supervisor(world, `/supervisor/transcripts/${refund.id}`);
  const reading = page.getByRole('article', { name: 'Transcript' });
  await expect(reading.getByText('I want a refund')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(reading.getByText('I want a refund')).toBeVisible();
  await expect(reading.getByText('Chat key')).toBeVisible();
});

test('charts have words and a table, and follow the theme', async ({ world }) => {
  await past(world);
  const { page } = await supervisor(world, '/supervisor/trends');
  const volume = page.getByRole('figure', { name: 'Requests' });
  await expect(volume.getByText('Requests: 3, answered: 2, abandoned: 1.')).toBeVisible();
  const canvas = volume.locator('canvas');
  await expect(canvas).toBeVisible();
  const picture = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
  const light = await picture();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await expect.poll(picture).not.toBe(light);
  await volume.getByRole('button', { name: 'Show as table' }).click();
  await expect(canvas).toBeHidden();
  const rows = volume.getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(33);
  const counted = await volume.getByRole('gridcell').allInnerTexts();
  expect(counted.map(Number).reduce((sum, count) => sum + (count || 0), 0)).toBe(6);
});

test("agents' sessions are listed for the days that are asked for", async ({ world }) => {
  const ann = await (await world.apiAgent('ann')).online();
  await ann.call('PUT', 'me/presence', { state: 'Offline', reason: '' });
  await (await world.apiAgent('bob')).online();
  const { page } = await supervisor(world, '/supervisor/sessions');
  const table = page.getByRole('grid', { name: 'Agents’ sessions' });
  await expect(table.getByRole('row', { name: /Bob/ })).toContainText('Still there');
  await expect(table.getByRole('row', { name: /Ann/ })).not.toContainText('Still there');
  await page.getByLabel('To').fill('2020-01-02');
  await page.getByLabel('From').fill('2020-01-01');
  await expect(page.getByText('Nobody was at work in these days.')).toBeVisible();
});
