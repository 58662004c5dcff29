import { createHash } from 'node:crypto'

/** The text that a signer signs. The story of the outcome is not part of it. */
export interface SignedText {
  slug: string
  locale: string
  version: number
  title: string
  call: string
  addressee: string
  asks: string[]
  body: string
}

/**
 * The SHA-256 that binds a signature to the text it was shown: over the UTF-8 bytes of `agreedText`.
 * @returns 32 bytes
 */
export function textHash(text: SignedText): Buffer<ArrayBuffer> {
  return createHash('sha256').update(agreedText(text)).digest() as Buffer<ArrayBuffer>
}

/**
 * The canonical JSON (RFC 8785; here keys in ascending order, no white space, strings in Unicode NFC) of exactly the
 * fields of `SignedText`.
 */
export function agreedText(text: SignedText): string {
  const { addressee, asks, body, call, locale, slug, title, version } = text
  return JSON.stringify({ addressee, asks, body, call, locale, slug, title, version }).normalize('NFC')
}
