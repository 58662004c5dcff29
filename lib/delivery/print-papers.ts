import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { env } from '@/lib/env'
import { noteCount } from '@/lib/metrics/note'
import { lackingLetters } from '@/lib/printing/lacking-letters'
import { printToPdf } from '@/lib/printing/print-to-pdf'
import { redactError } from '@/lib/redact-error'
import type { PackFile } from './manifest'
import type { NoteProgress } from './progress'

/**
 * Prints the pages of a pack as accessible PDFs. Makes none without a browser (`CHROMIUM_PATH`) or if it fails, so that
 * the delivery does not wait; they can be printed later (`npm run print-pack`). Leaves out pages with letters that the
 * browser lacks, which would print as boxes.
 */
export async function printPapers(
  files: PackFile[],
  chromium = env().CHROMIUM_PATH,
  noteProgress: NoteProgress = async () => undefined,
): Promise<PackFile[]> {
  if (!chromium) return []
  const folder = await mkdtemp(join(tmpdir(), 'pack-pdf-'))
  try {
    const printed: PackFile[] = []
    const pages = files.filter(({ path }) => path.endsWith('.html'))
    const texts = Object.fromEntries(pages.map(({ path, body }) => [path, Buffer.from(body).toString()]))
    const lacking = await lackingLetters(chromium, folder, texts)
    if (lacking.size > 0)
      console.error(`worker: print delivery PDFs: this Chromium has no letters for ${[...lacking].join(', ')}`)
    const wanted = pages.filter((page) => !lacking.has(page.path))
    for (const { path, body } of wanted) {
      await noteProgress('pdfs', printed.length, wanted.length)
      const page = join(folder, basename(path))
      await writeFile(page, body)
      const pdf = await printToPdf(chromium, pathToFileURL(page).href, folder)
      printed.push({ path: path.replace(/html$/, 'pdf'), body: pdf })
    }
    return printed
  } catch (error) {
    noteCount('errors', 'worker: print delivery PDFs')
    console.error(`worker: print delivery PDFs: ${redactError(error, 1)}`)
    return []
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
