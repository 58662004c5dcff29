import { unzipSync } from 'fflate'

/** The files of a ZIP archive, by their paths. */
export function unzip(archive: Uint8Array): Map<string, Buffer> {
  return new Map(Object.entries(unzipSync(archive)).map(([path, body]) => [path, Buffer.from(body)]))
}
