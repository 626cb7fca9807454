// Runs the browser tests against the built page, which `cargo xtask serve` serves. `cargo xtask test` builds
// first and names the browser; alone (`npm run browser`) they test the last build, in an installed browser.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const chromium = process.env['VALUE_TIERS_CHROMIUM'] ?? installed.find((path) => existsSync(path));

export default defineConfig({
  testDir: '../tests/browser',
  outputDir: './test-results',
  tsconfig: './tsconfig.tools.json',
  // Two cores: the engine's worker and the page share them with the browser.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes at the second try hides a race.
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // The same window and language everywhere.
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
