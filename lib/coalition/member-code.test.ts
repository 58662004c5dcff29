import { expect, it } from 'vitest'
import { aMember } from '@/test/a-member'
import { useDatabase } from '@/test/use-database'
import { memberCode } from './member-code'

useDatabase()

it('knows the codes of members on the list, and no other', async () => {
  await aMember('stays')
  await aMember('left', new Date('2020-01-01'))
  expect(await memberCode('stays')).toBe('stays')
  for (const code of ['left', 'nobody', 'STAYS', '', null, undefined]) expect(await memberCode(code)).toBeNull()
})
