import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPrintable } from '@/lib/coalition/printed-pages/list-printable'
import { findPrintedPage, savePrintedPage } from '@/lib/coalition/printed-pages/printed-pages'
import { closeDb } from '@/lib/db'
import { env } from '@/lib/env'
import { languagesLacking } from '@/lib/printing/languages-lacking'
import { printToPdf } from '@/lib/printing/print-to-pdf'
import { drawTitles } from '@/lib/share-pictures/draw-titles'
import { languageName } from '@/messages/language-name'
import { isLocale, type Locale, locales } from '@/messages/translator'

const usage = `Usage: CHROMIUM_PATH=/usr/bin/chromium npm run print-pages [-- --again] [language …]

Makes the letters and the statement into accessible PDFs (tagged, with outline and language), which their pages then
offer, by opening each page of the running site in a Chromium; and draws the titles of petitions for their pictures to
share. In all languages, or those named, but for those whose letters this Chromium lacks. Those that are there already
are left, unless --again is given: to be used after the look of pages has changed.`

const chromium = process.env.CHROMIUM_PATH
const again = process.argv[2] === '--again'
const named = process.argv.slice(again ? 3 : 2)

if (!chromium || !named.every(isLocale)) {
  console.error(usage)
  process.exitCode = 1
} else {
  const folder = await mkdtemp(join(tmpdir(), 'print-pages-'))
  try {
    await printAll(chromium, folder, named.length > 0 ? named : locales)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await closeDb()
  }
}

async function printAll(program: string, folder: string, languages: readonly Locale[]): Promise<void> {
  const lacking = await languagesLacking(program, folder, languages)
  const able = languages.filter((locale) => !lacking.includes(locale))
  let made = 0
  for (const locale of able) {
    for (const { path, version } of await listPrintable(locale)) {
      if (!again && (await findPrintedPage(path, version))) continue
      const answer = await fetch(env().SITE_URL + path)
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}: is the site running?`)
      await savePrintedPage(path, version, await printToPdf(program, env().SITE_URL + path, folder), new Date())
      made += 1
    }
  }
  const { drawn } = await drawTitles(program, able, again)
  console.log(`${made} pages printed, ${drawn} titles drawn.`)
  if (lacking.length > 0) {
    const names = lacking.map((locale) => languageName(locale, 'en')).join(', ')
    console.error(`Left out, since this Chromium lacks their letters: ${names}. Install fonts that have them.`)
    process.exitCode = 1
  }
}
