import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { useDatabase } from '@/scripts/testing/use-database'
import { memberCode } from './member-code'

useDatabase()

async function aMember(slug: string, leftOn: Date | null = null): Promise<void> {
  const listed = { listedOn: new Date('2011-09-08'), listedPrecision: 'day' } as const
  await db().member.create({
    data: { id: crypto.randomUUID(), slug, kind: 'organization', name: slug, search: slug, leftOn, ...listed },
  })
}

it('knows the codes of members on the list, and no other', async () => {
  await aMember('stays')
  await aMember('left', new Date('2020-01-01'))
  expect(await memberCode('stays')).toBe('stays')
  for (const code of ['left', 'nobody', 'STAYS', '', null, undefined]) expect(await memberCode(code)).toBeNull()
})
