import { Fragment, type ReactNode } from 'react'
import { languageName } from '@/messages/language-name'
import { capital } from './code-name'
import { PetitionName } from './petition-name'
import { RuleWords } from './rule-words'

/** What was asked for, pair by pair, in words; what only the server compares is left out. */
export function ApprovalDetails({ detail }: { detail: Record<string, string> }) {
  return Object.entries(detail).map(([name, value]) =>
    hidden.has(name) ? null : (
      <Fragment key={name}>
        <dt>{names[name] ?? capital(name)}</dt>
        <dd>{shown(name, value)}</dd>
      </Fragment>
    ),
  )
}

/** Guards against a change meanwhile, and codes of what `what` says in words. */
const hidden = new Set(['revision', 'expectedVersion', 'sha256', 'act', 'to', 'versions'])

const names: Record<string, string> = {
  what: 'Action',
  rule: 'Which signatures',
  'look at them': 'Look at them',
  'read it whole': 'Read it whole',
  step: 'Action',
}

function shown(name: string, value: string): ReactNode {
  if (name === 'petition') return <PetitionName slug={value} />
  if (name === 'rule') return <RuleWords rule={value} />
  if (name === 'language') return languageName(value)
  if (name === 'languages')
    return value
      .split(' ')
      .map((code) => languageName(code))
      .join(', ')
  if (value.startsWith('/admin/updates/')) return <a href={value}>The mailing in all its languages</a>
  if (value.startsWith('/admin/bulk/')) return <a href={value}>The signatures, with a sample</a>
  if (['what', 'step', 'role', 'status'].includes(name)) return capital(value.replaceAll('_', ' '))
  return value
}
