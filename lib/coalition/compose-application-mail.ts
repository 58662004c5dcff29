import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { confirmApplication } from '@/lib/mail/messages/confirm-application'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { isLocale, sourceLocale } from '@/messages/translator'
import { APPLICATION_LIFE_DAYS, applicationMail, sealedApplication } from './application-record'

/**
 * Composes mails about applications to join, by what each has come to: null where it is settled meanwhile, or its link has
 * lapsed.
 */
export function composeApplicationMail(rows: MailRow[], now: Date): Promise<(ComposedMail | null | 'unreadable')[]> {
  return Promise.all(rows.map((row) => compose(row, now)))
}

async function compose(row: MailRow, now: Date): Promise<ComposedMail | null | 'unreadable'> {
  const mail = tryOpen(() => row.sealed && openRecord(row.sealed, applicationMail))
  if (!mail) return 'unreadable'
  const application = await db().application.findUnique({ where: { id: mail.application } })
  if (!application) return null
  const { state, receivedAt, confirmedAt } = application
  const expiresAt = new Date(receivedAt.getTime() + APPLICATION_LIFE_DAYS * 86_400_000)
  const pending = state === 'pending'
  if ((pending && expiresAt <= now) || state === 'withdrawn') return null
  // Confirmed since this mail was queued: it is obsolete. Confirmed before: the mail says so again.
  if (confirmedAt && confirmedAt.getTime() >= mail.postedAt) return null
  const locale = isLocale(mail.locale) ? mail.locale : sourceLocale
  const token = pending ? tryOpen(() => openRecord(application.sealed, sealedApplication).token) : null
  if (pending && !token) return 'unreadable'
  const link = token ? `${env().SITE_URL}/${locale}/join/${token}` : null
  return confirmApplication({ locale, to: mail.to, postedAt: new Date(mail.postedAt), link, expiresAt })
}
