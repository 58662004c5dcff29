import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { saveNotices } from '@/lib/staff/notices/save-notices'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { queueDigests } from './queue-digests'

useDatabase()
beforeEach(async () => void (await db().user.deleteMany()))

/** A Monday, 09:05 in Seoul. */
const monday = new Date('2026-11-30T00:05:00Z')
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)
const received = new Date('2026-11-26T20:00:00Z')

async function reader(role: 'owner' | 'moderator' | 'editor' | 'auditor', timeZone: string | null) {
  const staff = await aStaffMember(role, monday)
  await db().user.update({ where: { id: staff.id }, data: { timeZone, signedInAt: monday } })
  return staff
}

const digests = async (staffId: string) =>
  (await db().staffNotice.findMany({ where: { staffId } })).map(({ kind, detail }) => [kind, JSON.parse(detail)])

test('at nine in the reader’s zone, once a working day, what waits for them alone', async () => {
  await heldSignatures(await aPetition('digest'), [{ name: 'A', email: 'a@b.example' }], received)
  const [seoul, geneva, editor] = await Promise.all([
    reader('moderator', 'Asia/Seoul'),
    reader('moderator', 'Europe/Zurich'),
    reader('editor', 'Asia/Seoul'),
  ])
  await queueDigests(later(-1))
  expect(await digests(seoul.id)).toEqual([])
  // However many workers.
  await Promise.all([queueDigests(monday), queueDigests(monday), queueDigests(monday)])
  // The day is the reader's: it was the 27th in Seoul.
  const waits = ['digest', { held: '1', since: '2026-11-27' }]
  expect(await digests(seoul.id)).toEqual([waits])
  expect(await digests(geneva.id)).toEqual([])
  // Nothing waits for an editor.
  expect(await digests(editor.id)).toEqual([])
  await db().staffNotice.updateMany({ data: { mailedAt: monday } })
  await queueDigests(later(8))
  expect(await digests(seoul.id)).toHaveLength(1)
  expect(await digests(geneva.id)).toEqual([['digest', { held: '1', since: '2026-11-26' }]])
  await queueDigests(later(24))
  expect(await digests(seoul.id)).toHaveLength(2)
  // Saturday.
  await queueDigests(later(5 * 24))
  expect(await digests(seoul.id)).toHaveLength(2)
})

test('auditors read on Mondays how much was done; whoever turned it off, or never signed in, is mailed nothing', async () => {
  const [auditor, off] = [await reader('auditor', null), await reader('auditor', 'Europe/Atlantis')]
  const invited = await aStaffMember('auditor', monday)
  await db().user.update({ where: { id: invited.id }, data: { signedInAt: null } })
  await saveNotices(off, { week: 'off' }, monday)
  await queueDigests(later(10))
  expect(await digests(auditor.id)).toEqual([['week', { entries: expect.stringMatching(/^\d+$/) }]])
  expect(await digests(off.id)).toEqual([])
  expect(await digests(invited.id)).toEqual([])
  await queueDigests(later(34))
  expect(await digests(auditor.id)).toHaveLength(1)
})
