import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { env } from '@/lib/env'
import { noteCount } from '@/lib/metrics/note'
import { printToPdf } from '@/lib/printing/print-to-pdf'
import { redactError } from '@/lib/redact-error'
import type { PackFile } from './manifest'

/**
 * The pages of a pack as accessible PDFs, each beside its page. None where there is no browser (`CHROMIUM_PATH`), nor if it
 * fails: a delivery does not wait for it, and the pages can be printed later (`npm run print-pack`).
 */
export async function printPapers(files: PackFile[], chromium = env().CHROMIUM_PATH): Promise<PackFile[]> {
  if (!chromium) return []
  const folder = await mkdtemp(join(tmpdir(), 'pack-pdf-'))
  try {
    const printed: PackFile[] = []
    for (const { path, body } of files.filter((file) => file.path.endsWith('.html'))) {
      const page = join(folder, basename(path))
      await writeFile(page, body)
      const pdf = await printToPdf(chromium, pathToFileURL(page).href, folder)
      printed.push({ path: path.replace(/html$/, 'pdf'), body: pdf })
    }
    return printed
  } catch (error) {
    noteCount('errors', 'worker: PDFs of a delivery')
    console.error(`worker: PDFs of a delivery: ${redactError(error, 1)}`)
    return []
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
