import { env } from '@/lib/env'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { mailing, neutralMailing } from '@/lib/mail/messages/mailing'
import { type Locale, servedLocale, sourceLocale } from '@/messages/translator'

/** A private-use character as placeholder for the recipient's token. */
const TOKEN = '\ue000'

/** A mail in one language, with a placeholder for the token. */
export type MailingTemplate = Omit<ComposedMail, 'to'>

export interface UpdateText {
  locale: string
  subject: string
  body: string
}

/** The text for signers of a language, otherwise the English one; null if neither exists. */
export function textFor(texts: UpdateText[], locale: string): UpdateText | null {
  const written = texts.filter(({ subject }) => subject !== '')
  return written.find((one) => one.locale === locale) ?? written.find((one) => one.locale === sourceLocale) ?? null
}

/** Renders a mailing once per language: rendering costs many times as much as filling in. */
export function renderMailing(
  text: UpdateText,
  locale: Locale,
  petition: { title: string; locale: string },
): Promise<MailingTemplate> {
  const { SITE_URL } = env()
  return mailing({
    locale,
    text: { ...text, subject: text.subject.replaceAll(TOKEN, ''), body: text.body.replaceAll(TOKEN, '') },
    petition: petition.title,
    petitionLocale: petition.locale,
    site: new URL(SITE_URL).host,
    link: `${SITE_URL}/${locale}/unsubscribe/${TOKEN}`,
  })
}

/** Renders the mail for signers who asked for neutral mail: a link to the text, without its content. */
export function renderNeutralMailing(id: string, locale: Locale): Promise<MailingTemplate> {
  const { SITE_URL } = env()
  const page = `${SITE_URL}/${locale}/updates/${id}`
  return neutralMailing({ locale, page, link: `${SITE_URL}/${locale}/unsubscribe/${TOKEN}` })
}

/**
 * Fills in one recipient's token. Mail programs show an unsubscribe button of their own (RFC 2369), which sends one
 * POST and needs no page (RFC 8058).
 */
export function fillInMailing({ html, text, ...rest }: MailingTemplate, token: string): MailingTemplate {
  return {
    ...rest,
    html: html.replaceAll(TOKEN, token),
    text: text.replaceAll(TOKEN, token),
    headers: {
      ...rest.headers,
      'List-Unsubscribe': `<${env().SITE_URL}/api/v1/unsubscribe?token=${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

/** A signer's language, if the site still has it; otherwise English. */
export function localeFor(locale: string): Locale {
  return servedLocale(locale)
}
