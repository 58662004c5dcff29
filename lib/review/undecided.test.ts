import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { claimHeld } from './claim-held'
import { decideHeld } from './decide-held'
import { openHeld } from './open-held'
import { skip } from './skip'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

/** Held signatures that are alike: given out fifty at a time. */
async function many(slug: string, signatures: number) {
  const people = Array.from({ length: signatures }, (_, i) => ({
    name: `Name ${i}`,
    email: `user${i}@${slug}.example`,
  }))
  await heldSignatures(await aPetition(slug), people, now)
}

async function told(owner: string): Promise<number> {
  return db().staffNotice.count({ where: { staffId: owner, kind: 'many_openings' } })
}

test('owners are told of a person who reads on in a review and decides nothing, and not of one who decides', async () => {
  const owner = await aStaffMember('owner', now)
  const diligent = await aStaffMember('moderator', now)
  const reader = await aStaffMember('moderator', now)
  const turn = async (by: typeof reader, decides: boolean) => {
    await claimHeld(by, 'a review', { alone: false, group: '' }, now)
    const keys = (await openHeld(by, now)).map(({ key }) => key)
    expect(keys.length).toBeGreaterThan(0)
    if (decides) await decideHeld(by, keys, 'release', now)
    else await skip(by, 'held', keys, now)
  }
  await many('much-held', 400)
  for (let i = 0; i < 4; i += 1) await turn(diligent, true)
  expect(await told(owner.id)).toBe(0)
  for (let i = 0; i < 3; i += 1) await turn(reader, false)
  expect(await told(owner.id)).toBe(0)
  await turn(reader, false)
  expect(await told(owner.id)).toBe(1)
})
