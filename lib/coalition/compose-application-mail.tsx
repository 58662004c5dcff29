import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { isolate } from '@/lib/mail/messages/isolate'
import { Action, Note, Paragraph, Rule } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { longDate } from '@/lib/text/formats'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { type Locale, servedLocale, translator } from '@/messages/translator'
import { APPLICATION_LIFE_DAYS, applicationMail, sealedApplication } from './application-record'

/**
 * Composes mails about applications to join, by the application's state: null if it has been decided meanwhile, or its
 * link has expired.
 */
export const composeApplicationMail = composeSealed(applicationMail, async (mail, now) => {
  const application = await db().application.findUnique({ where: { id: mail.application } })
  if (!application) return null
  const { state, receivedAt, confirmedAt } = application
  const expiresAt = new Date(receivedAt.getTime() + APPLICATION_LIFE_DAYS * 86_400_000)
  const pending = state === 'pending'
  if ((pending && expiresAt <= now) || state === 'withdrawn') return null
  // Confirmed since this mail was queued: it is obsolete. Confirmed before: the mail says so again.
  if (confirmedAt && confirmedAt.getTime() >= mail.postedAt) return null
  const locale = servedLocale(mail.locale)
  const token = pending ? tryOpen(() => openRecord(application.sealed, sealedApplication).token) : null
  if (pending && !token) return 'unreadable'
  const link = token ? `${env().SITE_URL}/${locale}/join/${token}` : null
  return render({ locale, to: mail.to, postedAt: new Date(mail.postedAt), link, expiresAt })
})

interface Parts {
  locale: Locale
  to: string
  postedAt: Date
  /** The application's page; null if the coalition has it already. */
  link: string | null
  expiresAt: Date
}

/**
 * Asks the owner of the address to confirm an application to join; or tells them, and nobody else, that the same one
 * exists already. Nothing typed in the form is repeated: anybody can enter a stranger's address.
 */
function render({ locale, to, postedAt, link, expiresAt }: Parts): Promise<ComposedMail> {
  const t = translator(locale, 'join.mail')
  const mail = translator(locale, 'mail')
  const date = longDate(postedAt, locale)
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
          <Paragraph>{t('until', { date: longDate(expiresAt, locale) })}</Paragraph>
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
