import { join } from 'node:path'
import { runChromium } from './run-chromium'

/**
 * Prints a page as an accessible PDF: tagged, with outline and language.
 * @param program a Chromium
 * @param folder its profile, and the file while it is made
 * @throws Error if no PDF was made
 */
export async function printToPdf(program: string, url: string, folder: string): Promise<Buffer> {
  const file = join(folder, 'page.pdf')
  const flags = ['--no-pdf-header-footer', '--generate-pdf-document-outline', `--print-to-pdf=${file}`, url]
  const bytes = await runChromium(program, folder, file, flags)
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`Chromium made no PDF of ${url}`)
  return bytes
}
