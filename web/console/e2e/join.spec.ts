import type { Locator, Page } from '@playwright/test';
import type { BrowserAgent } from './support/agent';
import { agents, buttons, deploymentId } from './support/organization';
import { expect, test, type World } from './support/test';

test.use({ organization: { criticalWait: 1 } });

const chatRow = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'Live chats' }).getByRole('row', { name: new RegExp(name) });
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Watched chat' });

async function watching(world: World, name: string): Promise<[BrowserAgent, Locator]> {
  const sam = await world.browser();
  await sam.signIn('sam', '/supervisor');
  await chatRow(sam.page, name).click();
  await expect(panel(sam.page).getByRole('heading', { name })).toBeVisible();
  return [sam, panel(sam.page)];
}

test('a supervisor joins at the second press, and leaves again', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Grace');
  await ann.accept('Grace');
  const [sam, shown] = await watching(world, 'Grace');
  const members = ann.page.getByRole('list', { name: 'Agents in this chat' });

  await shown.getByRole('button', { name: 'Join', exact: true }).click();
  const again = shown.getByRole('button', { name: 'Press again to join' });
  await expect(again).toBeFocused();
  await expect(members).toBeHidden();
  await again.click();
  await expect(sam.page).toHaveURL(new RegExp(`/chats/${visitor.id}$`));
  await visitor.hears('AgentJoinedConference');
  await expect(members).toContainText('Sam');
  await sam.say('Hello from Sam');
  await expect(ann.line('Hello from Sam')).toBeVisible();

  // One who is in the chat joins and watches no more.
  await sam.page.goto(sam.url(`/supervisor/watch/${visitor.id}`));
  await expect(panel(sam.page)).toContainText('You are in this chat.');
  await expect(shown.getByRole('button', { name: 'Join', exact: true })).toBeHidden();
  await shown.getByRole('button', { name: 'Open in Chats' }).click();
  await sam.page.getByRole('button', { name: 'More' }).click();
  await sam.page.getByRole('menuitem', { name: 'Leave the conference' }).click();
  await sam.page.getByRole('button', { name: 'Leave the conference' }).click();
  await visitor.hears('AgentLeftConference');
  await expect(sam.row('Grace')).toHaveCount(0);
  await expect(members).toBeHidden();
  await ann.say('Only the two of us');
  await sam.page.goto(sam.url(`/supervisor/watch/${visitor.id}`));
  await expect(shown.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
});

test('joining answers an invitation', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Grace');
  await ann.accept('Grace');
  const [sam, shown] = await watching(world, 'Grace');
  await sam.online();
  const api = await world.apiAgent('ann');
  await api.call('POST', `chats/${visitor.id}/conference`, { agentId: agents.sam, note: '' });
  await expect(chatRow(sam.page, 'Grace')).toContainText('Asks you in');
  await shown.getByRole('button', { name: 'Join', exact: true }).click();
  await shown.getByRole('button', { name: 'Press again to join' }).click();
  await visitor.hears('AgentJoinedConference');
  await sam.say('Here I am');
  await expect(ann.line('Here I am')).toBeVisible();
  await expect(ann.page.getByText('Sam is being asked in.')).toBeHidden();
});

test('what a supervisor may not do is not offered', async ({ world }) => {
  const ada = await world.apiAgent('ada');
  await ada.call('POST', 'admin/agent-configs', {
    name: 'Supervisors',
    agents: [agents.sam],
    enableWhisperMessage: false,
    supervisorDefaultAgentStatusFilter: 'Away',
    supervisorDefaultButtonFilter: buttons.choice,
  });
  const ann = await world.agent('ann');
  await world.visitor('Grace');
  await ann.accept('Grace');
  const sam = await world.browser();
  await sam.signIn('sam', '/supervisor');
  // The page starts as the configuration wants it.
  const { page } = sam;
  await expect(page.getByRole('button', { name: /^Sales/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Away/ })).toBeVisible();
  await expect(page.getByText('No chat is open.')).toBeVisible();
  await page.getByRole('button', { name: /^Sales/ }).click();
  await page.getByRole('option', { name: 'All buttons' }).click();
  await chatRow(page, 'Grace').click();
  await expect(panel(page).getByRole('button', { name: 'Take over' })).toBeVisible();
  await expect(panel(page).getByRole('textbox')).toBeHidden();
});

test('the live chats say who waits too long and what a flag is about', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Grace');
  await ann.accept('Grace');
  await visitor.say('Hello?');
  const api = await world.apiAgent('ann');
  await api.call('POST', `chats/${visitor.id}/flag`, { isRaised: true, text: 'May I refund 500?' });
  await expect(ann.row('Grace')).toHaveAttribute('data-critical', 'true');
  // Who comes later knows it, too.
  const sam = await world.browser();
  await sam.signIn('sam', '/supervisor');
  const row = chatRow(sam.page, 'Grace');
  await expect(row).toContainText('Critical wait');
  await expect(row.getByTitle('May I refund 500?')).toBeVisible();
  await expect(row).toContainText('Billing');
  await expect(sam.page.locator('[data-figure="critical"]')).toContainText('1');
  await api.call('POST', `chats/${visitor.id}/flag`, { isRaised: false });
  await ann.say('Sorry for the wait');
  await expect(row.getByTitle('May I refund 500?')).toBeHidden();
  await expect(row).not.toContainText('Critical wait');
});

test('transcripts are found by the names of deployments and skills', async ({ world }) => {
  const ann = await world.agent('ann');
  const visitor = await world.visitor('Grace');
  await ann.accept('Grace');
  await visitor.end();
  const sam = await world.browser();
  await sam.signIn('sam', '/supervisor/transcripts?q=deployment:shop+skill:support');
  const { page } = sam;
  const filters = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(filters).toHaveText([/Deployment\s*Shop/, /Skill\s*Support/]);
  await page.getByRole('option', { name: /Grace/ }).click();
  const reading = page.getByRole('article', { name: 'Transcript' });
  await expect(reading.getByRole('definition').filter({ hasText: 'Shop' })).toBeVisible();
  await expect(reading).not.toContainText(deploymentId);
});
