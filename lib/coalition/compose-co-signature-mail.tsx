import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { isolate } from '@/lib/mail/messages/isolate'
import { Action, Greeting, Note, Paragraph, PetitionTitle, Rule } from '@/lib/mail/messages/parts'
import { salutation } from '@/lib/mail/messages/salutation'
import { renderMail } from '@/lib/mail/render-mail'
import { longDate } from '@/lib/text/formats'
import { type Locale, servedLocale, translator } from '@/messages/translator'
import { coSignatureMail } from './co-signature-record'
import { findLetter } from './find-letter'

/** Composes the receipts of co-signatures; null if the letter no longer exists. */
export const composeCoSignatureMail = composeSealed(coSignatureMail, async (mail) => {
  const locale = servedLocale(mail.locale)
  const letter = await findLetter(mail.letterSlug, locale)
  if (!letter) return null
  return render({
    locale,
    to: mail.to,
    name: mail.name,
    postedAt: new Date(mail.postedAt),
    letter: letter.text.title,
    letterLocale: letter.text.locale,
    link: `${env().SITE_URL}/${locale}/letters/${letter.slug}/co-sign/${mail.token}`,
  })
})

interface CoSignatureReceipt {
  locale: Locale
  to: string
  name: string
  letter: string
  letterLocale: string
  postedAt: Date
  /** The page of the co-signature. */
  link: string
}

/**
 * Tells an organisation's representative that the co-signature has arrived, and where to manage it. The organisation is
 * named on that page, and not here: anybody with a link can have typed a stranger's address, and words for it.
 */
function render(mail: CoSignatureReceipt): Promise<ComposedMail> {
  const { locale, to, name, letter, letterLocale, postedAt, link } = mail
  const t = translator(locale, 'letters.mail')
  const common = translator(locale, 'mail')
  const date = longDate(postedAt, locale)
  const greeted = salutation(name)
  return renderMail(
    { locale, to, subject: t('subject'), preview: t('preview') },
    <>
      <Greeting locale={locale} name={greeted && isolate(locale, greeted)} />
      <Paragraph>{t('lead', { date })}</Paragraph>
      <PetitionTitle locale={locale} textLocale={letterLocale} title={letter} />
      <Paragraph>{t('next')}</Paragraph>
      <Action locale={locale} label={t('button')} link={link} />
      <Paragraph>{t('keep')}</Paragraph>
      <Rule />
      <Note title={common('why')}>{t('why', { date, site: isolate(locale, new URL(env().SITE_URL).host) })}</Note>
      <Note title={common('notYou')}>{t('notYou')}</Note>
    </>,
  )
}
