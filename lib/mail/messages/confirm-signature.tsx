import { words } from '@/messages/words'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { fillIn } from './fill-in'
import { longDate } from './long-date'
import { Action, Greeting, Paragraph, PetitionTitle, Reasons } from './parts'
import type { SignatureMail } from './signature-mail'

/** Asks the owner of the address to confirm. Opening the link confirms nothing; the page behind it has the button. */
export function confirmSignature(mail: SignatureMail & { expiresAt: Date }): Promise<ComposedMail> {
  const { locale, to, petition, petitionLocale } = mail
  const t = words(locale, 'mail')
  const posted = longDate(locale, mail.postedAt)
  const until = longDate(locale, mail.expiresAt)
  return fillIn(mail, ['confirm-signature', posted, until], ({ name, link, site }) =>
    renderMail(
      { locale, to, subject: t('confirmSignature.subject'), preview: t('confirmSignature.preview') },
      <>
        <Greeting locale={locale} name={name} />
        <Paragraph>{t('confirmSignature.lead', { date: posted })}</Paragraph>
        <PetitionTitle locale={locale} textLocale={petitionLocale} title={petition} />
        <Paragraph>{t('confirmSignature.notYet')}</Paragraph>
        <Action locale={locale} label={t('confirmSignature.button')} link={link} />
        <Paragraph>{t('confirmSignature.until', { date: until })}</Paragraph>
        <Paragraph>{t('confirmSignature.keep')}</Paragraph>
        <Reasons locale={locale} site={site} date={posted} notYou={t('confirmSignature.notYouText')} />
      </>,
    ),
  )
}
