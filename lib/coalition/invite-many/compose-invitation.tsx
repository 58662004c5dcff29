import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import { isolate } from '@/lib/mail/messages/isolate'
import { Action, Greeting, Note, Paragraph, PetitionTitle, Rule } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { longDate } from '@/lib/text/formats'
import { servedLocale, translator } from '@/messages/translator'
import { findInvitation } from '../find-invitation'
import { findLetter } from '../find-letter'
import { invitationMail } from './invitation-record'

/** The invitation of an organisation to a letter, with its link; null once the link can no longer be used to sign. */
export const composeInvitation = composeSealed(invitationMail, async ({ to, locale: chosen, token }, now) => {
  const locale = servedLocale(chosen)
  const invitation = await findInvitation(token, now)
  const letter = invitation?.state === 'invited' ? await findLetter(invitation.letterSlug, locale) : null
  if (!invitation || !letter) return null
  const t = translator(locale, 'letters')
  const site = isolate(locale, new URL(env().SITE_URL).host)
  const lead = t('coSign.lead', { organisation: isolate(locale, invitation.organisation) })
  return renderMail(
    { locale, to, subject: t('coSign.title'), preview: lead },
    <>
      <Greeting locale={locale} name={null} />
      <Paragraph>{lead}</Paragraph>
      <PetitionTitle locale={locale} textLocale={letter.text.locale} title={letter.text.title} />
      <Action
        locale={locale}
        label={t('coSign.title')}
        link={`${env().SITE_URL}/${locale}/letters/${letter.slug}/co-sign/${token}`}
      />
      <Paragraph>{t('coSign.until', { date: longDate(invitation.expiresAt, locale) })}</Paragraph>
      <Rule />
      <Note title={translator(locale, 'mail')('why')}>{t('invitation', { site })}</Note>
    </>,
  )
})
