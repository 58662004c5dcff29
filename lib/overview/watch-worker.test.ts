import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import type { ComposedMail, Driver, Outcome } from '@/lib/mail/gateway/driver'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { notifySilence, type Watch } from './watch-worker'

useDatabase()
beforeEach(async () => {
  await db().user.deleteMany()
  await db().heartbeat.deleteMany()
})

const now = new Date('2026-11-28T10:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

const told = async (staffId: string) =>
  (await db().staffNotice.findMany({ where: { staffId }, orderBy: { kind: 'asc' } })).map(({ kind, detail }) => [
    kind,
    JSON.parse(detail),
  ])

const worker = '7b6c2a50-0000-4000-8000-000000000001'
const beat = (beatAt: Date) =>
  db().heartbeat.upsert({ where: { worker }, create: { worker, beatAt }, update: { beatAt } })

const aWatch = (): Watch => ({ newest: null, noneSince: null })

function aDriver(outcome: Outcome) {
  const mails: ComposedMail[] = []
  const driver: Driver = {
    batchSize: 10,
    send: async (batch) => {
      mails.push(...batch.mails)
      return batch.mails.map(() => outcome)
    },
    close: async () => undefined,
  }
  return { mails, driver }
}

describe('a worker that is silent', () => {
  test('is mailed to the owners by another process after five minutes, once, however many watch', async () => {
    const owner = await aStaffMember('owner', now)
    await aStaffMember('moderator', now)
    await beat(now)
    const { mails, driver } = aDriver({ kind: 'accepted' })
    const watch = aWatch()
    await notifySilence(driver, watch, minutes(4))
    expect(mails).toEqual([])
    await Promise.all([watch, aWatch(), aWatch()].map((one) => notifySilence(driver, one, minutes(5))))
    await notifySilence(driver, watch, minutes(60))
    expect(mails.map(({ to }) => to)).toEqual([owner.email])
    expect(mails[0]?.text.replaceAll(/\s+/g, ' ')).toContain('silent since 2026-11-28 10:00 UTC')
    // Back, and silent again.
    await beat(minutes(90))
    await notifySilence(driver, watch, minutes(91))
    expect(mails).toHaveLength(1)
    await notifySilence(driver, watch, minutes(95))
    expect(mails).toHaveLength(2)
  })

  test('is tried again where its mail was not accepted, and left to the worker where this process sends none', async () => {
    const owner = await aStaffMember('owner', now)
    const watch = aWatch()
    const failing = aDriver({ kind: 'retry', reason: 'unreachable', doubt: false })
    await notifySilence(failing.driver, watch, minutes(4))
    expect(await told(owner.id)).toEqual([])
    for (const minute of [0, 5]) await notifySilence(null, watch, minutes(minute + 4))
    await notifySilence(failing.driver, watch, minutes(10))
    await notifySilence(failing.driver, watch, minutes(11))
    expect(failing.mails).toHaveLength(2)
    expect(await db().staffNotice.findMany({ select: { kind: true, mailedAt: true } })).toEqual([
      { kind: 'worker_silent', mailedAt: null },
    ])
  })

  test('is not told of where it stops in order and is back in time, whatever a killed one left; an outage the same day is', async () => {
    const owner = await aStaffMember('owner', now)
    const { mails, driver } = aDriver({ kind: 'accepted' })
    const watches = [aWatch(), aWatch()]
    const look = (at: Date) => Promise.all(watches.map((watch) => notifySilence(driver, watch, at)))
    await db().heartbeat.create({ data: { worker: '7b6c2a50-0000-4000-8000-000000000002', beatAt: minutes(-300) } })
    const stop = () => db().heartbeat.deleteMany({ where: { worker } })
    for (const start of [0, 30]) {
      await beat(minutes(start))
      await look(minutes(start))
      await stop()
      await look(minutes(start + 1))
      await look(minutes(start + 4))
    }
    await beat(minutes(60))
    await look(minutes(60))
    expect(mails).toEqual([])
    await db().heartbeat.deleteMany()
    for (const at of [61, 64, 65, 66]) await look(minutes(at))
    expect(await told(owner.id)).toEqual([['worker_silent', { since: '2026-11-28 11:00' }]])
    await beat(minutes(90))
    await look(minutes(90))
    await stop()
    for (const at of [91, 95, 96]) await look(minutes(at))
    expect(await told(owner.id)).toHaveLength(2)
    expect(mails).toHaveLength(2)
  })

  test('that never reported is told of five minutes after the first look, once by processes that looked first at different times', async () => {
    const owner = await aStaffMember('owner', now)
    const [early, late] = [aWatch(), aWatch()]
    await notifySilence(null, early, minutes(0))
    await notifySilence(null, late, minutes(1))
    await notifySilence(null, early, minutes(4))
    expect(await told(owner.id)).toEqual([])
    await Promise.all([early, late].map((watch) => notifySilence(null, watch, minutes(6))))
    await notifySilence(null, late, minutes(7))
    expect(await told(owner.id)).toHaveLength(1)
  })

  test('is mailed by the next look where sending broke, to the other owners at once', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await Promise.all([aStaffMember('owner', now), aStaffMember('owner', now)])
    await beat(now)
    const { mails, driver } = aDriver({ kind: 'accepted' })
    let tries = 0
    const breaking: Driver = {
      ...driver,
      send: (batch) => {
        tries += 1
        return tries === 1 ? Promise.reject(new Error('connection lost')) : driver.send(batch)
      },
    }
    const watch = aWatch()
    await notifySilence(breaking, watch, minutes(5))
    expect(mails).toHaveLength(1)
    await notifySilence(breaking, watch, minutes(6))
    expect(new Set(mails.map(({ to }) => to)).size).toBe(2)
    expect(await db().staffNotice.count({ where: { mailedAt: null } })).toBe(0)
    expect(logged).toHaveBeenCalledTimes(1)
    logged.mockRestore()
  })
})
