import { type AdminPage, admin } from './admin-support';
import { buttons, deploymentId } from './support/organization';
import { expect, test, type World } from './support/test';

// Makes something of every kind, so that every page has what it can have.
async function furnish(world: World): Promise<string[]> {
  const api = await world.apiAgent('ada');
  const make = async (kind: string, body: object) =>
    `/${kind}/${(await api.call<{ id: string }>('POST', `admin/${kind}`, body)).id}`;
  const hours = await make('business-hours', {
    name: 'Office',
    timeZone: 'Europe/Berlin',
    weekly: ['Mon 09:00-12:30 13:30-18:00', 'Sat 22:00-02:00'],
    exceptions: ['2026-12-25 closed', '2026-12-24 09:00-12:00'],
  });
  const invite = await make('buttons', {
    name: 'May we help?',
    type: 'Invite',
    skills: ['0C5000000000001', '0C5000000000002'],
    businessHours: hours.split('/').at(-1),
    inviteStartPosition: 'TopLeftTop',
    inviteEndPosition: 'BottomRight',
    chasitorIdleTimeout: 600,
  });
  return [
    '/deployments',
    `/deployments/${deploymentId}`,
    `/buttons/${buttons.billing}`,
    invite,
    hours,
    await make('agents', { name: 'Echo', username: 'echo', kind: 'bot' }),
    await make('sensitive-data-rules', {
      name: 'Cards',
      pattern: '\\d{4}',
      replacement: '…',
      isEnabled: true,
    }),
    await make('blocking-rules', { fromAddress: '192.0.2.1', description: 'spam' }),
    '/agent-configs/571000000000001',
    '/quick-texts/574000000000001',
    '/skills/0C5000000000001',
    '/organization',
    '/sensitive-data-rules/new',
    '/business-hours/new',
  ];
}

async function openAll(ada: AdminPage, paths: string[], look: (path: string) => Promise<void>) {
  for (const path of paths) {
    await ada.agent.go(`/admin${path}`);
    await expect(ada.page.locator('.admin h1')).toBeVisible();
    await look(path);
  }
}

test('axe finds nothing in administration in any theme', async ({ world }) => {
  const paths = await furnish(world);
  const ada = await admin(world);
  await openAll(ada, paths, async (path) => {
    expect(await ada.agent.problemsInEveryTheme(), path).toEqual([]);
  });
});

test('axe finds nothing in administration from right to left', async ({ world }) => {
  const paths = await furnish(world);
  const ada = await admin(world, { language: 'ar' });
  await openAll(ada, paths, async (path) => {
    expect(await ada.agent.accessibilityProblems(), path).toEqual([]);
  });
});

test('axe finds nothing in what opens', async ({ world }) => {
  const ada = await admin(world);
  const other = await admin(world);
  const { page } = ada;
  const check = async (name: string, exceptions = /^$/) => {
    const found = await ada.agent.accessibilityProblems();
    expect(
      found.filter((one) => !exceptions.test(one)),
      name,
    ).toEqual([]);
  };
  await ada.open(`/buttons/${buttons.billing}`);
  await other.open(`/buttons/${buttons.billing}`);
  await page.getByLabel('Name', { exact: true }).fill('');
  await expect(ada.field('name')).toContainText('This is needed.');
  await check('a form that is wrong');
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await check('the guard');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await ada.field('skills').getByRole('combobox').fill('ref');
  await expect(page.getByRole('option', { name: 'Refunds' })).toBeVisible();
  // While a list is open, the rest of the page is hidden from readers, and the focus kept from it.
  await check('a picker', /^(aria-hidden-focus|page-has-heading-one|region):/);
  await page.keyboard.press('Escape');
  await other.page.getByLabel('Name', { exact: true }).fill('Theirs');
  await other.save();
  await expect(other.page.getByText('All is saved.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Mine');
  ada.agent.expectTrouble(/412/);
  await ada.save();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('a conflict');
  await page.getByRole('button', { name: 'Take all of theirs' }).click();
});

test('nothing is lost at 320 pixels, or with text twice as large', async ({ world }) => {
  const paths = await furnish(world);
  const ada = await admin(world, { viewport: { width: 320, height: 640 } });
  const tooWide = () =>
    ada.page.evaluate(() =>
      [document.documentElement, document.querySelector('.admin__content')].map((one) =>
        Math.max(0, (one?.scrollWidth ?? 0) - (one?.clientWidth ?? 0)),
      ),
    );
  await openAll(ada, paths, async (path) => expect(await tooWide(), path).toEqual([0, 0]));
  await ada.page.setViewportSize({ width: 640, height: 800 });
  await openAll(ada, paths, async (path) => {
    await ada.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await tooWide(), path).toEqual([0, 0]);
  });
});

test('every text is of the catalogue', async ({ world }) => {
  const paths = await furnish(world);
  const ada = await admin(world, { language: 'pseudo' });
  await openAll(ada, paths, async (path) => {
    const strange = await ada.page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('.admin') as Element,
        NodeFilter.SHOW_TEXT,
      );
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        const parent = node.parentElement;
        // What people or programs wrote is marked by its direction.
        if (!/\p{L}/u.test(text) || parent?.closest('[dir], code, pre, option')) continue;
        const whole = parent?.closest('p, li, dt, dd, label, button, span, h1, h2, legend, td');
        if (!`${whole?.textContent}`.includes('⟦')) found.push(text);
      }
      return found;
    });
    expect(strange, path).toEqual([]);
  });
});

test('by keyboard alone a skill is made, found and deleted', async ({ world }) => {
  const ada = await admin(world);
  const { page } = ada;
  await ada.open('/skills');
  await page.getByRole('link', { name: 'New skill' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type('Keyboards');
  await page.keyboard.press('Enter');
  await expect(page.getByText('All is saved.')).toBeVisible();
  await page.getByRole('link', { name: 'Skills', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Search', { exact: true }).focus();
  await page.keyboard.type('keyb');
  await expect(page.getByRole('rowheader')).toHaveText(['Keyboards']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keyboards');
  await page.getByRole('button', { name: 'Delete', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Delete for good?' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/skills$/);
  await expect(page.getByRole('row', { name: /Keyboards/ })).toBeHidden();
});
