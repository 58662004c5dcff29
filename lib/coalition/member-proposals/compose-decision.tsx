import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import { isolate } from '@/lib/mail/messages/isolate'
import { Action, Greeting, Note, Paragraph, Rule } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { languageName } from '@/messages/language-name'
import { type Locale, servedLocale, translator } from '@/messages/translator'
import { contactRecord } from '../member-access/access-record'
import { keepMemberLink } from '../member-access/keep-member-link'
import { decisionMail } from './decision-record'
import { localeOfPart } from './proposal-parts'

/**
 * Tells a contact what an editor decided, in the contact's language, with a link to the member's own page, which has
 * the reason; null for one who is no contact any more.
 */
export const composeDecision = composeSealed(decisionMail, async ({ contactId, part, decision, token }, now) => {
  const contact = await db().memberContact.findFirst({
    where: { id: contactId, member: { leftOn: null } },
    select: { sealed: true, member: { select: { name: true } } },
  })
  if (!contact) return null
  const record = tryOpen(() => openRecord(contact.sealed, contactRecord))
  if (!record) return 'unreadable'
  await keepMemberLink(token, contactId, now)
  const locale = servedLocale(record.locale ?? 'en')
  const t = translator(locale, 'memberPage')
  const site = isolate(locale, new URL(env().SITE_URL).host)
  const member = isolate(locale, contact.member.name)
  return renderMail(
    { locale, to: record.email, subject: t('decided.subject'), preview: partName(part, locale) },
    <>
      <Greeting locale={locale} name={null} />
      <Paragraph>{t(`decided.${decision}`, { member })}</Paragraph>
      <Paragraph>{partName(part, locale)}</Paragraph>
      <Action locale={locale} label={t('mail.button')} link={`${env().SITE_URL}/${locale}/for-members/open/${token}`} />
      <Paragraph>{t('mail.until')}</Paragraph>
      <Rule />
      <Note title={translator(locale, 'mail')('why')}>{t('mail.why', { member, site })}</Note>
    </>,
  )
})

function partName(part: string, locale: Locale): string {
  if (part === 'site') return translator(locale, 'members')('website')
  const t = translator(locale, 'memberPage.about')
  const language = localeOfPart(part)
  return language ? `${t('words')}: ${languageName(language, locale)}` : t('logo')
}
