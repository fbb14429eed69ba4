import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSample, type BuiltSite, type Framework } from '../support/built-site.ts';
import { findBroken } from '../support/find-broken.ts';
import { openBrowser } from '../support/open-browser.ts';
import { type FolderServer, serveFolder } from '../support/serve-folder.ts';
import { temporaryFolder } from '../support/run-decant.ts';

/** How a reader finds the way on a site of each framework. */
interface Way {
  readonly framework: Framework;
  readonly sidebar: (page: Page) => Locator;
  readonly openGroup: (page: Page, name: string) => Promise<void>;
  readonly switchTo: (page: Page, language: string) => Promise<void>;
}

const WAYS: readonly Way[] = [
  {
    framework: 'docusaurus',
    sidebar: (page) => page.getByRole('navigation', { name: 'Docs sidebar' }),
    openGroup: (page, name) => page.getByRole('link', { name, exact: true }).first().click(),
    switchTo: async (page, language) => {
      await page.getByRole('button', { name: 'English' }).hover();
      await page.getByRole('link', { name: language, exact: true }).click();
    },
  },
  {
    framework: 'starlight',
    sidebar: (page) => page.getByRole('navigation', { name: 'Main' }),
    openGroup: (page, name) => page.locator('summary', { hasText: name }).first().click(),
    switchTo: async (page, language) => {
      await page.locator('starlight-lang-select select:visible').selectOption({ label: language });
    },
  },
];

/** What a browser asks for by itself, on pages that only lead on and name no icon. */
const isUnasked = (url: string): boolean => new URL(url, 'http://site.invalid').pathname === '/favicon.ico';

describe.each(WAYS)('the sample as a new site: $framework', ({ framework, sidebar, openGroup, switchTo }) => {
  const folder = temporaryFolder();
  const faults: string[] = [];
  let site: BuiltSite;
  let server: FolderServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await buildSample('mesh-docs', framework, folder);
    server = await serveFolder(site.folder);
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: server.origin, viewport: { width: 1280, height: 900 } });
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('response', (response) => {
      if (response.status() >= 400 && !isUnasked(response.url())) faults.push(`${response.status()} ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !isUnasked(message.location().url))
        faults.push(`${page.url()}: ${message.text()}`);
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const title = (): Locator => page.getByRole('heading', { level: 1 });
  const path = (): string => new URL(page.url()).pathname;

  it('has no link, place or picture that leads nowhere', () => {
    expect(findBroken(site.folder, 'https://fathom.example')).toEqual([]);
    expect(site.log).not.toMatch(/broken (link|anchor)/i);
  });

  it('leads to a page through the sidebar', async () => {
    await page.goto('/docs/');
    await openGroup(page, 'Setup');
    await sidebar(page).getByRole('link', { name: 'Install', exact: true }).click();
    await page.waitForURL('**/docs/setup/install/');
    expect(await title().innerText()).toBe('Install Fathom');
  });

  it('shows one tab at a time', async () => {
    await page.goto('/docs/setup/install/');
    const homebrew = page.getByText('Homebrew puts it into');
    expect(await homebrew.isVisible()).toBe(false);
    await page.getByRole('tab', { name: 'macOS' }).click();
    await homebrew.waitFor({ state: 'visible' });
    await page.getByRole('tab', { name: 'From source' }).click();
    await homebrew.waitFor({ state: 'hidden' });
  });

  it('goes to the same page in another language', async () => {
    await page.goto('/docs/setup/install/');
    await switchTo(page, 'Deutsch');
    await page.waitForURL('**/de/docs/setup/install/');
    expect(await title().innerText()).toBe('Fathom installieren');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });

  it.each([
    ['/docs/getting-started/', '/docs/setup/install/'],
    ['/docs/quick-start/', '/docs/setup/install/'],
    ['/mesh.html', '/mesh/'],
    ['/de/mesh.html', '/de/mesh/'],
  ])('leads from %s to %s', async (from, to) => {
    await page.goto(from);
    await page.waitForURL(`**${to}`);
    expect(path()).toBe(to);
  });

  it('loads without an error', () => {
    expect(faults).toEqual([]);
  });
});

/** Two in folders of the content, one in another checkout. */
const VERSIONS = ['2.0=docs/v2.0', '1.4=docs/v1.4', '1.2=samples/tide-1.2'].flatMap((version) => [
  '--version',
  version,
]);

describe.each(WAYS)('a sample with versions as a new site: $framework', ({ framework, sidebar }) => {
  const folder = temporaryFolder();
  let site: BuiltSite;
  let server: FolderServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await buildSample('tide-docs', framework, folder, ...VERSIONS);
    server = await serveFolder(site.folder);
    browser = await openBrowser();
    page = await browser.newPage({ baseURL: server.origin, viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('has no link, place or picture that leads nowhere', () => {
    expect(findBroken(site.folder, 'https://tide.example')).toEqual([]);
    expect(site.log).not.toMatch(/broken (link|anchor)/i);
  });

  it('stays in a version through links of the text', async () => {
    await page.goto('/docs/v1.4/install/');
    await page.getByRole('main').getByRole('link', { name: 'the tables' }).click();
    await page.waitForURL('**/docs/v1.4/manual/tables/#times');
    await expect.poll(() => page.getByRole('cell', { name: '12:30' }).count()).toBe(1);
  });

  it('leads from the old address of a page that has moved', async () => {
    await page.goto('/docs/v2.0/reference/tables/');
    await page.waitForURL('**/docs/v2.0/manual/tables/');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Tables');
  });

  it('has the files of another checkout beside those of the same path', async () => {
    await page.goto('/docs/1.2/install/');
    const pictures = await page.getByRole('img', { name: 'The harbour' }).all();
    const address = await pictures[0]?.getAttribute('src');
    await page.goto('/docs/install/');
    expect(await page.getByRole('img', { name: 'The harbour' }).first().getAttribute('src')).not.toBe(address);
    await page.goto('/docs/1.2/install/');
    await page.getByRole('main').getByRole('link', { name: 'the tables' }).click();
    await page.waitForURL('**/docs/1.2/reference/tables/#times');
    await expect.poll(() => page.getByRole('cell', { name: '12:41' }).count()).toBe(1);
    await page.goto('/1.2/docs/install/');
    await page.waitForURL('**/docs/1.2/install/');
  });

  it('has each version in the sidebar, or a way to it', async () => {
    await page.goto('/docs/install/');
    if (framework === 'docusaurus') {
      await page.getByRole('button', { name: '2.1' }).hover();
      await page.getByRole('link', { name: '1.4', exact: true }).last().click();
      await page.waitForURL('**/docs/v1.4/install/');
      // The address changes before the page does.
      await expect.poll(() => page.getByRole('main').getByText('--version 1.4').count()).toBe(1);
    } else {
      await sidebar(page).locator('summary', { hasText: '1.4' }).click();
      expect(await sidebar(page).locator('a[href="/docs/v1.4/tasks/moor/"]').count()).toBeGreaterThan(0);
    }
  });
});
