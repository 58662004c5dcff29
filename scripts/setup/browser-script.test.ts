import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { browserScript, sources } from './browser-script'

const names = Object.keys(sources) as (keyof typeof sources)[]

it.each(names)('public/%s is what its source says: npx tsx scripts/build-browser-scripts.ts', async (name) => {
  expect(await readFile(`public/${name}`, 'utf8')).toBe(await browserScript(name))
})

it('the receipt checker reads a person’s receipt: it may fetch the ledger’s files, and must send nothing', async () => {
  const script = await browserScript('check.js')
  expect(script.match(/fetch\(/g)).toHaveLength(1)
  expect(script).not.toMatch(/method:|XMLHttpRequest|sendBeacon|WebSocket|https?:\/\//)
})

it('the passkey script asks the admin area alone', async () => {
  const script = await browserScript('passkey.js')
  expect(script.match(/fetch\("[^"]*"/g)).toEqual(['fetch("/admin/second-factor/passkey"'])
  expect(script).not.toMatch(/XMLHttpRequest|sendBeacon|WebSocket/)
})

it('the palette asks for its titles alone, and sends nothing of what is typed', async () => {
  const script = await browserScript('palette.js')
  expect(script.match(/fetch\([^,)]*/g)).toEqual(['fetch("/admin/search/index"'])
  expect(script).not.toMatch(/method:|XMLHttpRequest|sendBeacon|WebSocket|https?:\/\//)
})
