import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { petitionView } from '@/lib/petitions/petition-view'
import { lastMoment } from '@/lib/staff/approvals/approval-expiry'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import { countRecipients } from './recipients'
import { fillInMailing, localeFor, type MailingTemplate, renderMailing, textFor } from './render-mailing'

export interface MailingRow {
  id: string
  petition: string
  /** Of the English text, or of the first there is. */
  subject: string
  stage: string
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  recipients: number
  accepted: number
  refused: number
  dropped: number
  languages: string[]
}

const written = { subject: { not: '' } }

/** Updates, newest first. */
export async function listMailings(by: Staff): Promise<MailingRow[]> {
  authorise(by, 'update.read')
  const rows = await db().mailing.findMany({
    orderBy: { createdAt: 'desc' },
    take: 100,
    include: { texts: { where: written, select: { locale: true, subject: true }, orderBy: { locale: 'asc' } } },
    omit: { cursor: true },
  })
  const petitions = await db().petition.findMany({ select: { id: true, slug: true } })
  return rows.map(({ texts, petitionId, ...row }) => ({
    ...row,
    petition: petitions.find(({ id }) => id === petitionId)?.slug ?? '',
    subject: (texts.find(({ locale }) => locale === sourceLocale) ?? texts[0])?.subject ?? '',
    languages: texts.map(({ locale }) => locale),
  }))
}

export interface MailingTextView {
  locale: string
  subject: string
  body: string
  revision: number
  /** What was typed beside it and is not saved. */
  otherSubject: string | null
  otherBody: string | null
}

export interface MailingView extends MailingRow {
  petitionId: string
  revision: number
  queued: number
  texts: MailingTextView[]
  createdBy: string
  startedBy: string | null
  approvedBy: string | null
  /** How many would get it if it were started now; null once it was. */
  recipientsNow: number | null
  /** An approval that waits. */
  waiting: string | null
  /** Queued and not sent. */
  waitingMails: number
  allQueued: boolean
}

/** One update with its texts. */
export async function findMailing(by: Staff, id: string, now: Date): Promise<MailingView | null> {
  authorise(by, 'update.read')
  if (!isId(id)) return null
  const row = await db().mailing.findUnique({
    where: { id },
    include: { texts: { orderBy: { locale: 'asc' } } },
    omit: { cursor: true },
  })
  if (!row) return null
  const waits = { subject: `update:${id}`, approvedAt: null, refusedAt: null }
  const [petition, staff, waiting, waitingMails] = await Promise.all([
    db().petition.findUniqueOrThrow({ where: { id: row.petitionId } }),
    db().user.findMany({ select: { id: true, email: true } }),
    db().approval.findFirst({ where: { ...waits, askedAt: { gt: lastMoment(now) } } }),
    db().mail.count({ where: { updateId: id, sentAt: null, failedAt: null } }),
  ])
  const name = (of: string | null) => staff.find((person) => person.id === of)?.email ?? null
  return {
    ...row,
    petition: petition.slug,
    subject: textFor(row.texts, sourceLocale)?.subject ?? '',
    languages: row.texts.filter(({ subject }) => subject !== '').map(({ locale }) => locale),
    createdBy: name(row.createdBy) ?? 'gone',
    startedBy: name(row.startedBy),
    approvedBy: name(row.approvedBy),
    recipientsNow: row.stage === 'draft' ? await countRecipients(row.petitionId, now) : null,
    waiting: waiting?.id ?? null,
    waitingMails,
    allQueued: row.queuedAt !== null,
  }
}

/** Exactly what a signer of a language is mailed, but for the link that each has of their own. */
export async function previewMailing(by: Staff, id: string, locale: string): Promise<MailingTemplate | null> {
  authorise(by, 'update.read')
  if (!isId(id)) return null
  const update = await db().mailing.findUnique({ where: { id }, include: { texts: true } })
  const text = update && textFor(update.texts, locale)
  if (!update || !text) return null
  const row = await db().petition.findUniqueOrThrow({
    where: { id: update.petitionId },
    include: { texts: true, total: true },
  })
  const petition = petitionView(row, locale)
  if (!petition) return null
  const { title, locale: titleLocale } = petition.text
  const template = await renderMailing(text, localeFor(locale), { title, locale: titleLocale })
  return fillInMailing(template, 'each-recipient-has-a-link-of-their-own')
}
