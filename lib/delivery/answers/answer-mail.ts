import { env } from '@/lib/env'
import { limits } from '@/lib/mailings/draft'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import type { AnswerView } from './log-of'

/** What signers are told of an answer: who gave it, when, its words as quoted, where it can be read. */
export function answerMail(locale: Locale, slug: string, deliveredOn: Date, answer: Omit<AnswerView, 'id'>) {
  const { addressee: office, kind, answeredOn, source, url, words } = answer
  const t = translator(locale, 'delivery.answers')
  const subject = t(`mail.${kind}`, { office })
  const parts = [
    t('mail.lead', { delivered: longDate(deliveredOn, locale), day: longDate(answeredOn, locale) }),
    `${office}: ${t(kind)}`,
    words,
    [t.markup('source', { source, where: (name) => name }), url].filter(Boolean).join('\n'),
    `${t('mail.all')}\n${env().SITE_URL}/${locale}/petitions/${slug}`,
  ]
  return {
    // Names of offices can be long.
    subject: subject.length <= limits.subject ? subject : t(`mail.${kind}`, { office: '…' }),
    body: parts.filter((part) => part !== null).join('\n\n'),
  }
}
