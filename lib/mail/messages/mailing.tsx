import { direction, type Locale, translator } from '@/messages/translator'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { isolate } from './isolate'
import { MailMarkdown } from './markdown'
import { Action, Note, Paragraph, PetitionTitle, Rule, SmallLink } from './parts'

interface SignerUpdateMail {
  /** The signer's language, for the words around the text. */
  locale: Locale
  /** The text by staff, in the signer's language or in English. */
  text: { locale: string; subject: string; body: string }
  petition: string
  petitionLocale: string
  /** Host of the site. */
  site: string
  /** A placeholder for what differs between recipients. */
  link: string
}

/** News about a petition: the same for all recipients of a language except for the unsubscribe link. */
export function mailing(mail: SignerUpdateMail): Promise<Omit<ComposedMail, 'to'>> {
  const { locale, text, petition, petitionLocale, site, link } = mail
  const t = translator(locale, 'mail')
  return renderMail(
    { locale, to: '', subject: text.subject, preview: t('update.preview') },
    <>
      <Paragraph>{t('update.about')}</Paragraph>
      <PetitionTitle locale={locale} textLocale={petitionLocale} title={petition} />
      <div lang={text.locale} dir={direction(text.locale)}>
        <MailMarkdown source={text.body} locale={text.locale} />
      </div>
      <Rule />
      <Note title={t('why')}>{t('update.whyText', { site: isolate(locale, site) })}</Note>
      <Note title={t('update.stopTitle')}>{t('update.stopText')}</Note>
      <SmallLink locale={locale} label={t('update.stop')} link={link} />
    </>,
  )
}

/** News for who asked for neutral mail: it says that there is some, and where to read it. */
export function neutralMailing(mail: {
  locale: Locale
  /** The address of the page with the text. */
  page: string
  /** A placeholder for what differs between recipients. */
  link: string
}): Promise<Omit<ComposedMail, 'to'>> {
  const { locale, page, link } = mail
  const t = translator(locale, 'mail')
  const subject = t('neutral.update.subject')
  return renderMail(
    { locale, to: '', subject, preview: subject, neutral: true },
    <>
      <Paragraph>{t('neutral.update.lead')}</Paragraph>
      <Action locale={locale} label={t('neutral.again.button')} link={page} />
      <Rule />
      <Note title={t('update.stopTitle')}>{t('neutral.update.stopText')}</Note>
      <SmallLink locale={locale} label={t('update.stop')} link={link} />
    </>,
  )
}
