/** The files of a ZIP archive without compression, read from its front. */
export function unzip(archive: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(archive)
  const files = new Map<string, Buffer>()
  for (let at = 0; bytes.toString('latin1', at, at + 4) === 'PK\x03\x04'; ) {
    const [size, name] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const begins = at + 30 + name
    files.set(bytes.toString('utf8', at + 30, begins), bytes.subarray(begins, begins + size))
    at = begins + size
  }
  return files
}
