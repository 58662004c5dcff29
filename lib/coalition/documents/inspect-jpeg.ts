import type { FileProblem } from './document-types'

const START_OF_SCAN = 0xda
const END = 0xd9

/** Frames, tables, restart interval, JFIF, colour profile and Adobe's colour transform. */
function isPicture(marker: number, segment: Buffer): boolean {
  if (marker === 0xe0) return segment.toString('latin1', 0, 5) === 'JFIF\0'
  if (marker === 0xe2) return segment.toString('latin1', 0, 12) === 'ICC_PROFILE\0'
  if (marker === 0xee) return segment.toString('latin1', 0, 5) === 'Adobe'
  // SOF0–15 with DHT (c4) and DAC (cc), SOS, DQT, DRI; EXIF and XMP (e1), IPTC (ed) and comments (fe) are none.
  return (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || [START_OF_SCAN, 0xdb, 0xdd].includes(marker)
}

/** Reads a JPEG segment by segment; nothing may follow its end. */
export function inspectJpeg(bytes: Buffer): FileProblem | null {
  let problem: FileProblem | null = null
  let scans = 0
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'file_broken'
    const marker = bytes[at + 1] ?? 0
    if (marker === END) return at + 2 === bytes.length && scans > 0 ? problem : 'file_broken'
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0
    if (length < 2 || at + 2 + length > bytes.length) return 'file_broken'
    if (!isPicture(marker, bytes.subarray(at + 4, at + 2 + length))) problem = 'file_metadata'
    at += 2 + length
    if (marker !== START_OF_SCAN) continue
    scans += 1
    at = endOfScan(bytes, at)
  }
  return 'file_broken'
}

/** In a scan's data 0xff is followed by 0 or by a restart marker; any other is the next segment. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }
  return bytes.length
}
