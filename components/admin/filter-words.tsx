import type { Filter } from '@/lib/signatures/admin/filter'
import { keptName } from '@/lib/signatures/admin/typed-moments'
import { codeName } from './code-name'
import { countryName, flagName, languageName } from './display-names'
import type { Condition } from './filter-chips'
import { MemberName } from './member-name'
import { Time } from './time'
import { t } from './words'

/** A filter in words, a line for each condition; `also` comes first. */
export function FilterWords({ filter, also = [] }: { filter: Filter; also?: string[] }) {
  const parts = conditionsOf(filter)
  if (also.length + parts.length === 0) return t('filter.noCondition')
  return (
    <ul className="plain">
      {also.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {parts.map(({ names, words }) => (
        <li key={names[0]}>{words}</li>
      ))}
    </ul>
  )
}

/** The conditions of a filter in words, without its petition. */
export function conditionsOf(filter: Filter): Condition[] {
  const { state, country, locale, via, comment, signal, network, appealed, from, to } = filter
  const all: Record<string, Condition['words']> = {
    state: state && t('bulk.state', { code: codeName(state) }),
    country: country && t('bulk.from', { country: countryName(country) }),
    locale: locale && t('bulk.in', { language: languageName(locale) }),
    via: via && t.rich('bulk.throughTheLinkOf', { member: () => <MemberName slug={via} /> }),
    comment: comment && t(comment === 'yes' ? 'bulk.withComment' : 'bulk.withoutComment'),
    signal: signal && (signal === 'any' ? t('bulk.withAnyFlag') : t('bulk.withTheFlag', { flag: flagName(signal) })),
    network: network && t('bulk.ofOneBusyNetwork'),
    appealed: appealed && t('bulk.withAppeal'),
    from: from && t.rich('bulk.receivedFrom', { time: () => <Time at={from} zone /> }),
    to: to && t.rich('bulk.receivedBefore', { time: () => <Time at={to} zone /> }),
  }
  return Object.entries(all).flatMap(([name, words]) =>
    words ? [{ names: name === 'from' || name === 'to' ? [name, keptName(name)] : [name], words }] : [],
  )
}
