import type { DocumentType } from '@/prisma/generated/enums'
import type { FileProblem } from './document-types'
import { inspectJpeg } from './inspect-jpeg'
import { inspectPdf } from './inspect-pdf'
import { inspectPng } from './inspect-png'
import { inspectWebp } from './inspect-webp'

/** The first bytes of each type, in hex: `%PDF-1.` or `%PDF-2.`, `\\x89PNG`, SOI, `RIFF….WEBP`. */
const kinds: { type: DocumentType; begins: RegExp; inspect: (bytes: Buffer) => FileProblem | null }[] = [
  { type: 'pdf', begins: /^255044462d3[12]2e3\d/, inspect: inspectPdf },
  { type: 'png', begins: /^89504e470d0a1a0a/, inspect: inspectPng },
  { type: 'jpeg', begins: /^ffd8ff/, inspect: inspectJpeg },
  { type: 'webp', begins: /^52494646.{8}57454250/, inspect: inspectWebp },
]

/**
 * Tells a file's type by its content, from the first byte to the last: names and types that a browser sends prove
 * nothing. Pictures are not re-encoded, so one that carries anything but the picture is refused.
 */
export function inspectDocument(
  bytes: Uint8Array,
): { ok: true; type: DocumentType } | { ok: false; reason: FileProblem } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const head = buffer.toString('hex', 0, 16)
  const kind = kinds.find(({ begins }) => begins.test(head))
  if (!kind) return { ok: false, reason: 'file_type' }
  const reason = kind.inspect(buffer)
  return reason ? { ok: false, reason } : { ok: true, type: kind.type }
}
