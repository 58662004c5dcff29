import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { makeKeys } from './scripts/setup/keys.mjs'

// Far from UTC and not a whole hour: a forgotten time zone shows.
process.env.TZ = 'Asia/Kathmandu'

// What asks for a database of its own (useDatabase) gets one; nothing else may need one.
const nowhere = 'postgres://nowhere.invalid/none'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    include: ['{app,components,lib,messages,prisma,scripts,test}/**/*.test.{ts,tsx}', '*.test.ts'],
    globalSetup: './test/global-setup.ts',
    env: {
      ...makeKeys(),
      DATABASE_URL: nowhere,
      TZ: 'Asia/Kathmandu',
      SITE_URL: 'http://localhost:3000',
      // React's build for development renders half as fast.
      NODE_ENV: 'production',
    },
    isolate: false,
    setupFiles: ['./test/fresh-file.ts'],
    allowOnly: false,
    // Tests wait for the database more than they compute.
    maxWorkers: availableParallelism() + 1,
    restoreMocks: true,
    unstubEnvs: true,
    // Hangs, not slowness: other programs may have the processors.
    testTimeout: 60_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
