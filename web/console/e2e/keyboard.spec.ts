import { organizationId, password } from './support/organization';
import { expect, test } from './support/test';

// Nothing here is clicked.
test('a shift by keyboard alone', async ({ world }) => {
  const ann = await world.browser();
  const { page } = ann;
  await page.goto(ann.url('/'));
  await expect(page.getByLabel('Organization')).toBeFocused();
  await page.keyboard.type(organizationId);
  await page.keyboard.press('Tab');
  await page.keyboard.type('ann');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('.shell-connection[data-state="open"]')).toBeVisible();

  // Online by the command menu.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('online');
  await page.keyboard.press('Enter');
  await expect(page.locator('.shell-status[data-state="Online"]')).toBeVisible();

  const ada = await world.visitor('Ada');
  const grace = await world.visitor('Grace');
  await expect(ann.request('Ada')).toBeVisible();
  await page.keyboard.press('Alt+a');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
  await expect(ann.composer).toBeFocused();
  await page.keyboard.type('Hello Ada');
  await page.keyboard.press('Enter');
  expect((await ada.hears('ChatMessage')).text).toBe('Hello Ada');
  await page.keyboard.press('ArrowUp');
  await expect(ann.composer).toHaveValue('Hello Ada');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');

  await expect(ann.request('Grace')).toBeVisible();
  await page.keyboard.press('Alt+a');
  await expect(page.getByRole('heading', { level: 1, name: 'Grace' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
  await page.keyboard.press('Alt+j');
  await expect(page.getByRole('heading', { level: 1, name: 'Grace' })).toBeVisible();
  await ada.say('Are you there?');
  await expect(ann.row('Ada').locator('.ui-badge')).toBeVisible();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();

  // Quick text, note, flag.
  await page.keyboard.type('/refund');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect((await ada.hears('ChatMessage')).text).toContain('30 days');
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('paid twice');
  await page.keyboard.press('Enter');
  await expect(page.locator('.chats-line[data-whisper]')).toContainText('paid twice');
  await page.keyboard.press('Alt+l');
  await page.keyboard.press('Alt+f');
  await page.keyboard.type('help');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(ann.row('Ada')).toContainText('Flag raised');
  await page.keyboard.press('Alt+f');
  await expect(ann.row('Ada')).not.toContainText('Flag raised');

  // Panes by F6, and back by Esc.
  await page.keyboard.press('F6');
  await expect(page.locator('.chats-person')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(ann.composer).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.locator('.chats-list')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ann.composer).toBeFocused();
  await page.keyboard.press('Alt+z');
  await expect(page.locator('.chats-person')).toBeHidden();
  await page.keyboard.press('Alt+z');
  await expect(page.locator('.chats-person')).toBeVisible();

  // Transfer to a colleague.
  const bob = await world.agent('bob');
  await page.keyboard.press('Alt+t');
  await expect(page.getByRole('option', { name: /Bob/ })).toBeVisible();
  await page.keyboard.type('bob');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('please take over');
  await page.keyboard.press('Control+Enter');
  await expect(bob.request('Ada')).toContainText('please take over');
  await bob.page.keyboard.press('Alt+a');
  await ada.hears('ChatTransferred');
  await expect(ann.row('Ada')).toHaveCount(0);

  // End, undo by keyboard, end again, close.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: 'Grace' })).toBeVisible();
  await page.keyboard.press('Alt+e');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('Alt+e');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await grace.say('Still there?');
  await expect(ann.line('Still there?')).toBeVisible();
  await page.keyboard.press('Alt+e');
  await grace.hears('ChatEnded');
  await expect(page.locator('.chats-wrap-up')).toBeVisible();
  await page.keyboard.press('Alt+e');
  await expect(page.locator('a.chats-row')).toHaveCount(0);
});

test('a shortcut is given another key, and keeps it', async ({ world }) => {
  const ann = await world.agent('ann');
  const { page } = ann;
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByRole('listitem')).not.toHaveCount(0);
  const change = dialog.getByRole('button', {
    name: 'Change the key of “Accept the oldest request”',
  });
  await change.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+d');
  await expect(dialog.getByRole('status')).toContainText(
    '“Decline the oldest request” has that key',
  );
  await page.keyboard.press('Alt+y');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Accept' })).toContainText('Alt Y');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('.shell-connection[data-state="open"]')).toBeVisible();
  await world.visitor('Ada');
  await expect(ann.request('Ada')).toBeVisible();
  await page.keyboard.press('Alt+a');
  await expect(ann.request('Ada')).toBeVisible();
  await page.keyboard.press('Alt+y');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
});
