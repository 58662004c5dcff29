import type { FileProblem } from './document-types'

/** Chunks of a still picture; EXIF, XMP and animations are not among them. */
const pictureChunks = /^(?:VP8 |VP8L|VP8X|ALPH|ICCP)$/

/** Reads a WebP chunk by chunk (RIFF); nothing may follow its end. */
export function inspectWebp(bytes: Buffer): FileProblem | null {
  if (bytes.length < 20 || bytes.readUInt32LE(4) + 8 !== bytes.length) return 'file_broken'
  let problem: FileProblem | null = null
  let pictures = 0
  let at = 12
  while (at + 8 <= bytes.length) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (!pictureChunks.test(type)) problem = 'file_metadata'
    if (/^VP8[ L]$/.test(type)) pictures += 1
    // Chunks of odd length are padded.
    at += 8 + length + (length % 2)
  }
  return at === bytes.length && pictures === 1 ? problem : 'file_broken'
}
