import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Opens the Chromium that is installed, without a window.
 * @throws Error where there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const paths = [process.env['CHROMIUM'] ?? '', ...PATHS];
  const executablePath = paths.find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) {
    throw new Error('there is no Chromium: install one, or say in $CHROMIUM where it is');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}
