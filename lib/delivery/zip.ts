import { zipSync } from 'fflate'
import type { PackFile } from './manifest'

/** The time of every entry, so that the same files give the same archive: the first that ZIP knows. */
const mtime = new Date(1980, 0, 1)

/** A ZIP archive of files. */
export function zip(files: PackFile[]): Buffer<ArrayBuffer> {
  return Buffer.from(zipSync(Object.fromEntries(files.map(({ path, body }) => [path, body])), { mtime }))
}
