import { zipSync } from 'fflate'
import type { PackFile } from './manifest'

/** The time of every entry, the first that ZIP can express, so that the same files make the same archive. */
const mtime = new Date(1980, 0, 1)

/** Makes a ZIP archive of files. */
export function zip(files: PackFile[]): Buffer<ArrayBuffer> {
  return Buffer.from(zipSync(Object.fromEntries(files.map(({ path, body }) => [path, body])), { mtime }))
}
