import { t, tOf } from './words'

/** What an entry of the audit log says that somebody did, `count` times. A verb of no known kind is shown as it is. */
export function auditWords(verb: string, count = 1): string {
  // `activity.words.ko`: the language is among the details.
  const [kind = '', act = ''] = verb.split('.')
  return tOf('act', `${kind}-${act}`, { count }) ?? (count === 1 ? verb : t('act.other', { verb, count }))
}
