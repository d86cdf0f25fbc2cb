import { agentRow, chatRow, engaged, figure, supervisor } from './supervisor-support';
import { buttons } from './support/organization';
import { expect, test } from './support/test';

test.use({ organization: { criticalWait: 1 } });

test('an agent is put into another state', async ({ world }) => {
  const ann = await world.agent('ann');
  await world.visitor('Grace');
  await ann.accept('Grace');
  const { page } = await supervisor(world);
  const row = agentRow(page, 'Ann');
  await expect(row).toContainText('Online');
  await expect(row.getByRole('img', { name: '1 of 5 chats' })).toBeVisible();

  const menu = row.getByRole('button', { name: 'Set the state of Ann' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Away…' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Training');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Away · Training');
  await expect(ann.page.locator('.shell-status[data-state="Away"]')).toContainText('Training');

  await menu.click();
  await page.getByRole('menuitem', { name: 'Offline' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Put Ann offline' });
  await expect(dialog).toContainText('One chat is open.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(row).toContainText('Away · Training');

  await menu.click();
  await page.getByRole('menuitem', { name: 'Online' }).click();
  await expect(row).toContainText('Online');
  await expect(ann.page.locator('.shell-status[data-state="Online"]')).toBeVisible();
});

test('the figures and tables follow what happens', async ({ world }) => {
  const { page } = await supervisor(world);
  await expect(page.getByText('No chat is open.')).toBeVisible();
  await expect(figure(page, 'waiting')).toHaveText('0');
  const ann = await (await world.apiAgent('ann')).online();
  await expect(figure(page, 'agents')).toHaveText('1');

  const visitor = await engaged(world, ann, 'Grace');
  await expect(chatRow(page, 'Grace')).toContainText('Engaged');
  await expect(chatRow(page, 'Grace')).toContainText('Ann');
  await expect(figure(page, 'engaged')).toHaveText('1');
  await visitor.say('Is anybody there?');
  await expect(figure(page, 'critical')).toContainText('1');
  await expect(chatRow(page, 'Grace')).toContainText('Critical wait');
  await ann.call('POST', `chats/${visitor.id}/messages`, { text: 'Yes' });
  await expect(figure(page, 'critical')).toHaveText('0');

  const bo = await world.visitor('Bo', buttons.choice);
  await expect(chatRow(page, 'Bo')).toContainText('Waiting');
  await expect(figure(page, 'waiting')).toContainText('1');
  const queue = page.getByRole('grid', { name: 'Queues' }).getByRole('row', { name: /Sales/ });
  await expect(queue).toContainText('1');
  await bo.end();
  await expect(chatRow(page, 'Bo')).toBeHidden();
  await expect(figure(page, 'waiting')).toHaveText('0');
  await expect(figure(page, 'abandoned')).toHaveText('1');
  await expect(figure(page, 'service')).toHaveText('100%');
  await visitor.end();
  await expect(page.getByText('No chat is open.')).toBeVisible();
});

test('columns that were hidden stay hidden', async ({ world }) => {
  const { page } = await supervisor(world);
  const header = page
    .getByRole('grid', { name: 'Queues' })
    .getByRole('columnheader', { name: 'Estimated wait' });
  await expect(header).toBeVisible();
  await page.getByRole('button', { name: 'Columns of “Queues”' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Estimated wait' }).click();
  await page.keyboard.press('Escape');
  await expect(header).toBeHidden();
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Queues' })).toBeVisible();
  await expect(header).toBeHidden();
});
