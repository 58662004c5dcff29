import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { listMilestones } from '@/lib/petitions/milestones'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { petitionFeed } from './petition-feed'

useDatabase()

const now = new Date('2026-03-14T12:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00Z`)

async function moved(petitionId: string, hour: string, net: number) {
  await db().hourTotal.create({ data: { petitionId, hour: new Date(hour), net } })
}

it('tells what became of a petition, the newest first, and names nobody', async () => {
  const id = await aPetition('followed')
  await moved(id, '2026-03-01T10:00:00Z', 40)
  await moved(id, '2026-03-03T23:00:00Z', 70)
  const delivered = (on: string, made: boolean) =>
    db().delivery.create({
      data: {
        id: crypto.randomUUID(),
        petitionId: id,
        deliveredOn: day(on),
        addressees: ['The Council'],
        approvedAt: now,
        ...(made && { madeAt: now, sha256: Buffer.alloc(32), pack: Buffer.from('x') }),
      },
    })
  const { id: deliveryId } = await delivered('2026-03-10', true)
  // Neither what is to come, nor what is not made yet.
  await delivered('2026-03-20', true)
  await delivered('2026-03-11', false)
  const answer = {
    addressee: 'The Council',
    kind: 'received',
    answeredOn: day('2026-03-12'),
    source: 'Letter',
  } as const
  await db().deliveryAnswer.create({ data: { id: crypto.randomUUID(), deliveryId, approvedAt: now, ...answer } })
  const feed = await petitionFeed('followed', 'en', now)
  expect(feed?.entries.map(({ title, publishedAt }) => [publishedAt.toISOString().slice(0, 10), title])).toEqual([
    ['2026-03-12', '\u2068The Council\u2069: Confirmed that it received the petition'],
    ['2026-03-10', 'Delivered'],
    ['2026-03-03', '100 signatures'],
    [expect.stringMatching(/^20/), 'Opened'],
  ])
  expect(new Set(feed?.entries.map(({ id: tag }) => tag)).size).toBe(4)
  expect((await petitionFeed('followed', 'ar', now))?.entries[2]?.title).toBe('100 توقيع')
  expect(await petitionFeed('unknown', 'en', now)).toBeNull()
  await db().petition.update({ where: { id }, data: { status: 'closed', closedAt: now, removedAt: now } })
  expect(await petitionFeed('followed', 'en', now)).toBeNull()
})

it('a milestone stays on the day on which it was first reached', async () => {
  const id = await aPetition('milestones')
  await moved(id, '2026-03-01T10:00:00Z', 600)
  await moved(id, '2026-03-02T10:00:00Z', -200)
  await moved(id, '2026-03-03T10:00:00Z', 4_600)
  expect((await listMilestones(id)).map(({ count, at }) => [count, at.toISOString().slice(0, 10)])).toEqual([
    [100, '2026-03-01'],
    [500, '2026-03-01'],
    [1_000, '2026-03-03'],
    [5_000, '2026-03-03'],
  ])
})
