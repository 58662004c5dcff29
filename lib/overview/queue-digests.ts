import { db } from '@/lib/db'
import { mailDigest } from '@/lib/staff/notices/mail-staff-notices'
import { type NoticeChoice, timingOf } from '@/lib/staff/notices/notice-groups'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'
import { timeIn, zoneOf } from '@/lib/text/time-zone'
import type { User } from '@/prisma/generated/client'
import { findWaiting, isArrival, MAX_WAITING, type QueueName, type Waiting } from './find-waiting'
import { findSettings } from './site-settings'

const WEEK = 7 * 86_400_000

type Reader = Pick<User, 'id' | 'role' | 'timeZone' | 'digestedOn'> & NoticeChoice

/**
 * Queues each person's digest once a working day, from the hour that owners have set, in the person's time zone: the
 * numbers of their queues, and the notices that they chose to read in it; on Mondays auditors get the number of audit
 * log entries. No mail is queued if nothing waits. A worker first claims the day, so several workers queue each digest
 * once.
 */
export async function queueDigests(now: Date): Promise<void> {
  const readers: Reader[] = await db().user.findMany({
    where: { disabledAt: null, signedInAt: { not: null } },
    select: { id: true, role: true, timeZone: true, digestedOn: true, noticesOff: true, noticesDigested: true },
  })
  const { digestHour } = (await findSettings()).values
  for (const reader of readers) {
    const day = dueDay(reader, digestHour, now)
    if (day) await queueDigest(reader, day, now)
  }
}

/** The day whose digest is due; null if none is. */
function dueDay({ timeZone, digestedOn }: Reader, hour: number, now: Date): Date | null {
  const local = timeIn(now, zoneOf(timeZone))
  const day = new Date(local.slice(0, 10))
  const isWorkingDay = day.getUTCDay() > 0 && day.getUTCDay() < 6
  const isNew = digestedOn === null || digestedOn < day
  return isWorkingDay && isNew && Number(local.slice(11, 13)) >= hour ? day : null
}

async function queueDigest(reader: Reader, day: Date, now: Date): Promise<void> {
  const { id } = reader
  const notices = [await digestOf(reader, now), await weekOf(reader, day, now)]
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, OR: [{ digestedOn: null }, { digestedOn: { lt: day } }] },
      data: { digestedOn: day },
    })
    if (count === 0) return
    for (const notice of notices) if (notice) await queueStaffNotice(tx, { ...notice, to: [id], timing: 'digest' }, now)
    await mailDigest(tx, id, now)
  })
}

async function digestOf(reader: Reader, now: Date) {
  const found = Object.entries(await findWaiting(reader, now)) as [QueueName, Waiting][]
  const waiting = found.filter(([name, queue]) => queue.waiting > 0 && isInDigest(name, reader))
  if (waiting.length === 0) return null
  const shown = (many: number) => (many < MAX_WAITING ? String(many) : `${MAX_WAITING - 1}+`)
  const numbers = Object.fromEntries(waiting.map(([name, queue]) => [name, shown(queue.waiting)]))
  const oldest = Math.min(...waiting.flatMap(([, queue]) => queue.oldest?.getTime() ?? []))
  const since = Number.isFinite(oldest) ? timeIn(new Date(oldest), zoneOf(reader.timeZone)).slice(0, 10) : ''
  return { kind: 'digest', detail: { ...numbers, since } } as const
}

/** Arrivals are in the digest of those who chose the digest for them, or chose "at once" and get a digest. */
function isInDigest(name: QueueName, reader: Reader): boolean {
  const arrivals = isArrival(name) ? timingOf('arrivals', reader) : 'at_once'
  return arrivals === 'digest' || (arrivals === 'at_once' && timingOf('digest', reader) !== 'off')
}

async function weekOf(reader: Reader, day: Date, now: Date) {
  if (reader.role !== 'auditor' || timingOf('week', reader) === 'off' || day.getUTCDay() !== 1) return null
  const entries = await db().auditEntry.count({ where: { at: { gt: new Date(now.getTime() - WEEK) } } })
  return { kind: 'week', detail: { entries: String(entries) } } as const
}
