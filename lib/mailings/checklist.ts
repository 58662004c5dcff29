import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { type MarkdownNode, readMarkdown } from '@/lib/text/markdown'
import { files, sourceLocale } from '@/messages/translator'
import type { MailingView } from './find-mailing'
import { countRecipientsByLanguage } from './recipients'

/** Mail programs on phones cut off longer ones. */
const SHORT_SUBJECT = 60

/** The checks before a mailing is sent. */
export interface MailingChecklist {
  english: boolean
  /** Languages without a text. */
  missing: string[]
  /** The percentage of recipients in those languages, rounded up; they get the English text. */
  inEnglish: number
  /** Languages whose subject is cut off on phones. */
  long: string[]
  /** Each link, with the languages whose text lacks it. */
  links: { href: string; absent: string[] }[]
  /** When the reader last mailed themselves a test; null if never. */
  testedAt: Date | null
  /** A text was saved after the test. */
  changedSince: boolean
}

/** Checks a draft. Only a missing English text prevents sending. */
export async function checkMailing(by: Staff, mailing: MailingView, now: Date): Promise<MailingChecklist> {
  const { id, petitionId, languages } = mailing
  const written = mailing.texts.filter(({ subject }) => subject !== '')
  const last = (verb: string, staffId?: string) =>
    db().auditEntry.findFirst({
      where: { subject: `update:${id}`, verb, ...(staffId && { staffId }) },
      orderBy: { seq: 'desc' },
      select: { seq: true, at: true },
    })
  const [shares, tested, saved] = await Promise.all([
    countRecipientsByLanguage(petitionId, now),
    last('update.test', by.id),
    last('update.write'),
  ])
  const missing = Object.keys(files).filter((locale) => !languages.includes(locale))
  const found = written.map(({ locale, body }) => ({ locale, hrefs: linksIn(readMarkdown(body)) }))
  const hrefs = [...new Set(found.flatMap((one) => one.hrefs))]
  const sum = (rows: typeof shares) => rows.reduce((total, { recipients }) => total + recipients, 0)
  const all = sum(shares)
  return {
    english: languages.includes(sourceLocale),
    missing,
    inEnglish: all === 0 ? 0 : Math.ceil((100 * sum(shares.filter((one) => missing.includes(one.locale)))) / all),
    long: written.flatMap(({ locale, subject }) => (Array.from(subject).length > SHORT_SUBJECT ? [locale] : [])),
    links: hrefs.map((href) => ({
      href,
      absent: found.flatMap((one) => (one.hrefs.includes(href) ? [] : [one.locale])),
    })),
    testedAt: tested?.at ?? null,
    changedSince: Boolean(tested && saved && saved.seq > tested.seq),
  }
}

function linksIn(nodes: MarkdownNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    return [...(node.href ? [node.href] : []), ...linksIn(node.children)]
  })
}
