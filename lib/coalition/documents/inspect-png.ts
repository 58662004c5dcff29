import { crc32 } from 'node:zlib'
import type { FileProblem } from './document-types'

/**
 * Chunks that say how the picture looks (PNG, third edition, 11). Text, EXIF, time and unknown chunks are not among
 * them.
 */
const pictureChunks = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|bKGD|pHYs)$/

/** Reads a PNG chunk by chunk; nothing may follow its end. */
export function inspectPng(bytes: Buffer): FileProblem | null {
  let problem: FileProblem | null = null
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return 'file_broken'
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (at === 8 && type !== 'IHDR') return 'file_broken'
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'file_broken'
    if (!pictureChunks.test(type)) problem = 'file_metadata'
    if (type === 'IEND') return end === bytes.length ? problem : 'file_broken'
    at = end
  }
  return 'file_broken'
}
