import { describe, expect, test } from 'vitest'
import { StaffRole } from '@/prisma/generated/enums'
import { allVerbs, approvable, approvableFrom, canApprove, may } from './roles'

describe('inviting somebody needs approval', () => {
  test.each(Object.values(StaffRole))('%s: exactly if the role has a verb that needs approval', (role) => {
    const takesTwo = allVerbs.filter((verb) => approvableFrom(verb) !== null || verb === 'paper.count')
    expect(canApprove(role)).toBe(takesTwo.some((verb) => may(role, verb)))
  })

  test('for an editor, but not for an auditor', () => {
    expect([canApprove('editor'), canApprove('auditor')]).toEqual([true, false])
  })

  test('everybody who may request an approval may give one, or is an owner', () => {
    for (const [verb, asks] of Object.entries(approvable))
      for (const role of Object.values(StaffRole))
        if (may(role, asks)) expect([verb, role, role === 'owner' || canApprove(role)]).toEqual([verb, role, true])
  })
})
