import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { privateLink } from '@/lib/mail/messages/private-link'
import { openRecord } from '@/lib/vault/open-record'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken } from '@/lib/vault/token'
import { isLocale, sourceLocale } from '@/messages/words'
import { findHeld } from './find-held'
import { OWN_LINK_MINUTES, type OwnContent, ownLinkMail } from './own-content'

type Composed = ComposedMail | null | 'unreadable'

/**
 * Composes the mails of rows of the kind `own_link`, and puts what each link will show where the link's token alone
 * opens it. An address that has not signed gets no mail.
 */
export async function composeLinkMail(rows: MailRow[], now: Date): Promise<Composed[]> {
  const composed: Composed[] = []
  for (const row of rows) composed.push(await compose(row, now))
  return composed
}

async function compose(row: MailRow, now: Date): Promise<Composed> {
  const asked = open(row)
  if (!asked) return 'unreadable'
  const { to, canonical, token } = asked
  const signatures = await findHeld(canonical)
  if (signatures.length === 0) return null
  const locale = isLocale(asked.locale) ? asked.locale : sourceLocale
  await keep(token, row.addressIndex, { canonical, locale, signatures, notice: null }, now)
  const { SITE_URL, MAIL_NEUTRAL: neutral } = env()
  return privateLink({ locale, to, link: `${SITE_URL}/${locale}/signature/own/${token}`, neutral })
}

function open({ sealed }: MailRow) {
  try {
    return sealed && openRecord(sealed, ownLinkMail)
  } catch {
    return null
  }
}

/** One link a person at a time. A mail that is tried again carries the same link, good for fifteen minutes from then. */
async function keep(token: string, addressIndex: Buffer, content: OwnContent, now: Date): Promise<void> {
  await pool().query(
    `WITH older AS (DELETE FROM own_link WHERE address_index = $2 AND token_hash <> $1)
     INSERT INTO own_link (token_hash, kind, address_index, sealed, expires_at) VALUES ($1, 'link', $2, $3, $4)
     ON CONFLICT (token_hash) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at`,
    [
      hashToken(token),
      addressIndex,
      sealWithToken(token, content),
      new Date(now.getTime() + OWN_LINK_MINUTES * 60_000),
    ],
  )
}
