import { env } from '@/lib/env'
import { type Locale, translator } from '@/messages/translator'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { isolate } from './isolate'
import { longDate } from './long-date'
import { Action, Greeting, Note, Paragraph, PetitionTitle, Rule } from './parts'
import { salutation } from './salutation'

interface CoSignatureReceipt {
  locale: Locale
  to: string
  name: string
  organisation: string
  letter: string
  letterLocale: string
  postedAt: Date
  /** The page of the co-signature. */
  link: string
}

/** Tells an organisation's representative that the co-signature has arrived, and where to look after it. */
export function coSignatureReceipt(mail: CoSignatureReceipt): Promise<ComposedMail> {
  const { locale, to, name, organisation, letter, letterLocale, postedAt, link } = mail
  const t = translator(locale, 'letters.mail')
  const common = translator(locale, 'mail')
  const date = longDate(locale, postedAt)
  const greeted = salutation(name)
  return renderMail(
    { locale, to, subject: t('subject'), preview: t('preview') },
    <>
      <Greeting locale={locale} name={greeted && isolate(locale, greeted)} />
      <Paragraph>{t('lead', { date, organisation: isolate(locale, organisation) })}</Paragraph>
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
