import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import { isolate } from '@/lib/mail/messages/isolate'
import { Action, Greeting, Note, Paragraph, Rule } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { tryOpen } from '@/lib/vault/aead'
import { contactIndexes } from '@/lib/vault/contact-index'
import { openRecord } from '@/lib/vault/open-record'
import { hashToken } from '@/lib/vault/token'
import { servedLocale, translator } from '@/messages/translator'
import { contactRecord, LINK_DAYS, memberLinkMail } from './access-record'

/**
 * The link to a member's own page, for one of its contacts; null for any other address. It goes to the address that staff
 * entered, whichever spelling was typed: that spelling may reach somebody else.
 */
export const composeMemberLink = composeSealed(memberLinkMail, async ({ canonical, locale: asked, token }, now) => {
  const contact = await db().memberContact.findFirst({
    where: { addressIndex: { in: contactIndexes(canonical) }, member: { leftOn: null } },
    select: { id: true, sealed: true, member: { select: { name: true } } },
  })
  if (!contact) return null
  const record = tryOpen(() => openRecord(contact.sealed, contactRecord))
  if (!record) return 'unreadable'
  await keepLink(token, contact.id, now)
  const locale = servedLocale(asked)
  const t = translator(locale, 'memberPage.mail')
  const site = isolate(locale, new URL(env().SITE_URL).host)
  const member = isolate(locale, contact.member.name)
  return renderMail(
    { locale, to: record.email, subject: t('subject'), preview: t('preview') },
    <>
      <Greeting locale={locale} name={null} />
      <Paragraph>{t('lead', { member })}</Paragraph>
      <Action locale={locale} label={t('button')} link={`${env().SITE_URL}/${locale}/for-members/open/${token}`} />
      <Paragraph>{t('until')}</Paragraph>
      <Rule />
      <Note title={translator(locale, 'mail')('why')}>{t('why', { member, site })}</Note>
      <Note title={translator(locale, 'mail')('notYou')}>{t('notYou')}</Note>
    </>,
  )
})

/** Beside the links that there are: one that somebody else asked for ends none. A mail sent again carries the same link. */
async function keepLink(token: string, contactId: string, now: Date): Promise<void> {
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('a sealed link holds no token')
  const link = { contactId, expiresAt: new Date(now.getTime() + LINK_DAYS * 86_400_000) }
  await db().memberAccess.upsert({ where: { tokenHash }, create: { tokenHash, kind: 'link', ...link }, update: link })
}
