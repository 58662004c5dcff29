import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lackingLetters } from './lacking-letters'

// Chromium's own output is tested by e2e/print-to-pdf.spec.ts.
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letters-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a program that is no browser is an error, not a browser with all letters', async () => {
  await expect(lackingLetters(process.execPath, folder, { a: 'a' })).rejects.toThrow('did not say')
  await expect(lackingLetters(join(folder, 'nothing'), folder, { a: 'a' })).rejects.toThrow()
})
