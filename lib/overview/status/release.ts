import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The first 12 characters of the hash of the built sources (scripts/setup/build-if-stale.mjs); null in development. */
export function findRelease(): Promise<string | null> {
  return readFile(join('.next', 'release'), 'utf8').then(
    (text) => text.trim().slice(0, 12) || null,
    () => null,
  )
}

/** The names of this release's migrations; null if the folder is missing. */
export function listMigrations(): Promise<string[] | null> {
  return readdir(join('prisma', 'migrations'), { withFileTypes: true }).then(
    (entries) => entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    () => null,
  )
}
