import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkPack } from '@/lib/delivery/check-pack'
import { namesPage } from '@/lib/delivery/names/names-page'
import { lackingLetters } from '@/lib/printing/lacking-letters'
import { printToPdf } from '@/lib/printing/print-to-pdf'
import { isLocale, locales } from '@/messages/translator'
import { folderSource } from './folder-source'
import { identityIn } from './identity-in'
import { BadArguments, readArguments } from './ledger/read-arguments'
import { runCheck } from './ledger/run-check'

const usage = `Usage: CHROMIUM_PATH=/usr/bin/chromium npm run print-pack -- <folder> <another folder> [language …] [--sha256 hash] [--identity file]

Makes letter and summary of an unpacked delivery pack into accessible PDFs (tagged, with language), after checking the
pack, in all languages or those named. They are written into the other folder: the pack itself stays as it is.
--sha256   the hash of its manifest, from the petition's page
--identity age identity of an addressee who received names: prints them too, for an office that takes paper alone`

await runCheck(async () => {
  const given = readArguments(process.argv.slice(2), ['sha256', 'identity'], usage)
  const [place, into, ...named] = given.place
  const chromium = process.env.CHROMIUM_PATH
  if (!place || !into || !chromium || !named.every(isLocale)) throw new BadArguments(usage)
  const source = folderSource(given.path(place))
  const identity = identityIn(await given.file('identity'))
  const { names, petition } = await checkPack(source, { sha256: given.values.sha256, identity })
  if (identity && !names) throw new BadArguments('There are no names in the folder of this pack.')
  const target = given.path(into)
  const profile = await mkdtemp(join(tmpdir(), 'print-pack-'))
  let made = 0
  try {
    await mkdir(target, { recursive: true })
    const lacking: string[] = []
    for (const locale of named.length > 0 ? named : locales) {
      for (const name of [`letter-${locale}`, `summary-${locale}`]) {
        const html = await source.read(`${name}.html`)
        if (!html) continue
        if ((await lackingLetters(chromium, profile, { html: Buffer.from(html).toString() })).size > 0) {
          lacking.push(name)
          continue
        }
        const page = pathToFileURL(join(given.path(place), `${name}.html`)).href
        await writeFile(join(target, `${name}.pdf`), await printToPdf(chromium, page, profile))
        made += 1
      }
    }
    if (lacking.length > 0) {
      console.error(`Left out, since this Chromium lacks their letters: ${lacking.join(', ')}`)
      process.exitCode = 2
    }
    if (names) {
      const page = join(profile, 'names.html')
      await writeFile(page, namesPage(petition, names), { mode: 0o600 })
      await writeFile(join(target, 'names.pdf'), await printToPdf(chromium, pathToFileURL(page).href, profile))
      made += 1
    }
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
  console.log(`${made} PDFs in ${target}`)
})
