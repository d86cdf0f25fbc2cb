import { test as base } from '@playwright/test';
import { BrowserAgent } from './agent';
import { ApiAgent } from './api';
import type { organizationToml, Username } from './organization';
import { Server } from './server';
import { Visitor } from './visitor';

export interface World {
  server: Server;
  // An agent in a browser, signed in and online.
  agent(
    username: Username,
    options?: Parameters<typeof BrowserAgent.open>[2],
  ): Promise<BrowserAgent>;
  // The same before the sign-in.
  browser(options?: Parameters<typeof BrowserAgent.open>[2]): Promise<BrowserAgent>;
  // A visitor who has asked for a chat.
  visitor(name: string, button?: string, more?: object): Promise<Visitor>;
  // An agent without a browser, signed in.
  apiAgent(username: Username): Promise<ApiAgent>;
}

interface Fixtures {
  organization: Parameters<typeof organizationToml>[0];
  world: World;
}

export const test = base.extend<Fixtures>({
  organization: [{}, { option: true }],
  world: async ({ browser, organization }, use) => {
    const server = new Server(organization);
    await server.prepare();
    const agents: BrowserAgent[] = [];
    const apiAgents: ApiAgent[] = [];
    const visitors: Visitor[] = [];
    await use({
      server,
      browser: async (options) => {
        const agent = await BrowserAgent.open(browser, server, options);
        agents.push(agent);
        return agent;
      },
      agent: async (username, options) => {
        const agent = await BrowserAgent.open(browser, server, options);
        agents.push(agent);
        await agent.signIn(username);
        return agent.online();
      },
      visitor: async (name, button, more) => {
        const visitor = new Visitor(server.url, name);
        visitors.push(visitor);
        return visitor.ask(button, more);
      },
      apiAgent: async (username) => {
        const agent = new ApiAgent(server.url, username);
        apiAgents.push(agent);
        return agent.signIn();
      },
    });
    for (const one of [...visitors, ...apiAgents]) one.leave();
    try {
      for (const agent of agents) agent.checkTroubles();
    } finally {
      for (const agent of agents) await agent.close();
      await server.stop();
    }
  },
});

export { expect } from '@playwright/test';
