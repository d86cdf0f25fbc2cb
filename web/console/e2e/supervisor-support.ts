import type { Locator, Page } from '@playwright/test';
import type { BrowserAgent } from './support/agent';
import type { ApiAgent } from './support/api';
import { buttons } from './support/organization';
import { expect, type World } from './support/test';
import type { Visitor } from './support/visitor';

// A visitor who is in a chat with the agent.
export async function engaged(world: World, agent: ApiAgent, name: string): Promise<Visitor> {
  const visitor = await world.visitor(name);
  await expect
    .poll(async () => {
      const { chats } = await agent.call<{ chats: { chatKey: string }[] }>(
        'GET',
        'chats?state=requested',
      );
      return chats.some((chat) => chat.chatKey === visitor.id);
    })
    .toBe(true);
  await agent.call('POST', `chats/${visitor.id}/accept`, {});
  await visitor.hears('ChatEstablished');
  return visitor;
}

type Options = Parameters<typeof BrowserAgent.open>[2];

// The pages of a supervisor.
export async function supervisor(
  world: World,
  path = '/supervisor',
  options?: Options,
): Promise<BrowserAgent> {
  const sam = await world.browser(options);
  await sam.signIn('sam', path);
  return sam;
}

export const chatRow = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'Live chats' }).getByRole('row', { name: new RegExp(name) });
export const agentRow = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'Agents' }).getByRole('row', { name: new RegExp(name) });
export const panel = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Watched chat' });
export const figure = (page: Page, id: string): Locator =>
  page.locator(`[data-figure="${id}"] .sup-figure__value`);

export async function watch(page: Page, name: string): Promise<Locator> {
  await chatRow(page, name).click();
  await expect(panel(page).getByRole('heading', { name })).toBeVisible();
  return panel(page);
}

export const toldVisitor = (visitor: Visitor): string => JSON.stringify(visitor.messages);

// Two ended chats, and one that nobody accepted.
export async function past(world: World): Promise<{ refund: Visitor }> {
  const ann = await (await world.apiAgent('ann')).online();
  const refund = await engaged(world, ann, 'Grace');
  await refund.say('I want a refund');
  await ann.call('POST', `chats/${refund.id}/whispers`, { text: 'She is right' });
  await ann.call('POST', `chats/${refund.id}/messages`, { text: 'Here it is' });
  await ann.call('POST', `chats/${refund.id}/end`, {});
  const other = await engaged(world, ann, 'Ada');
  await other.say('Just looking');
  await other.end();
  const missed = await world.visitor('Bo', buttons.choice);
  await missed.end();
  return { refund };
}
