import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { coSignatureReceipt } from '@/lib/mail/messages/co-signature-receipt'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { isLocale, sourceLocale } from '@/messages/translator'
import { coSignatureMail } from './co-signature-record'
import { findLetter } from './find-letter'

/** Composes the receipts of co-signatures; null where the letter is gone. */
export function composeCoSignatureMail(rows: MailRow[]): Promise<(ComposedMail | null | 'unreadable')[]> {
  return Promise.all(rows.map(compose))
}

async function compose(row: MailRow): Promise<ComposedMail | null | 'unreadable'> {
  const mail = tryOpen(() => row.sealed && openRecord(row.sealed, coSignatureMail))
  if (!mail) return 'unreadable'
  const locale = isLocale(mail.locale) ? mail.locale : sourceLocale
  const letter = await findLetter(mail.letterSlug, locale)
  if (!letter) return null
  return coSignatureReceipt({
    locale,
    to: mail.to,
    name: mail.name,
    organisation: mail.organisation,
    postedAt: new Date(mail.postedAt),
    letter: letter.text.title,
    letterLocale: letter.text.locale,
    link: `${env().SITE_URL}/${locale}/letters/${letter.slug}/co-sign/${mail.token}`,
  })
}
