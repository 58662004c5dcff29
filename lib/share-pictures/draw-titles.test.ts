import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import petitions from '@/prisma/seed/petitions.json' with { type: 'json' }
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { committedPlate } from './compose-picture'
import { drawTitle, drawTitles, takeTitle } from './draw-titles'
import { findTitles, pictured } from './find-titles'
import { makePicture } from './make-pictures'

useDatabase()

const now = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

// A program that is called as Chromium is. It lacks the letters of a page with 않; its pictures are blank.
const program = `#!${process.execPath}
import { copyFileSync, readFileSync } from 'node:fs'
const text = readFileSync(new URL(process.argv.at(-1)), 'utf8')
if (text.includes('fails')) process.exit(1)
if (process.argv.includes('--dump-dom')) console.log('<body>lacking:' + (text.includes('않') ? 'html' : '') + '</body>')
else copyFileSync('public/share/plate-en.png', process.argv.find((one) => one.startsWith('--screenshot=')).slice('--screenshot='.length))
`
let folder = ''
let chromium = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'titles-test-'))
  chromium = join(folder, 'chromium.mjs')
  await writeFile(chromium, program)
  await chmod(chromium, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function drawAll(by?: string): Promise<number> {
  let drawn = 0
  while (await drawTitle(now, by)) drawn += 1
  return drawn
}

const retitle = (petitionId: string, locale: string, title: string) =>
  db().petitionText.updateMany({ where: { petitionId, locale }, data: { title } })
const undrawn = async () => (await findTitles()).map(({ locale, title }) => [locale, title])

it('every title of the first petitions comes with the site, in each language: npx tsx scripts/draw-share-images.ts', async () => {
  for (const { texts } of petitions)
    for (const { locale, title } of texts)
      expect([locale, title, (await committedPlate(locale as 'en', title)) !== null]).toEqual([locale, title, true])
})

it('a title that came with the site is on its picture at once, without a browser; another waits for one', async () => {
  const id = await aPetition('first')
  const [{ texts }] = petitions as [(typeof petitions)[0]]
  await retitle(id, 'en', texts.find(({ locale }) => locale === 'en')?.title ?? '')
  // The pictures are there first, with the common plate.
  while (await makePicture(now));
  expect(await drawTitle(now)).toBe(false)
  expect(await takeTitle(now)).toBe(true)
  const sources = async () =>
    Object.fromEntries((await db().sharePicture.findMany()).map(({ locale, source }) => [locale, source]))
  expect((await sources()).en).toBe('common')
  // Nobody waits for a title until more have signed.
  while (await makePicture(now));
  expect((await sources()).en).toMatch(/^[0-9a-f]{64}$/)
  // Of other languages there is no title, and the English one did not come drawn for them.
  const titles = await undrawn()
  expect(titles).toHaveLength(pictured.length - 1)
  expect(await takeTitle(now)).toBe(false)
})

it('a browser draws the others, but for languages whose letters it lacks, and is not asked again at once', async () => {
  await db().petition.updateMany({ data: { status: 'closed', closedAt: now, removedAt: now } })
  const id = await aPetition('second')
  await retitle(id, 'en', 'Written since')
  const said = vi.spyOn(console, 'error').mockReturnValue()
  await drawAll(chromium)
  expect(await undrawn()).toEqual([])
  await retitle(id, 'en', '않 lacks')
  expect(await drawAll(chromium)).toBe(pictured.length)
  expect(said).not.toHaveBeenCalled()
  expect(await undrawn()).toHaveLength(pictured.length)
  expect(await drawTitle(later(1), chromium)).toBe(false)
  expect(await drawTitles(chromium, ['en', 'ko'], false)).toEqual({ drawn: 0, lacking: ['en', 'ko'] })
  await retitle(id, 'en', 'fails')
  await drawTitle(now, chromium)
  expect(said).toHaveBeenCalledTimes(1)
  said.mockRestore()
  await retitle(id, 'en', 'Written again')
  expect(await drawTitles(chromium, ['en'], false)).toEqual({ drawn: 1, lacking: [] })
  expect(await drawTitles(chromium, ['en'], true)).toMatchObject({ drawn: 1 })
})
