import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { runChromium } from '@/lib/printing/run-chromium'
import { HEIGHT, WIDTH } from '@/lib/share-pictures/layout'
import { platePage } from '@/lib/share-pictures/plate-page'
import { hasPlate, savePlate } from '@/lib/share-pictures/plates'
import type { Locale } from '@/messages/translator'

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/**
 * Draws the titles of the petitions in view, for their pictures to share; those drawn already are left.
 * @param again draws all
 * @returns how many were drawn
 */
export async function drawPlates(program: string, folder: string, locale: Locale, again: boolean): Promise<number> {
  if (locale === 'ar-XB') return 0
  let made = 0
  for (const { id, text } of await listPetitions(locale)) {
    if (!again && (await hasPlate(id, locale, text.title))) continue
    await savePlate(id, locale, text.title, await drawPlate(program, folder, locale, text), new Date())
    made += 1
  }
  return made
}

async function drawPlate(program: string, folder: string, locale: Locale, text: { title: string; locale: string }) {
  const [page, file] = [join(folder, 'plate.html'), join(folder, 'plate.png')]
  await writeFile(page, platePage(locale, { text: text.title, locale: text.locale }))
  const flags = ['--hide-scrollbars', '--force-device-scale-factor=1', `--window-size=${WIDTH},${HEIGHT}`]
  const bytes = await runChromium(program, folder, file, [...flags, `--screenshot=${file}`, pathToFileURL(page).href])
  await rm(page, { force: true })
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) throw new Error(`Chromium drew no picture of “${text.title}”`)
  return bytes
}
