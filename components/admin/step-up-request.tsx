import { createElement, Fragment } from 'react'
import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import type { StepUpRequest } from '@/lib/staff/step-up/keep-request'
import { confirmableAt } from './confirm/confirmables'
import { fieldName } from './field-name'
import { nameOf } from './name-of'
import { t, tOf } from './words'

/** Maximum number of values shown; longer lists, such as a hundred selected rows, only show their length. */
const MAX_SHOWN = 12

/** Fields that only the server compares, and internal ones. */
const guards = /^(act|confirming|kept|draftOf|expected\w*)$/

interface Props {
  request: StepUpRequest
  staff: Staff
}

/** The request that the second factor confirms; an act with a page that asks first is described as there. */
export async function StepUpRequestView({ request: { verb, action, fields }, staff }: Props) {
  const field = (name: string) => fields.find(([one]) => one === name)?.[1] ?? ''
  const now = new Date()
  const act = confirmableAt(field('act'))
  const first = act?.first?.(now).name
  const found = act?.verb === verb ? await act.find(staff, field('confirming'), first ? field(first) : '', now) : null
  // Codes and ids mean nothing to people, so their names are shown.
  const about = found ? null : await nameOf(staff, verb, field('id') || field('session'), now)
  const shown = fields.filter(([name, value]) => value !== '' && !guards.test(name) && !isId(value))
  // Spread, because several fields may have one name; their order never changes, so none needs a key.
  const rows = shown
    .slice(0, MAX_SHOWN)
    .map(([name, value]) =>
      createElement(
        'div',
        null,
        <dt>{fieldName(name)}</dt>,
        <dd>{value.length > 200 ? `${value.slice(0, 200)}…` : value}</dd>,
      ),
    )
  return (
    <dl>
      <dt>{t('common.action')}</dt>
      <dd>
        {found
          ? [found.title, ...found.happens].join(' ')
          : (tOf('action', action) ?? (action || verb.replace('.', ' ')))}
      </dd>
      {about && (
        <>
          <dt>{t('signIn.about')}</dt>
          <dd>{about}</dd>
        </>
      )}
      {createElement(Fragment, null, ...rows)}
      {shown.length > MAX_SHOWN && <dd>{t('signIn.andMore', { number: shown.length - MAX_SHOWN })}</dd>}
    </dl>
  )
}
