import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import type { MailRow } from '@/lib/mail/mail-row'
import { privateLink } from '@/lib/mail/messages/private-link'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken } from '@/lib/vault/token'
import { servedLocale } from '@/messages/translator'
import { ACCESS_LINK_MINUTES, type AccessContent, accessLinkMail } from './access-content'
import { findStored } from './find-stored'

type Composed = ComposedMail | null | 'unreadable'

/**
 * Composes the mails of `access_link` rows, and stores what each link will show, encrypted under the link's token. The
 * mail goes to the address that was confirmed, whichever spelling was typed: that spelling may reach somebody else. An
 * address without signatures gets no mail.
 */
export async function composeLinkMail(rows: MailRow[], now: Date): Promise<Composed[]> {
  const composed: Composed[] = []
  for (const row of rows) composed.push(await compose(row, now))
  return composed
}

async function compose(row: MailRow, now: Date): Promise<Composed> {
  const asked = tryOpen(() => row.sealed && openRecord(row.sealed, accessLinkMail))
  if (!asked) return 'unreadable'
  const { canonical, token } = asked
  const held = await findStored(canonical)
  const to = held.find(({ confirmed }) => confirmed)?.record.email ?? asked.to
  // A form belongs to its mailbox: one pending for another spelling is not shown to this one.
  const own = held.filter(({ confirmed, record }) => confirmed || record.email === to)
  if (own.length === 0) return null
  const signatures = own.map(({ confirmed: _, ...signature }) => signature)
  const locale = servedLocale(asked.locale)
  await keep(token, row.addressIndex, { canonical, locale, signatures, notice: null }, now)
  const { SITE_URL, MAIL_NEUTRAL } = env()
  // It is about all of them: one that asked for silence is enough.
  const neutral = MAIL_NEUTRAL || own.some(({ record }) => record.neutral === 1)
  return privateLink({ locale, to, link: `${SITE_URL}/${locale}/signature/own/${token}`, neutral })
}

/**
 * Stored next to existing links: a link requested by somebody else ends none. A retried mail carries the same link,
 * valid for fifteen minutes from then.
 */
async function keep(token: string, addressIndex: Buffer, content: AccessContent, now: Date): Promise<void> {
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('a sealed link holds no token')
  const link = {
    sealed: sealWithToken(token, content),
    expiresAt: new Date(now.getTime() + ACCESS_LINK_MINUTES * 60_000),
  }
  const create = { tokenHash, kind: 'link', addressIndex: Buffer.from(addressIndex), ...link }
  await db().accessLink.upsert({ where: { tokenHash }, create, update: link })
}
