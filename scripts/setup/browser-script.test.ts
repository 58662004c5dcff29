import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { checkScript } from './check-script'

it('public/check.js is what its source says: npx tsx scripts/build-check-script.ts', async () => {
  const script = await checkScript()
  expect(await readFile('public/check.js', 'utf8')).toBe(script)
  // It reads a person's receipt: it may fetch the ledger's files, and must send nothing.
  expect(script.match(/fetch\(/g)).toHaveLength(1)
  expect(script).not.toMatch(/method:|XMLHttpRequest|sendBeacon|WebSocket|https?:\/\//)
})
