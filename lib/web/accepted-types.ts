import Negotiator from 'negotiator'

/** The media types that an Accept header names, in lower case (RFC 9110 §8.3.1), without those it refuses (q=0). */
export function acceptedTypes(accept: string | null | undefined): string[] {
  return new Negotiator({ headers: { accept: (accept ?? '').slice(0, 500).toLowerCase() } }).mediaTypes()
}
