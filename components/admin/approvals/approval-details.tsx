import { Fragment, type ReactNode } from 'react'
import { parseNamesTo } from '@/lib/delivery/names/names-to'
import { capital, codeName } from '../code-name'
import { countryName, languageName } from '../display-names'
import { Recipient } from '../exports/export-facts'
import { languagesInWords } from '../languages-in-words'
import { LetterName } from '../letter-name'
import { inWords } from '../list-in-words'
import { PetitionName } from '../petition-name'
import { RuleWords } from '../rule-words'
import { t, tOf } from '../words'

/** The details of a request as pairs in words; values that only the server compares are left out. */
export function ApprovalDetails({ detail }: { detail: Record<string, string> }) {
  return Object.entries(detail).map(([name, value]) =>
    hidden.has(name) ? null : (
      <Fragment key={name}>
        <dt>{tOf('detail', name) ?? capital(name)}</dt>
        <dd>{shown(name, value)}</dd>
      </Fragment>
    ),
  )
}

/** Expected versions, and codes that `what` says in words. */
const hidden = new Set([
  'revision',
  'expectedVersion',
  'sha256',
  'act',
  'to',
  'versions',
  'sheet',
  'look at them',
  'read it whole',
])

function shown(name: string, value: string): ReactNode {
  if (name === 'petition') return <PetitionName slug={value} />
  if (name === 'letter') return <LetterName slug={value} />
  if (name === 'thing') return <LetterName slug={value} />
  if (name === 'government') return governmentName(value)
  if (name === 'answer') return tOf('answer', value) ?? value
  if (name === 'columns')
    return value
      .split(', ')
      .map((column) => tOf('column', column) ?? column)
      .join('; ')
  if (name === 'recipient') return <Recipient age={value} />
  if (name === 'names to')
    return parseNamesTo(value).map(({ addressee, key }) => (
      <Fragment key={key}>
        <p>
          <strong>
            <bdi>{addressee}</bdi>
          </strong>
        </p>
        <Recipient age={key} />
      </Fragment>
    ))
  if (name === 'events') return inWords(value.split(' ').map((event) => tOf('webhookEvent', event) ?? event))
  if (name === 'afterwards') return t('approvals.nextSignInSetsUp')
  if (name === 'correction') return t('petitions.meaningUnchanged')
  if (name === 'destroys') return t('filter.yes')
  if (name === 'last day to sign' && value === 'none') return t('approvals.noLastDay')
  if (name === 'rule') return <RuleWords rule={value} />
  if (['counted', 'signatures', 'rows'].includes(name) && /^\d+$/.test(value)) return Number(value).toLocaleString('en')
  if (name === 'language') return languageName(value)
  if (name === 'languages') return languagesInWords(value.split(' '))
  if (['what', 'step', 'role', 'status', 'author', 'from', 'to'].includes(name)) return codeName(value)
  return <bdi>{value}</bdi>
}

/** A government address's country and office, from the key of its row (`KR.un_mission`). */
function governmentName(key: string): string {
  const [country = '', office = ''] = key.split('.')
  return [countryName(country), codeName(office).toLowerCase()].filter(Boolean).join(', ')
}
