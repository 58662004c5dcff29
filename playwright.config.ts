import { defineConfig, devices } from '@playwright/test'
import { browserFlags } from './scripts/testing/browser-flags.mjs'
import { sitesOfRun } from './scripts/testing/sites.mjs'

// npm run e2e builds the site, starts some for the run and says here where they are.
const { E2E_CHROMIUM, E2E_REPORT, CI, TEST_PARALLEL_INDEX = '0' } = process.env

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './scripts/testing/needs-a-site.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  // A story that only sometimes ends well is a finding.
  retries: 0,
  // Each worker has a site to itself: many stories watch its count.
  workers: sitesOfRun.length || 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(E2E_REPORT ? [['json', { outputFile: E2E_REPORT }] as const] : [])],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: sitesOfRun[Number(TEST_PARALLEL_INDEX)]?.url,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    // Without a film of every page, which costs more than the story; the last picture of a failed one is kept anyway.
    trace: CI ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(E2E_CHROMIUM ? { executablePath: E2E_CHROMIUM } : {}), args: browserFlags },
  },
})
