import { longDate } from '@/lib/text/formats'
import { translator } from '@/messages/translator'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { fillIn } from './fill-in'
import { Action, Greeting, Paragraph, PetitionTitle, Reasons } from './parts'
import type { SignatureMail } from './signature-mail'

/**
 * Asks the owner of the address to confirm, or reminds them of it. Opening the link confirms nothing; its page has the
 * button.
 * @param mail.reminder whether this is the reminder, or one will come; null: none will
 */
export function confirmSignature(
  mail: SignatureMail & { expiresAt: Date; reminder: 'this' | 'comes' | null },
): Promise<ComposedMail> {
  const { locale, to, petition, petitionLocale, neutral, reminder } = mail
  const t = translator(locale, 'mail')
  const posted = longDate(mail.postedAt, locale)
  const until = longDate(mail.expiresAt, locale)
  const say = translator(locale, neutral ? 'mail.neutral' : 'mail.confirmSignature')
  return fillIn(mail, ['confirm-signature', posted, until, `${reminder}`], ({ name, link, site }) => {
    const subject = say(reminder === 'this' ? 'reminder' : 'subject', { petition })
    return renderMail(
      { locale, to, subject, preview: t('confirmSignature.preview'), neutral },
      <>
        <Greeting locale={locale} name={name} />
        <Paragraph>{say('lead', { date: posted })}</Paragraph>
        {!neutral && <PetitionTitle locale={locale} textLocale={petitionLocale} title={petition} />}
        <Paragraph>{say('notYet')}</Paragraph>
        <Action locale={locale} label={t('confirmSignature.button')} link={link} />
        <Paragraph>{say('until', { date: until })}</Paragraph>
        {reminder && <Paragraph>{t(`confirmSignature.${reminder === 'this' ? 'only' : 'once'}`)}</Paragraph>}
        <Paragraph>{say('keep')}</Paragraph>
        <Reasons locale={locale} site={site} date={posted} notYou={say('notYou')} neutral={neutral} />
      </>,
    )
  })
}
