import { env } from '@/lib/env'
import { type Locale, translator } from '@/messages/translator'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { isolate } from './isolate'
import { longDate } from './long-date'
import { Action, Note, Paragraph, Rule } from './parts'

interface ApplicationMail {
  locale: Locale
  to: string
  postedAt: Date
  /** The page of the application; null where the coalition has it already. */
  link: string | null
  expiresAt: Date
}

/**
 * Asks the owner of the address to confirm an application to join; or tells them, and nobody else, that the same
 * one is there already. Nothing typed in the form is repeated: anybody can enter a stranger's address.
 */
export function confirmApplication({ locale, to, postedAt, link, expiresAt }: ApplicationMail): Promise<ComposedMail> {
  const t = translator(locale, 'join.mail')
  const mail = translator(locale, 'mail')
  const date = longDate(locale, postedAt)
  const head = link
    ? { subject: t('subject'), preview: t('preview') }
    : { subject: t('knownSubject'), preview: t('knownPreview') }
  return renderMail(
    { locale, to, ...head },
    <>
      <Paragraph>{mail('greetingWithoutName')}</Paragraph>
      <Paragraph>{t('lead', { date })}</Paragraph>
      {link ? (
        <>
          <Paragraph>{t('notYet')}</Paragraph>
          <Action locale={locale} label={t('button')} link={link} />
          <Paragraph>{t('until', { date: longDate(locale, expiresAt) })}</Paragraph>
        </>
      ) : (
        <Paragraph>{t('known')}</Paragraph>
      )}
      <Rule />
      <Note title={mail('why')}>{t('why', { date, site: isolate(locale, new URL(env().SITE_URL).host) })}</Note>
      <Note title={mail('notYou')}>{t('notYou')}</Note>
    </>,
  )
}
