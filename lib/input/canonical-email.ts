import { trimInvisible } from '@/lib/text/clean-text'
import { inOneWidth, readDomain } from './read-domain'

export interface EmailAddress {
  /** Where mail goes: as typed, in composed characters of one width, the domain in lower case and ASCII. */
  deliverable: string
  /** The same for every spelling of one mailbox: what is counted once. Never shown, never mailed to. */
  canonical: string
}

export type EmailProblem = 'missing' | 'too_long' | 'hidden' | 'domain' | 'invalid'

// RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3 (a path of 256 octets less its brackets), in octets.
const LOCAL_MAX = 64
const ADDRESS_MAX = 254

/** RFC 5322 `atext` and RFC 6531 UTF-8, without quoted local parts. */
const LOCAL =
  /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|[^\p{ASCII}\p{C}\p{Z}\u3002])+(?:\.(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|[^\p{ASCII}\p{C}\p{Z}\u3002])+)*$/iu
/** Invisible, so nobody typed it on purpose. Joiners belong to words of some scripts; a domain may have them. */
const HIDDEN = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u

/**
 * Reads an email address. What was typed and where mail goes are one address: only invisible marks around it, the
 * width of letters and the case of the domain may differ. Whatever else would have to be mapped, dropped or decoded is
 * refused.
 *
 * One mailbox, one canonical form: Unicode NFKC, lower case, and for Gmail alone, which ignores them, without dots and
 * everything after a plus. No other provider's habits are guessed: two people must never become one.
 */
export function readEmail(typed: string): { ok: true; address: EmailAddress } | { ok: false; reason: EmailProblem } {
  const text = inOneWidth(trimInvisible(typed)).normalize('NFC')
  if (text === '') return { ok: false, reason: 'missing' }
  if (Array.from(text).length > ADDRESS_MAX) return { ok: false, reason: 'too_long' }
  if (HIDDEN.test(text)) return { ok: false, reason: 'hidden' }
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(at, 0))
  const composed = local === local.normalize('NFKC') && Buffer.byteLength(local) <= LOCAL_MAX
  if (!composed || !LOCAL.test(local) || text.endsWith('@')) return { ok: false, reason: 'invalid' }
  const domain = readDomain(text.slice(at + 1))
  if (!domain) return { ok: false, reason: 'domain' }
  const deliverable = `${local}@${domain}`
  if (Buffer.byteLength(deliverable) > ADDRESS_MAX) return { ok: false, reason: 'too_long' }
  const canonical = canonicalOf(local.toLowerCase().normalize('NFKC'), domain)
  return { ok: true, address: { deliverable, canonical } }
}

/** The same without a reason. @returns null if the text is not an address that mail could reach */
export function canonicalEmail(typed: string): EmailAddress | null {
  const read = readEmail(typed)
  return read.ok ? read.address : null
}

/** The domain of an address that was read: what follows its last `@`. */
export function mailDomainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

function canonicalOf(local: string, domain: string): string {
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`
  const name = (local.split('+')[0] ?? '').replaceAll('.', '')
  return `${name || local}@gmail.com`
}
