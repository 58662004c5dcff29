import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file below a folder as text, except those of one folder. */
export async function textsOf(folder: string, without = ''): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const ours = files.filter((file) => !without || !file.startsWith(without))
  return Promise.all(ours.map((file) => readFile(file, 'latin1').catch(() => '')))
}
