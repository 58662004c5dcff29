import { resolveTxt } from 'node:dns/promises'

/** TXT records of the domain that mail is sent from, and of its `_dmarc`; null where nobody answered. */
export interface SenderRecords {
  spf: string[] | null
  dmarc: string[] | null
}

/** What is wrong with a sender's domain. */
export type SenderFault = 'not_looked_up' | 'no_spf' | 'open_spf' | 'no_dmarc' | 'dmarc_none'

/** The domain in `Name <address@domain>`; null where it is none that others know. */
export function senderDomain(from: string): string | null {
  const domain = /@([^\s@<>]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? null
  return domain === 'localhost' ? null : domain
}

/** Looks the records up. */
export async function readSenderRecords(domain: string): Promise<SenderRecords> {
  const [spf, dmarc] = await Promise.all([texts(domain), texts(`_dmarc.${domain}`)])
  return { spf, dmarc }
}

/** What mailboxes would hold against mail of that domain; an empty list if nothing was found. */
export function senderFaults({ spf, dmarc }: SenderRecords): SenderFault[] {
  const isSpf = (text: string) => /^v=spf1\b/i.test(text)
  const isDmarc = (text: string) => /^v=DMARC1\b/i.test(text)
  const faults: [SenderFault, boolean][] = [
    ['not_looked_up', spf === null || dmarc === null],
    ['no_spf', spf !== null && !spf.some(isSpf)],
    ['open_spf', spf?.some((text) => isSpf(text) && /\+all\b/i.test(text)) ?? false],
    ['no_dmarc', dmarc !== null && !dmarc.some(isDmarc)],
    ['dmarc_none', dmarc?.some((text) => isDmarc(text) && /\bp=none\b/i.test(text)) ?? false],
  ]
  return faults.flatMap(([fault, found]) => (found ? [fault] : []))
}

/** An empty list where there is no such record; null where nobody answers. */
async function texts(name: string): Promise<string[] | null> {
  try {
    return (await resolveTxt(name)).map((parts) => parts.join(''))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : null
  }
}
