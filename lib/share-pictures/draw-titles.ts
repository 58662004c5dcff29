import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { LRUCache } from 'lru-cache'
import { env } from '@/lib/env'
import { noteCount } from '@/lib/metrics/note'
import { lackingLetters } from '@/lib/printing/lacking-letters'
import { runChromium } from '@/lib/printing/run-chromium'
import { redactError } from '@/lib/redact-error'
import type { Locale } from '@/messages/translator'
import { committedPlate } from './compose-picture'
import { findTitles, type PictureTitle } from './find-titles'
import { HEIGHT, WIDTH } from './layout'
import { platePage } from './plate-page'
import { savePlate } from './plates'

/** Titles that could not be drawn; in ms until it is tried again. */
const failed = new LRUCache<string, true>({ max: 1_000, ttl: 3_600_000 })

/**
 * Gives one petition in view the title that came with this site, drawn in advance.
 * @returns whether there was one to give
 */
export async function takeTitle(now: Date): Promise<boolean> {
  for (const title of await findTitles()) {
    const plate = await committedPlate(title.locale, title.title)
    if (!plate) continue
    await savePlate(title, plate, now)
    return true
  }
  return false
}

/**
 * Draws one of the others with this machine's browser, if it has one with the letters of its language.
 * @returns whether there was one to draw
 */
export async function drawTitle(now: Date, chromium = env().CHROMIUM_PATH): Promise<boolean> {
  const due = chromium ? (await findTitles()).find((title) => !failed.has(keyOf(title))) : undefined
  if (!chromium || !due) return false
  const plate = (await committedPlate(due.locale, due.title)) ?? (await tried(chromium, due))
  if (plate) await savePlate(due, plate, now)
  else failed.set(keyOf(due), true)
  return true
}

/**
 * Draws the titles of petitions in view in these languages; those drawn already are left.
 * @param again draws all
 * @returns how many were drawn, and the languages whose letters the browser lacks
 */
export async function drawTitles(chromium: string, of: readonly Locale[], again: boolean) {
  let drawn = 0
  const lacking = new Set<Locale>()
  for (const title of await findTitles({ of, all: again })) {
    const plate = (await committedPlate(title.locale, title.title)) ?? (await drawPlate(chromium, title))
    if (plate) await savePlate(title, plate, new Date())
    if (plate) drawn += 1
    else lacking.add(title.locale)
  }
  return { drawn, lacking: [...lacking] }
}

const keyOf = ({ petitionId, locale, title }: PictureTitle) => `${petitionId} ${locale} ${title}`

async function tried(chromium: string, title: PictureTitle): Promise<Buffer | null> {
  try {
    return await drawPlate(chromium, title)
  } catch (error) {
    noteCount('errors', 'worker: draw share titles')
    console.error(`worker: draw share titles: ${redactError(error, 1)}`)
    return null
  }
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** Null where the browser lacks letters. @throws Error if it draws nothing */
async function drawPlate(chromium: string, { locale, title, language }: PictureTitle): Promise<Buffer | null> {
  const folder = await mkdtemp(join(tmpdir(), 'plate-'))
  try {
    const html = platePage(locale, { text: title, locale: language })
    if ((await lackingLetters(chromium, folder, { html })).size > 0) return null
    const [page, file] = [join(folder, 'plate.html'), join(folder, 'plate.png')]
    await writeFile(page, html)
    const flags = ['--hide-scrollbars', '--force-device-scale-factor=1', `--window-size=${WIDTH},${HEIGHT}`]
    const bytes = await runChromium(chromium, folder, file, [
      ...flags,
      `--screenshot=${file}`,
      pathToFileURL(page).href,
    ])
    if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) throw new Error(`Chromium drew no picture of “${title}”`)
    return bytes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
