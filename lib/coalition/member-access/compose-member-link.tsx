import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import { isolate } from '@/lib/mail/messages/isolate'
import { Action, Greeting, Note, Paragraph, Rule } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { tryOpen } from '@/lib/vault/aead'
import { contactIndexes } from '@/lib/vault/contact-index'
import { openRecord } from '@/lib/vault/open-record'
import { servedLocale, translator } from '@/messages/translator'
import { contactRecord, memberLinkMail } from './access-record'
import { keepMemberLink } from './keep-member-link'

/**
 * The link to a member's own page, for one of its contacts; null for any other address. It goes to the address that
 * staff entered, whichever spelling was typed: that spelling may reach somebody else.
 */
export const composeMemberLink = composeSealed(memberLinkMail, async ({ canonical, locale: asked, token }, now) => {
  const contact = await db().memberContact.findFirst({
    where: { addressIndex: { in: contactIndexes(canonical) }, member: { leftOn: null } },
    select: { id: true, sealed: true, member: { select: { name: true } } },
  })
  if (!contact) return null
  const record = tryOpen(() => openRecord(contact.sealed, contactRecord))
  if (!record) return 'unreadable'
  await keepMemberLink(token, contact.id, now)
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
