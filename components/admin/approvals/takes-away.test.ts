import { expect, test } from 'vitest'
import { type ApprovableVerb, approvable } from '@/lib/staff/roles'
import { takesAway } from './takes-away'

test('red is what takes something away or sends it out for good; any other approval is ordinary', () => {
  const verbs = Object.keys(approvable) as ApprovableVerb[]
  expect(verbs.filter((verb) => !takesAway({ verb, detail: {} }))).toEqual([
    'staff.invite',
    'staff.change_role',
    'staff.enable',
    'bulk.approve',
    'update.publish',
    'petition.publish',
    'petition.change_status',
    'petition.plan',
    'petition.hand_over',
    'petition.answer',
    'coalition.publish',
    'webhook.add',
  ])
})

test.each<[ApprovableVerb, Record<string, string>, boolean]>([
  ['bulk.approve', { what: 'remove' }, true],
  ['bulk.approve', { what: 'release' }, false],
  ['petition.change_status', { step: 'close', status: 'open' }, true],
  ['petition.change_status', { step: 'win', status: 'open' }, true],
  ['petition.change_status', { step: 'win', status: 'closed' }, false],
  ['petition.change_status', { step: 'open', status: 'draft' }, false],
  ['coalition.publish', { to: 'sent' }, true],
  ['coalition.publish', { act: 'remove' }, true],
  ['coalition.publish', { act: 'add' }, false],
])('%s with %j: %s', (verb, detail, red) => {
  expect(takesAway({ verb, detail })).toBe(red)
})
