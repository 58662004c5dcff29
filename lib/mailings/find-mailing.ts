import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { type Paged, pageOf, rowsOf } from '@/lib/input/pages'
import { petitionView } from '@/lib/petitions/petition-view'
import { findPendingApproval } from '@/lib/staff/approvals/request-approval'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { named, staffName } from '@/lib/staff/staff-name'
import { sourceLocale } from '@/messages/translator'
import { countSomeRecipients } from './recipients'
import {
  fillInMailing,
  localeFor,
  type MailingTemplate,
  renderMailing,
  textFor,
  type UpdateText,
} from './render-mailing'

export interface MailingRow {
  id: string
  petition: string
  /** The subject of the English text, or of the first one. */
  subject: string
  stage: string
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  /** When it was published on the petition's page. */
  publicAt: Date | null
  recipients: number
  accepted: number
  refused: number
  dropped: number
  languages: string[]
}

const written = { subject: { not: '' } }

/** Lists mailings, newest first. */
export async function listMailings(by: Staff, page: number): Promise<Paged<MailingRow>> {
  authorise(by, 'update.read')
  const [rows, total] = await Promise.all([
    db().mailing.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...rowsOf(page),
      include: {
        texts: { where: written, select: { locale: true, subject: true }, orderBy: { locale: 'asc' } },
        petition: { select: { slug: true } },
      },
      omit: { cursor: true },
    }),
    db().mailing.count(),
  ])
  const mailings = rows.map(({ texts, petition, ...row }) => ({
    ...row,
    petition: petition.slug,
    subject: (texts.find(({ locale }) => locale === sourceLocale) ?? texts[0])?.subject ?? '',
    languages: texts.map(({ locale }) => locale),
  }))
  return pageOf(page, mailings, total)
}

export interface MailingTextView {
  locale: string
  subject: string
  body: string
  revision: number
  /** The subject of a conflicting text, which was not saved. */
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
  /** The number of recipients if started now, counted up to `MAX_COUNTED` + 1; null once started. */
  recipientsNow: number | null
  /** The id of the pending approval. */
  waiting: string | null
  /** Queued and not sent yet. */
  waitingMails: number
  allQueued: boolean
}

/** Returns a mailing with its texts; null if there is none. */
export async function findMailing(by: Staff, id: string, now: Date): Promise<MailingView | null> {
  authorise(by, 'update.read')
  if (!isId(id)) return null
  const found = await db().mailing.findUnique({
    where: { id },
    include: {
      texts: { orderBy: { locale: 'asc' } },
      petition: { select: { slug: true } },
      creator: named,
      starter: named,
      approver: named,
    },
    omit: { cursor: true },
  })
  if (!found) return null
  const { petition, creator, starter, approver, ...row } = found
  const [waiting, waitingMails] = await Promise.all([
    findPendingApproval(`update:${id}`, now),
    db().mail.count({ where: { mailingId: id, sentAt: null, failedAt: null } }),
  ])
  return {
    ...row,
    petition: petition.slug,
    subject: textFor(row.texts, sourceLocale)?.subject ?? '',
    languages: row.texts.filter(({ subject }) => subject !== '').map(({ locale }) => locale),
    createdBy: staffName(creator),
    startedBy: starter && staffName(starter),
    approvedBy: approver && staffName(approver),
    recipientsNow: row.stage === 'draft' ? await countSomeRecipients(row.petitionId, now) : null,
    waiting,
    waitingMails,
    allQueued: row.queuedAt !== null,
  }
}

/**
 * Renders exactly what signers of a language get, except for the recipient's own link.
 * @param typed unsaved form fields with all texts; they replace the saved ones
 */
export function previewMailing(
  by: Staff,
  id: string,
  locale: string,
  typed: Record<string, string> = {},
): Promise<MailingTemplate | null> {
  authorise(by, 'update.read')
  const [subject = '', body = ''] = [typed[`subject-${locale}`], typed[`body-${locale}`]]
  return previewOf(id, locale, subject || body ? { locale, subject, body } : null)
}

/** Renders a preview without checking a role, for the worker; `instead` replaces the saved text. */
export async function previewOf(
  id: string,
  locale: string,
  instead: UpdateText | null = null,
): Promise<MailingTemplate | null> {
  if (!isId(id)) return null
  const include = { texts: true, petition: { include: { texts: true, total: true } } }
  const mailing = await db().mailing.findUnique({ where: { id }, include })
  const text = mailing && (instead ?? textFor(mailing.texts, locale))
  const petition = mailing && petitionView(mailing.petition, locale)
  if (!text || !petition) return null
  const { title, locale: titleLocale } = petition.text
  const template = await renderMailing(text, localeFor(locale), { title, locale: titleLocale })
  return fillInMailing(template, 'each-recipient-has-a-link-of-their-own')
}
