import { defineConfig, devices } from '@playwright/test'
import { browserFlags } from './scripts/testing/browser-flags.mjs'

// npm run e2e builds the site, starts one for the run and says here where it is.
const { E2E_URL, E2E_CHROMIUM, E2E_REPORT, CI } = process.env

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './scripts/testing/needs-a-site.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  // A story that only sometimes ends well is a finding.
  retries: 0,
  // One after the other: the stories share a site, and many of them watch its count.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(E2E_REPORT ? [['json', { outputFile: E2E_REPORT }] as const] : [])],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: E2E_URL,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    trace: CI ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(E2E_CHROMIUM ? { executablePath: E2E_CHROMIUM } : {}), args: browserFlags },
  },
})
