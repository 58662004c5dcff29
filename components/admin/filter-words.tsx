import type { ReactNode } from 'react'
import type { Filter } from '@/lib/signatures/admin/filter'
import { codeName } from './code-name'
import { countryName, flagName, languageName } from './display-names'
import { MemberName } from './member-name'
import { Time } from './time'
import { t } from './words'

/** A filter in words, a line for each condition; `also` stands before them. */
export function FilterWords({ filter, also = [] }: { filter: Filter; also?: string[] }) {
  const parts = [...also, ...partsOf(filter)]
  if (parts.length === 0) return t('filter.noCondition')
  return (
    <ul className="plain">
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once by the server, from conditions that have no name of their own and never change places
        <li key={i}>{part}</li>
      ))}
    </ul>
  )
}

function partsOf({ state, country, locale, via, comment, signal, network, appealed, from, to }: Filter): ReactNode[] {
  const parts: (ReactNode | false | undefined)[] = [
    state && <>{t('bulk.state', { code: codeName(state) })}</>,
    country && <>{t('bulk.from', { country: countryName(country) })}</>,
    locale && <>{t('bulk.in', { language: languageName(locale) })}</>,
    via && t.rich('bulk.throughTheLinkOf', { member: () => <MemberName slug={via} /> }),
    comment && t(comment === 'yes' ? 'bulk.withComment' : 'bulk.withoutComment'),
    signal && <>{signal === 'any' ? t('bulk.withAnyFlag') : t('bulk.withTheFlag', { flag: flagName(signal) })}</>,
    network && t('bulk.ofOneBusyNetwork'),
    appealed && t('bulk.withAppeal'),
    from && t.rich('bulk.receivedFrom', { time: () => <Time at={from} zone /> }),
    to && t.rich('bulk.receivedBefore', { time: () => <Time at={to} zone /> }),
  ]
  return parts.filter(Boolean)
}
