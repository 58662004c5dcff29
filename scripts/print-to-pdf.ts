import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A page as an accessible PDF: tagged, with outline and language.
 * @param program a Chromium
 * @param folder its profile, and the file while it is made
 * @throws Error if no PDF was made
 */
export async function printToPdf(program: string, url: string, folder: string): Promise<Buffer> {
  const file = join(folder, 'page.pdf')
  const flags = ['--headless', '--disable-gpu', '--no-pdf-header-footer', '--generate-pdf-document-outline']
  // Chromium's own sandbox does not start as root, as in a container.
  if (process.getuid?.() === 0) flags.push('--no-sandbox')
  const child = spawn(program, [...flags, `--user-data-dir=${folder}`, `--print-to-pdf=${file}`, url], {
    stdio: 'ignore',
    timeout: 60_000,
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  const bytes = code === 0 ? await readFile(file) : Buffer.alloc(0)
  await rm(file, { force: true })
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`Chromium made no PDF of ${url}`)
  return bytes
}
