import { createHash } from 'node:crypto'

interface Row {
  kind: string
  petition: string
  what: string | null
  domainIndex: Uint8Array | null
  from: Date
}

/**
 * Names a flood in an address without saying what it is of: a small domain may be a family's. One of a domain may last
 * for days, the others are known by their hour.
 */
export function floodKey({ kind, petition, what, domainIndex, from }: Row): string {
  const which = domainIndex
    ? Buffer.from(domainIndex).toString('hex')
    : `${what ?? ''} ${from.toISOString().slice(0, 13)}`
  return createHash('sha256').update(`${kind} ${petition} ${which}`).digest('base64url').slice(0, 16)
}
