import type { ReactNode } from 'react'
import { parseRule } from '@/lib/bulk-actions/rule'
import type { Filter } from '@/lib/signatures/admin/filter'
import { languageName } from '@/messages/language-name'
import { codeName } from './code-name'
import { countryName, flagName } from './display-names'
import { MemberName } from './member-name'
import { Time } from './time'

/** Which signatures a bulk action is about, in words, from the rule that is stored with it. */
export function RuleWords({ rule }: { rule: string }) {
  const read = parseRule(rule)
  if (!read) return /"ticked":(\d+)/.test(rule) ? 'Selected one by one' : 'Cannot be read any more'
  const parts = [...(read.domain ? [<>email domain {read.domain}</>] : []), ...partsOf(read.filter)]
  return (
    <ul className="plain">
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <li key={i}>{part}</li>
      ))}
    </ul>
  )
}

function partsOf({ state, country, locale, via, comment, signal, appealed, from, to }: Filter): ReactNode[] {
  const parts: (ReactNode | false | undefined)[] = [
    state && <>state {codeName(state)}</>,
    country && <>from {countryName(country)}</>,
    locale && <>in {languageName(locale)}</>,
    via && (
      <>
        through the link of <MemberName slug={via} />
      </>
    ),
    comment && (comment === 'yes' ? 'with a comment' : 'without a comment'),
    signal && <>with the flag “{flagName(signal)}”</>,
    appealed && 'with an appeal',
    from && (
      <>
        received from <Time at={from} zone />
      </>
    ),
    to && (
      <>
        received before <Time at={to} zone />
      </>
    ),
  ]
  return parts.filter(Boolean)
}
