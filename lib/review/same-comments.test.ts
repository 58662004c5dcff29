import { beforeEach, describe, expect, it } from 'vitest'
import { decideComments, reopenDecision } from '@/lib/comments/decide-comments'
import { openComments } from '@/lib/comments/list-waiting-comments'
import { comparedText } from '@/lib/comments/same-text'
import { db, pool } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { claimAgain, claimComments } from './claim-comments'
import { giveBack } from './skip'

useDatabase()

const now = new Date('2026-11-29T10:00:00Z')
const together = { alone: false, locale: '' }
const approve = { approve: true } as const
let [first, second]: Staff[] = []
let slug = ''
let n = 0

beforeEach(async () => {
  await pool().query('TRUNCATE signature, pending_signature, mail CASCADE')
  slug = `same-${++n}`
  await aPetition(slug)
  first = await aStaffMember('moderator', now)
  second = await aStaffMember('moderator', now)
})

async function comment(text: string, at = slug): Promise<void> {
  const { id } = await db().petition.findUniqueOrThrow({ where: { slug: at } })
  n += 1
  const when = new Date(now.getTime() + n * 1_000)
  await signAs(at, `person-${n}@example.org`, when, { name: `Person ${n}`, comment: text })
  await confirmWaiting(id, when)
}

const staff = (one: Staff | undefined): Staff => {
  if (!one) throw new Error('nobody')
  return one
}

async function got(by: Staff | undefined, wanted = together): Promise<string[]> {
  await claimComments(staff(by), wanted, now)
  return (await openComments(staff(by), now)).map(({ text }) => text).toSorted()
}

describe('comments that say the same', () => {
  it('are given out at once, and each reading is logged; the others wait', async () => {
    for (const text of ['Free them now!', 'something else', 'free  them NOW', 'Free them now 🙏']) await comment(text)
    expect(await got(first)).toEqual(['Free them now 🙏', 'Free them now!', 'free  them NOW'].toSorted())
    expect(await db().auditEntry.count({ where: { verb: 'comment.read', staffId: staff(first).id } })).toBe(3)
    expect(await got(second)).toEqual(['something else'])
  })

  it('are one by one for whoever wants them so, and together for whoever got them so', async () => {
    for (const text of ['Free them now!', 'Free them now']) await comment(text)
    expect(await got(first, { ...together, alone: true })).toEqual(['Free them now!'])
    expect(await got(second, { ...together, alone: true })).toEqual(['Free them now'])
  })

  it('are of one petition, and of the language that a moderator reads', async () => {
    await aPetition(`other-${slug}`)
    await comment('Free them now')
    await comment('Free them now', `other-${slug}`)
    expect(await got(first)).toHaveLength(1)
    await pool().query(`UPDATE signature SET locale = 'ko'`)
    expect(await got(second, { alone: false, locale: 'en' })).toEqual([])
    expect(await got(second, { alone: false, locale: 'ko' })).toHaveLength(1)
  })

  it('two moderators at once never get the same one, also of more than are shown together', async () => {
    for (let i = 0; i < 60; i += 1) await comment(`Free them now${'!'.repeat(i)}`)
    await Promise.all([claimComments(staff(first), together, now), claimComments(staff(second), together, now)])
    const [mine, theirs] = [await openComments(staff(first), now), await openComments(staff(second), now)]
    expect([mine.length, theirs.length].toSorted((a, b) => a - b)).toEqual([10, 50])
    expect(new Set([...mine, ...theirs].map(({ key }) => key)).size).toBe(60)
  })

  it('are decided together, each only as it was read, and what was decided is taken back exactly', async () => {
    for (const text of ['Free them now', 'free them now', 'Free them now.']) await comment(text)
    await claimComments(staff(first), together, now)
    const read = await openComments(staff(first), now)
    const [changed, ...others] = read
    await db().signature.updateMany({
      where: { emailIndex: Buffer.from(changed?.key ?? '', 'base64url').subarray(16) },
      data: { state: 'withdrawn', withdrawnAt: now },
    })
    const result = await decideComments(staff(first), read, approve, now)
    expect(result).toEqual({ ok: true, decided: expect.arrayContaining(others.map(({ key }) => key)) })
    expect(await db().comment.findMany({ select: { decision: true, text: true } })).toEqual(
      expect.arrayContaining(others.map(({ text }) => ({ decision: 'approved', text }))),
    )
    expect(await db().comment.count()).toBe(2)
    expect(await db().auditEntry.count({ where: { verb: 'comment.approve', staffId: staff(first).id } })).toBe(2)

    // Nobody else takes it back, and nothing of another moment.
    expect(await reopenDecision(staff(second), now, now)).toEqual([])
    expect(await reopenDecision(staff(first), new Date(now.getTime() + 1), now)).toEqual([])
    const keys = await reopenDecision(staff(first), now, now)
    expect(keys.toSorted()).toEqual(others.map(({ key }) => key).toSorted())
    expect(await db().comment.count()).toBe(0)
    await giveBack(
      staff(first),
      'comments',
      read.map(({ key }) => key),
    )
    expect(await claimAgain(staff(first), keys, now)).toBe(2)
    expect((await openComments(staff(first), now)).map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
  })

  it('a decision on some of two petitions, on too many, or on a made-up one, is none', async () => {
    const made = (key: string) => ({ key, expectedVersion: 'x' })
    const [one, other] = ['A'.repeat(64), 'B'.repeat(64)]
    const unknown = { ok: false, reason: 'unknown' }
    for (const read of [[made(one), made(other)], [], [made('no key')]])
      expect(await decideComments(staff(first), read, approve, now)).toEqual(unknown)
    const many = Array.from({ length: 51 }, (_, i) => made(`${'A'.repeat(62)}${String(i).padStart(2, '0')}`))
    expect(await decideComments(staff(first), many, approve, now)).toEqual(unknown)
    expect(await decideComments(staff(first), [made(one)], approve, now)).toEqual({ ok: false, reason: 'changed' })
  })
})

it('compares words and numbers, in every script', () => {
  const same = (a: string, b: string) => comparedText(a) === comparedText(b)
  expect(same('Free them NOW!!! 🙏', '  free them now')).toBe(true)
  expect(same('북한 주민에게 자유를.', '북한 주민에게  자유를!')).toBe(true)
  expect(same('Ｆｒｅｅ　them', 'free them')).toBe(true)
  expect(same('Call 02-123', 'Call 02-124')).toBe(false)
  expect(same('स्वतंत्रता', 'सवततरत')).toBe(false)
  expect(same('🙏', '✊')).toBe(false)
})
