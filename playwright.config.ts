import { availableParallelism } from 'node:os'
import { defineConfig, devices } from '@playwright/test'
import { browserFlags } from './test/browser-flags.mjs'

// The first is set by globalSetup: workers read this file after it.
const { E2E_CHROMIUM, E2E_TRACE, PLAYWRIGHT_JSON_OUTPUT_FILE: report } = process.env

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './test/prepare-stories.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  // A story that only sometimes ends well is a finding: alone it fails at once. `npm test` tries it once more on a new
  // site, and says so, so that one race among hundreds does not hide what the rest says.
  retries: 0,
  // A story waits about as long as it computes: for a mail, for a page to be made again.
  workers: Math.min(availableParallelism() + 1, 4),
  fullyParallel: false,
  // A hang, not slowness: on a machine that others use, too, a story of half a minute takes two.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(report ? [['json'] as const] : [])],
  use: {
    ...devices['Desktop Chrome'],
    // Whoever waits in vain says for what, before the story's own time is up.
    actionTimeout: 60_000,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    // Recording a trace of every page costs more than the story; e2e/support/test.ts keeps the last picture of a failed
    // one.
    trace: E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { ...(E2E_CHROMIUM ? { executablePath: E2E_CHROMIUM } : {}), args: browserFlags },
  },
})
