import { longDate } from '@/lib/text/formats'
import { translator } from '@/messages/translator'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { fillIn } from './fill-in'
import { Action, Greeting, Paragraph, PetitionTitle, Reasons } from './parts'
import type { SignatureMail } from './signature-mail'

/** Tells the owner of the address, and nobody else, that a second form changed nothing. */
export function alreadySigned(mail: SignatureMail): Promise<ComposedMail> {
  const { locale, to, petition, petitionLocale, neutral } = mail
  const t = translator(locale, 'mail')
  const posted = longDate(mail.postedAt, locale)
  const say = translator(locale, neutral ? 'mail.neutral.again' : 'mail.alreadySigned')
  return fillIn(mail, ['already-signed', posted], ({ name, link, site }) =>
    renderMail(
      { locale, to, subject: say('subject', { petition }), preview: t('alreadySigned.preview'), neutral },
      <>
        <Greeting locale={locale} name={name} />
        <Paragraph>{say('lead', { date: posted })}</Paragraph>
        {!neutral && (
          <>
            <PetitionTitle locale={locale} textLocale={petitionLocale} title={petition} />
            <Paragraph>{t('alreadySigned.nothingChanged')}</Paragraph>
          </>
        )}
        <Paragraph>{say('there')}</Paragraph>
        <Action locale={locale} label={say('button')} link={link} />
        <Reasons locale={locale} site={site} date={posted} notYou={say('notYou')} neutral={neutral} />
      </>,
    ),
  )
}
