import { db } from '@/lib/db'
import { takeLock } from '@/lib/locks'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import type { Prisma } from '@/prisma/generated/client'
import type { NoticeTiming } from '@/prisma/generated/enums'
import type { StaffNoticeMail } from './compose-staff-notice'
import { noticeKind } from './notice-kinds'

/** The interval for which mails to a person are limited, in ms. */
const HOUR = 3_600_000

/**
 * Queues a mail for everybody with unsent notices that do not wait for the digest, as soon as the hourly limits of
 * their kinds allow. Nothing that a stranger does uses up these limits, and notices over a limit wait rather than get
 * lost.
 * @returns how many mails
 */
export async function mailStaffNotices(now: Date): Promise<number> {
  const waiting = await db().staffNotice.groupBy({ by: ['staffId'], where: { mailedAt: null, timing: 'at_once' } })
  let mails = 0
  for (const { staffId } of waiting) if (await mailTo(staffId, now)) mails += 1
  return mails
}

async function mailTo(staffId: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Without the lock two workers would mail the same.
    await takeLock(tx, 'staffNotices')
    const lastHour = { staffId, mailedAt: { gt: new Date(now.getTime() - HOUR) } }
    const mailed = await tx.staffNotice.groupBy({ by: ['mailedAt'], where: lastHour })
    const where = { staffId, mailedAt: null, timing: 'at_once' } as const
    const waiting = await tx.staffNotice.findMany({ where, select: { kind: true } })
    if (mailed.length >= Math.max(0, ...waiting.map(({ kind }) => noticeKind(kind)?.mailsAnHour ?? 1))) return false
    return mailWaiting(tx, staffId, ['at_once'], now)
  })
}

/** Queues a person's digest in this transaction: the notices that waited for it, and all others that wait. */
export async function mailDigest(tx: Prisma.TransactionClient, staffId: string, now: Date): Promise<void> {
  await takeLock(tx, 'staffNotices')
  await mailWaiting(tx, staffId, ['at_once', 'digest'], now)
}

/** @returns whether there was anything to mail */
async function mailWaiting(tx: Prisma.TransactionClient, staffId: string, timings: NoticeTiming[], now: Date) {
  const where = { staffId, mailedAt: null, timing: { in: timings } }
  const { count } = await tx.staffNotice.updateMany({ where, data: { mailedAt: now } })
  if (count === 0) return false
  // A limit of its own for each mail, so that mails which strangers cause do not delay it.
  const countedAs = `staff notice ${staffId} ${now.toISOString()}`
  const mail: StaffNoticeMail = { staffId, mailedAt: now.toISOString() }
  await queueMail(tx, { countedAs, kind: 'staff_notice', sealed: sealRecord(mail) }, now)
  return true
}
