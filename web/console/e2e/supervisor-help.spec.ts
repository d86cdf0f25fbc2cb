import { engaged, panel, supervisor, watch } from './supervisor-support';
import { agents, buttons } from './support/organization';
import { expect, test } from './support/test';

test.use({ organization: { criticalWait: 1 } });

test('a raised flag stands on top until it is lowered', async ({ world }) => {
  const ann = await (await world.apiAgent('ann')).online();
  await engaged(world, ann, 'Early');
  const visitor = await engaged(world, ann, 'Grace');
  const { page } = await supervisor(world);
  const rows = page.getByRole('grid', { name: 'Live chats' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Early');

  const flag = { isRaised: true, text: 'May I refund 500?' };
  await ann.call('POST', `chats/${visitor.id}/flag`, flag);
  const flags = page.getByRole('region', { name: 'Raised flags' });
  await expect(flags.getByText('May I refund 500?')).toBeVisible();
  await expect(flags.getByRole('status')).toHaveText('One agent asks for help');
  await expect(rows.nth(1)).toContainText('Grace');

  // Who comes later learns of it, too.
  const late = await supervisor(world);
  await expect(late.page.getByText('May I refund 500?')).toBeVisible();

  await flags.getByRole('button', { name: 'Watch' }).click();
  await expect(panel(page).getByText('Flag raised: May I refund 500?')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Lower flag' }).click();
  await expect(flags).toBeHidden();
  await expect(panel(page).getByRole('button', { name: 'Lower flag' })).toBeHidden();
  await expect(late.page.getByText('May I refund 500?')).toBeHidden();
  const details = await ann.call<{ isFlagRaised: boolean; entries: { type: string }[] }>(
    'GET',
    `chats/${visitor.id}`,
  );
  expect(details.isFlagRaised).toBe(false);
  expect(details.entries.at(-1)?.type).toBe('FlagLoweredSupervisor');
});

test('a flag is heard on every page', async ({ world }) => {
  const ann = await (await world.apiAgent('ann')).online();
  const visitor = await engaged(world, ann, 'Grace');
  const { page } = await supervisor(world, '/chats');
  await page.evaluate(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      counted.tones += 1;
      start.apply(this, when);
    };
  });
  await page.mouse.click(5, 300);
  await ann.call('POST', `chats/${visitor.id}/flag`, { isRaised: true, text: '' });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { tones: number }).tones))
    .toBe(3);
});

test('a chat is taken over at the second press', async ({ world }) => {
  const ann = await (await world.apiAgent('ann')).online();
  const visitor = await engaged(world, ann, 'Grace');
  const sam = await supervisor(world);
  await sam.online();
  const { page } = sam;
  const shown = await watch(page, 'Grace');
  const owner = async () =>
    (await ann.call<{ agentId: string }>('GET', `chats/${visitor.id}`)).agentId;

  await shown.getByRole('button', { name: 'Take over' }).click();
  const again = shown.getByRole('button', { name: 'Press again to take over' });
  await expect(again).toBeFocused();
  expect(await owner()).toBe(agents.ann);
  await page.keyboard.press('Escape');
  await expect(again).toBeHidden();
  await expect(shown).toBeVisible();

  await shown.getByRole('button', { name: 'Take over' }).click();
  await again.click();
  await expect(page).toHaveURL(new RegExp(`/chats/${visitor.id}$`));
  await sam.say('Sam here, I take care of it');
  expect(await owner()).toBe(agents.sam);
  await visitor.hears('ChatTransferred');
  const said = await visitor.hears('ChatMessage');
  expect(said.text).toBe('Sam here, I take care of it');
});

test('a waiting chat is watched and taken', async ({ world }) => {
  await (await world.apiAgent('ann')).online();
  const visitor = await world.visitor('Bo', buttons.choice);
  const sam = await supervisor(world);
  await sam.online();
  const { page } = sam;
  const shown = await watch(page, 'Bo');
  await expect(shown.getByText('Chat requested')).toBeVisible();
  await expect(shown.getByRole('textbox')).toBeHidden();
  await shown.getByRole('button', { name: 'Take over' }).click();
  await shown.getByRole('button', { name: 'Press again to take over' }).click();
  await expect(page).toHaveURL(new RegExp(`/chats/${visitor.id}$`));
  await visitor.hears('ChatEstablished');
  await sam.say('Good day');
  expect((await visitor.hears('ChatMessage')).text).toBe('Good day');
});
