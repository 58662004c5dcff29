import { readerLanguage } from '@/lib/web/admin/reader-language'
import en from '@/messages/admin/en.json' with { type: 'json' }
import { t, tOf } from './words'

/** A verb of the audit log in words, `count` times. Unknown verbs are shown as they are. */
export function auditWords(verb: string, count = 1): string {
  // `activity.words.ko`: the language is shown in the details.
  const [kind = '', act = ''] = verb.split('.')
  return tOf('act', `${kind}-${act}`, { count }) ?? (count === 1 ? verb : t('act.other', { verb, count }))
}

/** Every verb of the audit log with its words, sorted by them. */
export function auditChoices(): [verb: string, words: string][] {
  const verbs = Object.keys(en.act).flatMap((key) => (key === 'other' ? [] : [key.replace('-', '.')]))
  const order = new Intl.Collator(readerLanguage())
  return verbs.map((verb): [string, string] => [verb, auditWords(verb)]).toSorted(([, a], [, b]) => order.compare(a, b))
}
