import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { confirmApplication } from '@/lib/mail/messages/confirm-application'
import { openRecord } from '@/lib/vault/open-record'
import { hashToken } from '@/lib/vault/token'
import { isLocale, sourceLocale } from '@/messages/words'
import { APPLICATION_LIFE_DAYS, applicationMail } from './application-record'

/**
 * Composes mails about applications to join, by what each has come to: null where it is settled meanwhile, a newer
 * form has taken its place, or its link has lapsed.
 */
export function composeApplicationMail(rows: MailRow[], now: Date): Promise<(ComposedMail | null | 'unreadable')[]> {
  return Promise.all(rows.map((row) => compose(row, now)))
}

async function compose(row: MailRow, now: Date): Promise<ComposedMail | null | 'unreadable'> {
  const mail = open(row.sealed)
  if (!mail) return 'unreadable'
  const applicantIndex = Buffer.from(mail.applicant, 'base64url')
  // One that was put under another index since, by a change of keys, is still known by its link.
  const tokenHash = hashToken(mail.token) ?? Buffer.alloc(0)
  const application = await db().application.findFirst({
    where: { OR: [{ applicantIndex }, { tokenHash }] },
    omit: { sealed: true },
  })
  if (!application) return null
  const { state, receivedAt } = application
  const own = tokenHash.equals(application.tokenHash)
  const expiresAt = new Date(receivedAt.getTime() + APPLICATION_LIFE_DAYS * 86_400_000)
  const pending = state === 'pending'
  // Pending and ours: to be confirmed. Settled before this form came: the same one again.
  if (pending !== own || (pending && expiresAt <= now) || state === 'withdrawn') return null
  const locale = isLocale(mail.locale) ? mail.locale : sourceLocale
  const link = pending ? `${env().SITE_URL}/${locale}/join/${mail.token}` : null
  return confirmApplication({ locale, to: mail.to, postedAt: new Date(mail.postedAt), link, expiresAt })
}

function open(sealed: Buffer | null) {
  try {
    return sealed && openRecord(sealed, applicationMail)
  } catch {
    return null
  }
}
