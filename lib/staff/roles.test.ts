import { describe, expect, test } from 'vitest'
import { StaffRole } from '@/prisma/generated/enums'
import { allVerbs, approvable, approvableFrom, canApprove, may } from './roles'

describe('who needs two to be invited', () => {
  test.each(Object.values(StaffRole))('%s: exactly whoever may do a verb that takes two people', (role) => {
    const takesTwo = allVerbs.filter((verb) => approvableFrom(verb) !== null || verb === 'paper.count')
    expect(canApprove(role)).toBe(takesTwo.some((verb) => may(role, verb)))
  })

  test('an editor is among them, an auditor is not', () => {
    expect(Object.values(StaffRole).filter(canApprove).toSorted()).toEqual(['editor', 'moderator', 'owner'])
  })

  test('whoever may ask for something that takes two is one who may be asked, or an owner', () => {
    for (const [verb, asks] of Object.entries(approvable))
      for (const role of Object.values(StaffRole))
        if (may(role, asks)) expect([verb, role, role === 'owner' || canApprove(role)]).toEqual([verb, role, true])
  })
})
