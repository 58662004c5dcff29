import { env } from '@/lib/env'
import { limits } from '@/lib/mailings/draft'
import { asMarkdown, asQuotation } from '@/lib/text/escape-markdown'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import type { AnswerView } from './log-of'

/** The text that tells signers of an answer: who gave it, when, the quotation, and its source. */
export function answerMail(locale: Locale, slug: string, deliveredOn: Date, answer: Omit<AnswerView, 'id'>) {
  const { addressee: office, kind, answeredOn, source, url, words } = answer
  const t = translator(locale, 'delivery.answers')
  const parts = [
    t('mail.lead', { delivered: longDate(deliveredOn, locale), day: longDate(answeredOn, locale) }),
    `${asMarkdown(office)}: ${t(kind)}`,
    words === null ? null : asQuotation(words),
    [t.markup('source', { source: asMarkdown(source), where: (name) => name }), url && `<${url}>`]
      .filter(Boolean)
      .join('\\\n'),
    `${t('mail.all')}\n${env().SITE_URL}/${locale}/petitions/${slug}`,
  ]
  return {
    subject: subjectOf((name) => t(`mail.${kind}`, { office: name }), office),
    body: parts.filter((part) => part !== null).join('\n\n'),
  }
}

/** The subject, with as much of a long office name as fits. */
function subjectOf(say: (name: string) => string, office: string): string {
  if (say(office).length <= limits.subject) return say(office)
  const room = limits.subject - say('…').length
  let name = ''
  for (const character of office) {
    if (name.length + character.length > room) break
    name += character
  }
  return say(`${name.trimEnd()}…`)
}
