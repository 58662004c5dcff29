import { resolveTxt } from 'node:dns/promises'
import { getDomain } from 'tldts'
import type { Env } from '@/lib/env'

/** TXT records of the domain that mail is sent from, of its `_dmarc`, and of its key; null where nobody answered. */
export interface SenderRecords {
  spf: string[] | null
  dmarc: string[] | null
  /** It has no DMARC of its own: these are of the registered domain above it, and hold for it (RFC 7489, 6.6.3). */
  isInherited: boolean
  /** `unknown`: nobody has said under which selector the provider signs. */
  dkim: string[] | null | 'unknown'
}

/** The faults that a sender's domain can have. */
export const senderFaultNames = ['not_looked_up', 'no_spf', 'open_spf', 'no_dkim', 'no_dmarc', 'dmarc_none'] as const

export type SenderFault = (typeof senderFaultNames)[number]

/** The domain in `Name <address@domain>`; null if it is not a public domain. */
export function senderDomain(from: string): string | null {
  const domain = /@([^\s@<>]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? null
  return domain === 'localhost' ? null : domain
}

type MailSettings = Pick<Env, 'MAIL_DRIVER'> & Partial<Pick<Env, 'MAIL_DKIM_SELECTOR'>>

/** The name below `_domainkey` under which the provider publishes its DKIM key; null if it is not configured. */
export function dkimSelector({ MAIL_DRIVER, MAIL_DKIM_SELECTOR }: MailSettings): string | null {
  return MAIL_DKIM_SELECTOR ?? (MAIL_DRIVER === 'resend' ? 'resend' : null)
}

/**
 * Looks up the DNS records of a sender's domain.
 * @param selector the name of its DKIM key (`dkimSelector`)
 * @param lookUp gives the TXT records of a name; null if no server answers
 */
export async function readSenderRecords(
  domain: string,
  selector: string | null,
  lookUp = texts,
): Promise<SenderRecords> {
  const [spf, own, dkim] = await Promise.all([
    lookUp(domain),
    lookUp(`_dmarc.${domain}`),
    selector === null ? ('unknown' as const) : lookUp(`${selector}._domainkey.${domain}`),
  ])
  const above = getDomain(domain, { allowPrivateDomains: true })
  if (own === null || own.some(isDmarc) || above === null || above === domain)
    return { spf, dmarc: own, isInherited: false, dkim }
  return { spf, dmarc: await lookUp(`_dmarc.${above}`), isInherited: true, dkim }
}

/**
 * The faults for which mailboxes may refuse mail of that domain; an empty list if there are none.
 * @param driver a domain need not let Resend send: its mail is bounced to a domain below, which Resend checks itself
 */
export function senderFaults(
  { spf, dmarc, isInherited, dkim }: SenderRecords,
  driver: Env['MAIL_DRIVER'],
): SenderFault[] {
  const policyOf = (text: string) => (isInherited && tagOf(text, 'sp')) || tagOf(text, 'p')
  const faults: [SenderFault, boolean][] = [
    ['not_looked_up', spf === null || dmarc === null || dkim === null],
    ['no_spf', driver !== 'resend' && spf !== null && !spf.some(isSpf)],
    ['open_spf', spf?.some((text) => isSpf(text) && /\s\+?all(?=\s|$)/i.test(text)) ?? false],
    ['no_dkim', Array.isArray(dkim) && !dkim.some(isKey)],
    ['no_dmarc', dmarc !== null && !dmarc.some(isDmarc)],
    ['dmarc_none', dmarc?.some((text) => isDmarc(text) && policyOf(text) === 'none') ?? false],
  ]
  return faults.flatMap(([fault, found]) => (found ? [fault] : []))
}

function isSpf(text: string): boolean {
  return /^v=spf1(?=\s|$)/i.test(text)
}

function isDmarc(text: string): boolean {
  return tagOf(text, 'v') === 'dmarc1'
}

/** Whether a record has a key. An empty key is a revoked one. */
function isKey(text: string): boolean {
  return /(?:^|;)\s*p\s*=\s*[\w+/]/.test(text)
}

function tagOf(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*(\\w+)`, 'i').exec(text)?.[1]?.toLowerCase()
}

/** The TXT records of a name: an empty list if there are none, null if no server answers. */
async function texts(name: string): Promise<string[] | null> {
  try {
    return (await resolveTxt(name)).map((parts) => parts.join(''))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : null
  }
}
