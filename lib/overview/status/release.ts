import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The beginning of the hash of the sources that this process was built from (scripts/setup/build-if-stale.mjs); null where nothing was built, as while somebody develops. */
export function findRelease(): Promise<string | null> {
  return readFile(join('.next', 'release'), 'utf8').then(
    (text) => text.trim().slice(0, 12) || null,
    () => null,
  )
}

/** The names of the migrations that this release has; null where they are not beside it. */
export function listMigrations(): Promise<string[] | null> {
  return readdir(join('prisma', 'migrations'), { withFileTypes: true }).then(
    (entries) => entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    () => null,
  )
}
