import { domainToASCII } from 'node:url'

export interface EmailAddress {
  /** Where mail goes: as typed, in composed characters, the domain in ASCII. */
  deliverable: string
  /** The same for every spelling of one mailbox; what is counted once. Never shown, never mailed to. */
  canonical: string
}

// RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3 (a path of 256 octets less its brackets), in octets.
const LOCAL_MAX = 64
const ADDRESS_MAX = 254

/** RFC 5322 `atext` and RFC 6531 UTF-8, without quoted local parts. */
const LOCAL =
  /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|[^\p{ASCII}\p{C}\p{Z}])+(?:\.(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|[^\p{ASCII}\p{C}\p{Z}])+)*$/iu
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads an e-mail address.
 *
 * One mailbox, one canonical form: Unicode NFKC (full-width letters), lower case, internationalised domain in
 * ASCII (UTS #46), and for Gmail alone, which ignores them, dots and everything after a plus. No other
 * provider's habits are guessed: two people must never become one.
 * @returns null if the text is not an address that mail could reach
 */
export function canonicalEmail(typed: string): EmailAddress | null {
  const text = typed.normalize('NFKC').trim()
  const at = text.lastIndexOf('@')
  if (at < 1) return null
  const local = text.slice(0, at)
  const domain = readDomain(text.slice(at + 1))
  if (!domain || !LOCAL.test(local) || Buffer.byteLength(local) > LOCAL_MAX) return null
  const deliverable = `${local}@${domain}`
  if (Buffer.byteLength(deliverable) > ADDRESS_MAX) return null
  return { deliverable, canonical: canonical(local.toLowerCase().normalize('NFKC'), domain) }
}

function readDomain(text: string): string | null {
  const domain = domainToASCII(text.replace(/\.$/, '')).toLowerCase()
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  if (labels.length < 2 || domain.length > 253 || /^\d+$/.test(top)) return null
  return labels.every((label) => LABEL.test(label)) ? domain : null
}

function canonical(local: string, domain: string): string {
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`
  const name = (local.split('+')[0] ?? '').replaceAll('.', '')
  return `${name || local}@gmail.com`
}
