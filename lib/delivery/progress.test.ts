import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { aSigner, grow } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { makePacks } from './make-packs'
import { listProgress, notePackProgress } from './progress'
import { requestDelivery } from './request-delivery'

useDatabase()

const now = new Date('2026-03-04T12:00:00Z')
const order = { day: new Date('2026-03-05T00:00:00Z'), addressees: ['The Council'], namesTo: [], why: 'x' }

async function delivered(slug: string) {
  const petition = await aPetition(slug)
  const [editor, owner] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  await withApproval(requestDelivery(editor, petition, order, now), owner, now)
  const { id } = await db().delivery.findFirstOrThrow({ where: { petitionId: petition } })
  const progress = async () => (await listProgress(editor, petition)).get(id)
  return { petition, id, progress }
}

test('a pack that waits for the ledger says so; once it is made, which pages have no PDF', async () => {
  const { petition, progress } = await delivered('followed')
  expect(await progress()).toBeUndefined()
  expect(await makePacks(now)).toBe(0)
  expect(await progress()).toMatchObject({ step: 'ledger', done: 0, total: 0, failures: 0, failedAt: null })
  await grow(petition, 3, await aSigner(), now)
  expect(await makePacks(now)).toBe(1)
  // No browser is given.
  expect((await progress())?.unprinted).toContain('letter-en.html')
})

test('a failure says in which step, and stays said while it is tried again', async () => {
  const { petition, id, progress } = await delivered('failing')
  await grow(petition, 3, await aSigner(), now)
  await db().deliveryNames.create({ data: { deliveryId: id, recipient: 'no key' } })
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect([await makePacks(now), await makePacks(now)]).toEqual([0, 0])
  said.mockRestore()
  expect(await progress()).toMatchObject({ failures: 2, failedAt: expect.any(Date), failedStep: 'names' })
  await notePackProgress(id, 'pdfs', now, 3, 22)
  expect(await progress()).toMatchObject({
    step: 'pdfs',
    done: 3,
    total: 22,
    at: now,
    failures: 2,
    failedStep: 'names',
  })
})

test('is for those who may deliver', async () => {
  await expect(listProgress(await aStaffMember('auditor', now), order.addressees[0] ?? '')).rejects.toThrow('may not')
})
