import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { printPapers } from './print-papers'

// A program that is called as Chromium is; that Chromium makes accessible PDFs is shown by e2e/print-to-pdf.spec.ts.
const program = `#!${process.execPath}
import { readFileSync, writeFileSync } from 'node:fs'
const page = process.argv.at(-1)
const text = readFileSync(new URL(page), 'utf8')
if (process.argv.includes('--dump-dom')) {
  console.log('<body>lacking:' + [...text.matchAll(/"([\\w-]+\\.html)":"[^"]*#/g)].map(([, name]) => name).join(' ') + '</body>')
  process.exit(0)
}
if (text === 'fails') process.exit(1)
const file = process.argv.find((one) => one.startsWith('--print-to-pdf=')).slice('--print-to-pdf='.length)
writeFileSync(file, '%PDF-' + text + (process.env.SEAL_PRIVATE_KEY ?? ''))
`

let folder = ''
let chromium = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-papers-test-'))
  chromium = join(folder, 'chromium.mjs')
  await writeFile(chromium, program)
  await chmod(chromium, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = (path: string, text: string) => ({ path, body: Buffer.from(text) })
const pages = [file('README.txt', 'read me'), file('letter-en.html', 'Letter'), file('summary-ar.html', 'Summary')]

test('each page of a pack is printed beside it, by a program that gets none of our keys', async () => {
  vi.stubEnv('SEAL_PRIVATE_KEY', 'secret')
  const printed = await printPapers(pages, chromium)
  expect(printed.map(({ path, body }) => [path, Buffer.from(body).toString()])).toEqual([
    ['letter-en.pdf', '%PDF-Letter'],
    ['summary-ar.pdf', '%PDF-Summary'],
  ])
  vi.unstubAllEnvs()
})

test('a page whose letters the browser lacks is left out, and said', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const printed = await printPapers([...pages, file('letter-ko.html', 'has a #')], chromium)
  expect(printed.map(({ path }) => path)).toEqual(['letter-en.pdf', 'summary-ar.pdf'])
  expect(said.mock.calls.flat().join()).toContain('no letters for letter-ko.html')
  said.mockRestore()
})

test('without a browser, or where it fails, the pack goes without PDFs', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(await printPapers(pages, undefined)).toEqual([])
  expect(await printPapers([...pages, file('letter-ko.html', 'fails')], chromium)).toEqual([])
  expect(await printPapers(pages, join(folder, 'nothing'))).toEqual([])
  expect(said).toHaveBeenCalledTimes(2)
  said.mockRestore()
})
