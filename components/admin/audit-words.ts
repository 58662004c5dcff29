import { readerLanguage } from '@/lib/web/admin/reader-language'
import en from '@/messages/admin/en.json' with { type: 'json' }
import { t, tOf } from './words'

/** What an entry of the audit log says that somebody did, `count` times. A verb of no known kind is shown as it is. */
export function auditWords(verb: string, count = 1): string {
  // `activity.words.ko`: the language is among the details.
  const [kind = '', act = ''] = verb.split('.')
  return tOf('act', `${kind}-${act}`, { count }) ?? (count === 1 ? verb : t('act.other', { verb, count }))
}

/** Every verb of the audit log with what it says, in the order of its words. */
export function auditChoices(): [verb: string, words: string][] {
  const verbs = Object.keys(en.act).flatMap((key) => (key === 'other' ? [] : [key.replace('-', '.')]))
  const order = new Intl.Collator(readerLanguage())
  return verbs.map((verb): [string, string] => [verb, auditWords(verb)]).toSorted(([, a], [, b]) => order.compare(a, b))
}
