import type { ReactNode } from 'react'
import { parseRule } from '@/lib/bulk-actions/rule'
import type { Filter } from '@/lib/signatures/admin/filter'
import { codeName } from './code-name'
import { countryName, flagName, languageName } from './display-names'
import { MemberName } from './member-name'
import { Time } from './time'
import { t } from './words'

/** Which signatures a bulk action is about, in words, from the rule that is stored with it. */
export function RuleWords({ rule }: { rule: string }) {
  const read = parseRule(rule)
  if (!read) return /"ticked":(\d+)/.test(rule) ? t('bulk.selectedOneByOne') : t('bulk.cannotBeReadAny')
  const parts = [...(read.domain ? [t('bulk.emailDomain', { domain: read.domain })] : []), ...partsOf(read.filter)]
  return (
    <ul className="plain">
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
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
    signal && <>{t('bulk.withTheFlag', { flag: flagName(signal) })}</>,
    network && t('bulk.ofOneBusyNetwork'),
    appealed && t('bulk.withAppeal'),
    from && t.rich('bulk.receivedFrom', { time: () => <Time at={from} zone /> }),
    to && t.rich('bulk.receivedBefore', { time: () => <Time at={to} zone /> }),
  ]
  return parts.filter(Boolean)
}
