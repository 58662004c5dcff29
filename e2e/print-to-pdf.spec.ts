import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lackingLetters } from '@/lib/printing/lacking-letters'
import { connect } from '@/scripts/database/connect.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expect, test } from './support/test'

const LETTER = '/letters/security-council-2015'

const printPages = (...more: string[]) =>
  runCommand(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/print-pages.ts', ...more], {
    cwd: root,
    env: { ...process.env, ...thisSite().env, CHROMIUM_PATH: process.env.E2E_CHROMIUM },
  })

test('a diplomat downloads a letter and the statement as PDFs that a screen reader can follow', async ({
  page,
  request,
}) => {
  test.setTimeout(480_000)
  await page.goto(`/en${LETTER}`)
  await expect(page.getByRole('link', { name: /PDF/ })).toHaveCount(0)
  expect((await request.get(`/api/v1/printed/en${LETTER}`)).status()).toBe(404)

  await printPages('en', 'ar')
  for (const [path, language, name] of [
    [LETTER, 'en', 'en-letters-security-council-2015.pdf'],
    [LETTER, 'ar', 'ar-letters-security-council-2015.pdf'],
    ['/statement', 'en', 'en-statement-3.pdf'],
  ] as const) {
    const link = page.getByRole('link', { name: /PDF/ }).first()
    await expect(async () => {
      await page.goto(`/${language}${path}`)
      await expect(link).toBeVisible({ timeout: 1_000 })
    }).toPass()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe(name)
    const text = (await readFile(await download.path())).toString('latin1')
    for (const part of ['%PDF-', '/StructTreeRoot', '/MarkInfo', `/Lang (${language})`, '/Outlines'])
      expect([name, part, text.includes(part)]).toEqual([name, part, true])
    const answer = await request.get(`/api/v1/printed/${language}${path === '/statement' ? '/statement/3' : path}`)
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  }
  // A second run prints nothing.
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  const made = async () => (await client.query('SELECT path, made_at FROM printed_page ORDER BY path')).rows
  const before = await made()
  expect(before.length).toBeGreaterThan(8)
  await printPages('en', 'ar')
  expect(await made()).toEqual(before)
  await client.end()
})

test('a browser says which texts it would set with boxes, whatever they contain', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'letters-'))
  const texts = {
    'plain words': 'Hello – “1,234”, é </script> \\u0041 \u2068isolated\u2069 soft\u00adhyphen',
    // No font has a character that is not assigned.
    boxes: 'Hello \u0379',
    'and/more boxes': '\u{10fffd}\u{10ffff}',
    nothing: '',
  }
  const found = await lackingLetters(process.env.E2E_CHROMIUM ?? '', folder, texts)
  await rm(folder, { recursive: true, force: true })
  expect(found).toEqual(new Set(['boxes', 'and/more boxes']))
})
