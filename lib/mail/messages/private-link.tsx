import { type Locale, translator } from '@/messages/translator'
import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { Action, Paragraph } from './parts'

/** An access link to one's own data. It names no petition: a bystander learns nothing. */
export function privateLink({
  locale,
  to,
  link,
  neutral,
}: {
  locale: Locale
  to: string
  link: string
  neutral: boolean
}): Promise<ComposedMail> {
  const t = translator(locale, 'own.mail')
  return renderMail(
    { locale, to, subject: t('subject'), preview: t('preview'), neutral },
    <>
      <Paragraph>{t('lead')}</Paragraph>
      <Action locale={locale} label={t('button')} link={link} />
      <Paragraph>{t('until')}</Paragraph>
      <Paragraph>{t('notYou')}</Paragraph>
    </>,
  )
}
