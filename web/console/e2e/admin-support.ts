import { expect, type Locator, type Page } from '@playwright/test';
import type { BrowserAgent } from './support/agent';
import type { World } from './support/test';

type Options = Parameters<typeof BrowserAgent.open>[2];

// The pages of administration, as an administrator uses them.
export class AdminPage {
  constructor(readonly agent: BrowserAgent) {}

  get page(): Page {
    return this.agent.page;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.agent.url(`/admin${path}`));
    await expect(this.page.locator('.admin h1')).toBeVisible();
  }

  field(name: string): Locator {
    return this.page.locator(`[data-field="${name}"]`);
  }

  // Adds an object to a list of references.
  async pick(name: string, text: string): Promise<void> {
    await this.field(name).getByRole('combobox').fill(text);
    await this.page.getByRole('option', { name: text }).first().click();
    await expect(this.field(name).getByRole('list')).toContainText(text);
  }

  // Takes an item of a combo box.
  async pickOne(name: string, typed: string, text: string): Promise<void> {
    const combo = this.field(name).getByRole('combobox');
    await combo.fill(typed);
    await this.page.getByRole('option', { name: text }).first().click();
    await expect(combo).toHaveValue(text);
  }

  // Takes an item of a select.
  async choose(name: string, text: string): Promise<void> {
    await this.field(name).getByRole('button').first().click();
    await this.page.getByRole('option', { name: text, exact: true }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
  }

  async discard(): Promise<void> {
    await this.page.getByRole('button', { name: 'Discard', exact: true }).click();
  }

  // Presses "Delete" twice.
  async remove(): Promise<void> {
    await this.page.getByRole('button', { name: 'Delete', exact: true }).click();
    await this.page.getByRole('button', { name: 'Delete for good?' }).click();
  }

  get refusal(): Locator {
    return this.page.locator('.admin-delete__reason');
  }
}

export async function admin(world: World, options?: Options): Promise<AdminPage> {
  const agent = await world.browser(options);
  await agent.signIn('ada', '/admin');
  return new AdminPage(agent);
}
