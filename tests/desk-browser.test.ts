import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureChromium } from './support/chromium.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { fillDesk, urlOf } from './support/desk-corpus.ts';

let desk: Desk;
let ids: Map<string, string>;
let browser: Browser;
let page: Page;
/** What the browser complained of. */
let complaints: string[];
/** Pages that an answer took: the steps from the first page on. */
let steps: number;

beforeAll(async () => {
  desk = await startDesk();
  ids = await fillDesk(desk.store);
  const executablePath = await ensureChromium({ log: (line) => process.stderr.write(`${line}\n`) });
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});
beforeEach(async () => {
  complaints = [];
  steps = 0;
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.url)) complaints.push(`asks another host: ${request.url()}`);
  });
  await page.goto(`${desk.url}/`);
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** One step: what somebody does, and the page that it leads to. */
async function step(act: () => Promise<unknown>): Promise<void> {
  steps += 1;
  await Promise.all([page.waitForNavigation(), act()]);
}

const searchFor = (q: string) =>
  step(async () => {
    await page.locator('header input[name="q"]').fill(q);
    await page.locator('header input[name="q"]').press('Enter');
  });
const follow = (name: string | RegExp) => step(() => page.getByRole('link', { name }).first().click());
const main = () => page.locator('main').innerText();

describe('ten questions of an analyst, each answered from the first page in at most three steps', () => {
  afterEach(() => expect(steps).toBeLessThanOrEqual(3));

  test('1. how many sources tell of the strike?', async () => {
    await searchFor('Savik strike');
    expect(await main()).toContain('3 independent');
  });

  test('2. which outlets carried the agency’s text, and changed it?', async () => {
    await searchFor('first:"Adria Press" relation:copy');
    const text = await main();
    for (const outlet of ['lantern', 'mirror', 'norra-north', 'norra-south', 'seeblick'])
      expect(text).toContain(outlet);
    await step(() => page.getByRole('link', { name: /48 hours of strike/ }).click());
    expect(await main()).toContain('side by side with the original');
  });

  test('3. what did one outlet change in the agency’s text?', async () => {
    await searchFor('outlet:mirror');
    await step(() => page.getByRole('link', { name: /48 hours of strike/ }).click());
    await follow('side by side with the original');
    expect(await page.locator('.beside :is(del, ins, .changed)').count()).toBeGreaterThan(0);
  });

  test('4. who was first on the strike, and when?', async () => {
    await searchFor('strike');
    await step(() => page.getByRole('link', { name: 'Which sources these are' }).click());
    expect(await page.locator('.lead').innerText()).toContain('first: Adria Press, 2026-11-20 10:00 UTC');
  });

  test('5. which of these addresses are one text?', async () => {
    await follow('Sources');
    await page.getByLabel('Addresses').fill(['lantern', 'mirror', 'harbour', 'echo', 'kestrel'].map(urlOf).join('\n'));
    await step(() => page.getByRole('button', { name: 'Count addresses' }).click());
    expect(await page.locator('.lead').innerText()).toContain('5 articles of 5 outlets; 3 independent texts');
    expect(await page.locator('.told', { hasText: 'Ferry crews in Savik' }).innerText()).toMatch(
      /lantern[\s\S]*mirror/,
    );
  });

  test('6. whose is this text?', async () => {
    await follow('Sources');
    const texts = await desk.store.db.select().from(desk.store.tables.revisions);
    await page.getByLabel('A text').fill(texts.find(({ title }) => title === 'Empty quays in Savik')!.text);
    await step(() => page.getByRole('button', { name: 'Count text' }).click());
    expect(await page.locator('.sources > li h3').first().innerText()).toBe('Harbour Post');
  });

  test('7. how many independent texts on labour in Norway in these days?', async () => {
    await searchFor('topic:labour country:Norway date:[2026-11-20 TO 2026-11-21]');
    expect(await main()).toContain('10 articles of 10 outlets: 5 texts, 3 independent');
  });

  test('8. what does one report alone say?', async () => {
    await searchFor('Savik');
    await follow('story');
    expect(await page.locator('.telling', { hasText: 'Kestrel News' }).locator('.only').innerText()).toContain(
      'Corvo Bank',
    );
  });

  test('9. what did an outlet take from another in November?', async () => {
    await searchFor('outlet:echo first:"Harbour Post" date:[2026-11-01 TO 2026-11-30]');
    expect(await page.locator('.articles article').count()).toBe(1);
    expect(await main()).toContain('copy of Harbour Post');
  });

  test('10. which texts tell it in another language, and from whom are they?', async () => {
    await searchFor('Savik');
    await step(() => page.locator('.facets').getByRole('link', { name: 'German' }).click());
    expect(await main()).toMatch(/copy of Adria Press/);
  });
});

describe('keys', () => {
  test('j and k go through a list, m marks as read, s keeps, o opens, / searches; a switch turns them off', async () => {
    await page.goto(`${desk.url}/search?q=Savik`);
    const marked = () => page.locator('[data-read="yes"]').count();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('j', 'j', 'k');
    const second = page.locator('[data-subject]').first();
    expect(await second.locator('h3 a').evaluate((link) => link === document.activeElement)).toBe(true);
    await press('m');
    await page.locator('#live-state', { hasText: 'Marked as read.' }).waitFor();
    await press('s');
    await page.locator('#live-state', { hasText: 'Marked as kept.' }).waitFor();
    expect(await marked()).toBe(1);
    await page.reload();
    expect(await marked()).toBe(1);
    expect(await second.locator('.badge', { hasText: 'kept' }).count()).toBe(1);
    await press('/');
    await press('m', 'j');
    expect(await page.locator('#find').inputValue()).toBe('mj');
    await page.locator('#find').blur();
    await page.getByRole('button', { name: 'Turn keys off' }).click();
    await page.locator('h1').click();
    await press('j', 'm');
    expect(await marked()).toBe(1);
    await page.getByRole('button', { name: 'Turn keys on' }).click();
    await page.locator('h1').click();
    await Promise.all([page.waitForNavigation(), press('j', 'o')]);
    expect(page.url()).toContain('/articles/');
    await press('m');
    await page.locator('#live-state', { hasText: 'No more marked as read.' }).waitFor();
  });
});

describe('nothing is cut off', () => {
  const paths = () => [
    '/',
    '/sources',
    '/sources?q=Savik',
    `/stories/${ids.get('agency')}`,
    `/stories/${ids.get('agency')}/changes?since=2026-11-20`,
    `/groups/${ids.get('agency')}`,
    `/articles/${ids.get('mirror')}`,
    `/compare/${ids.get('agency')}/${ids.get('mirror')}`,
    '/articles',
    '/articles?f=relation%3Acopy',
    '/entities/NOR',
    '/copies',
    '/search',
    '/search?q=Savik',
    '/search?q=Savik&collapse=story',
    '/search/fields',
    '/marks',
    '/rulings',
    '/watches',
    '/webhooks',
    '/outlets',
    '/outlets/adriapress.example',
    '/outlets/Norra',
    '/outlets/matrix',
    '/outlets/houses',
    '/feeds',
    '/pipeline',
    '/quarantine',
    '/reprocess',
    '/audit',
    '/sign-ins',
  ];

  test.each([
    [1400, 'light'],
    [1024, 'dark'],
    [390, 'light'],
  ] as const)('at %i pixels (%s)', async (width, colorScheme) => {
    const seen = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const trouble: string[] = [];
    for (const path of paths()) {
      const answer = await seen.goto(`${desk.url}${path}`);
      if (answer?.status() !== 200) trouble.push(`${path}: HTTP ${answer?.status()}`);
      trouble.push(...(await seen.evaluate(cutOff, path)));
    }
    await seen.close();
    expect(trouble).toEqual([]);
  });

  test('axe finds nothing serious on the pages of the desk', async () => {
    const trouble: string[] = [];
    const desks = [
      '/entities/NOR',
      '/articles',
      '/sources?q=Savik',
      '/search?q=Savik',
      '/search/fields',
      '/marks',
      `/articles/${ids.get('mirror')}`,
    ];
    const story = `/stories/${ids.get('agency')}`;
    for (const path of [...desks, story, `${story}/changes?since=2026-11-20`]) {
      await page.goto(`${desk.url}${path}`);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') trouble.push(`${path}: ${id} ${nodes[0]?.html}`);
    }
    expect(trouble).toEqual([]);
  });
});

/** What of a page is out of reach: wider than the window, or hidden in a box that nobody can scroll. Runs in the browser. */
function cutOff(path: string): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    found.push(`${path}: the page is ${root.scrollWidth} of ${root.clientWidth} wide`);
  for (const box of document.querySelectorAll<HTMLElement>('main *')) {
    if (box.closest('.visually-hidden, svg, iframe, select, input, textarea') || box.clientWidth === 0) continue;
    const { overflowX } = getComputedStyle(box);
    if (overflowX === 'visible' || box.scrollWidth <= box.clientWidth + 1) continue;
    const reachable = overflowX !== 'hidden' && box.tabIndex === 0;
    if (!reachable) found.push(`${path}: <${box.tagName.toLowerCase()} class="${box.className}"> hides a part`);
  }
  return found;
}
