import { longDate } from '@/lib/text/formats'
import { translator } from '@/messages/translator'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { fillIn } from './fill-in'
import { Action, Greeting, Paragraph, PetitionTitle, Reasons } from './parts'
import type { SignatureMail } from './signature-mail'

/** Asks the owner of the address to confirm. Opening the link confirms nothing; its page has the button. */
export function confirmSignature(mail: SignatureMail & { expiresAt: Date }): Promise<ComposedMail> {
  const { locale, to, petition, petitionLocale, neutral } = mail
  const t = translator(locale, 'mail')
  const posted = longDate(mail.postedAt, locale)
  const until = longDate(mail.expiresAt, locale)
  const say = translator(locale, neutral ? 'mail.neutral' : 'mail.confirmSignature')
  return fillIn(mail, ['confirm-signature', posted, until], ({ name, link, site }) =>
    renderMail(
      { locale, to, subject: t('confirmSignature.subject'), preview: t('confirmSignature.preview'), neutral },
      <>
        <Greeting locale={locale} name={name} />
        <Paragraph>{say('lead', { date: posted })}</Paragraph>
        {!neutral && <PetitionTitle locale={locale} textLocale={petitionLocale} title={petition} />}
        <Paragraph>{say('notYet')}</Paragraph>
        <Action locale={locale} label={t('confirmSignature.button')} link={link} />
        <Paragraph>{say('until', { date: until })}</Paragraph>
        <Paragraph>{say('keep')}</Paragraph>
        <Reasons locale={locale} site={site} date={posted} notYou={say('notYou')} neutral={neutral} />
      </>,
    ),
  )
}
