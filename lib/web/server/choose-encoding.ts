import Negotiator from 'negotiator'

export const encodings = ['br', 'gzip', 'identity'] as const

export type Encoding = (typeof encodings)[number]

/**
 * The best encoding that the client accepts (RFC 9110 §12.5.3): highest quality first, then our order (br, gzip).
 * `identity` if none is acceptable: a 406 helps nobody.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  // RFC 9110 §8.4.1.3: x-gzip is gzip.
  const wishes = { 'accept-encoding': (header ?? '').slice(0, 256).replace(/\bx-gzip\b/i, 'gzip') }
  const chosen = new Negotiator({ headers: wishes }).encoding([...encodings], { preferred: [...encodings] })
  return encodings.find((encoding) => encoding === chosen) ?? 'identity'
}
