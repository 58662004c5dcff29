const LF = 10
const CR = 13
const EQUALS = 61
const HEX = Buffer.from('0123456789ABCDEF')
/** The longest line of either encoding. */
const LINE = 76

/**
 * Text for a part of a mail, in lines of at most 76 ASCII characters that end with CRLF: quoted-printable, or base64
 * where that is shorter (RFC 2045, 6.7 and 6.8).
 */
export function encodeText(text: string): { encoding: 'quoted-printable' | 'base64'; encoded: string } {
  const lines = text.replaceAll('\r\n', '\n')
  const bytes = Buffer.from(lines)
  // A byte takes four characters for three bytes in base64; in quoted-printable one in ASCII, else three.
  const isForeign = bytes.length - asciiIn(bytes) > bytes.length / 6
  return isForeign
    ? { encoding: 'base64', encoded: base64(lines) }
    : { encoding: 'quoted-printable', encoded: quotedPrintable(bytes) }
}

function asciiIn(bytes: Buffer): number {
  let number = 0
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) < 128) number += 1
  return number
}

function base64(lines: string): string {
  const encoded = Buffer.from(lines.replaceAll('\n', '\r\n')).toString('base64')
  let broken = encoded.slice(0, LINE)
  for (let at = LINE; at < encoded.length; at += LINE) broken += `\r\n${encoded.slice(at, at + LINE)}`
  return broken
}

function quotedPrintable(bytes: Buffer): string {
  // Three for each byte, and three more for a soft line break, after 64 characters or later.
  const out = Buffer.allocUnsafe(Math.ceil((bytes.length * 3 * (LINE - 12 + 3)) / (LINE - 12)) + 3)
  let at = 0
  let column = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === LF) {
      out[at++] = CR
      out[at++] = LF
      column = 0
      continue
    }
    const next = bytes[i + 1]
    const isSpace = byte === 32 || byte === 9
    // A space at the end of a line would get lost.
    const isLiteral = isSpace ? next !== undefined && next !== LF : byte > 32 && byte < 127 && byte !== EQUALS
    // Room for the mark of a soft line break; no character is cut in two.
    if (column + (isLiteral ? 1 : widthOf(byte)) > LINE - 1) {
      out[at++] = EQUALS
      out[at++] = CR
      out[at++] = LF
      column = 0
    }
    if (isLiteral) {
      out[at++] = byte
      column += 1
      continue
    }
    out[at++] = EQUALS
    out[at++] = HEX[byte >> 4] as number
    out[at++] = HEX[byte & 15] as number
    column += 3
  }
  return out.toString('latin1', 0, at)
}

/** The encoded width of the character that a byte of UTF-8 begins; of any other byte its own. */
function widthOf(byte: number): number {
  if (byte >= 0xf0) return 12
  if (byte >= 0xe0) return 9
  return byte >= 0xc0 ? 6 : 3
}
