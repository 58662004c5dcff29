import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { PackSource } from '@/lib/delivery/check-pack'

/** The files of a folder and all those in it. */
export function folderSource(root: string): PackSource {
  return {
    async list() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => !entry.isDirectory())
      return files.map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .split(sep)
          .join('/'),
      )
    },
    read: (path) => readFile(join(root, path)).catch(() => null),
  }
}
