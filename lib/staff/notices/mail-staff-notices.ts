import { db } from '@/lib/db'
import { queueMail } from '@/lib/mail/queue-mail'
import { sealRecord } from '@/lib/vault/seal-record'
import type { StaffNoticeMail } from './compose-staff-notice'
import { noticeKind } from './notice-kinds'

/** The interval of digests, in ms. */
const HOUR = 3_600_000
/** Two workers would each mail the same. */
const NOTICE_LOCK = 72_707_430

/**
 * Queues a mail for everybody with unsent notices: at once as far as their kinds allow, otherwise once an hour. Nothing that
 * a stranger does counts against these limits, and no notice is lost: those over the limit wait.
 * @returns how many mails
 */
export async function mailStaffNotices(now: Date): Promise<number> {
  const waiting = await db().staffNotice.groupBy({ by: ['staffId'], where: { mailedAt: null } })
  let mails = 0
  for (const { staffId } of waiting) if (await mailTo(staffId, now)) mails += 1
  return mails
}

async function mailTo(staffId: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NOTICE_LOCK})`
    const lastHour = { staffId, mailedAt: { gt: new Date(now.getTime() - HOUR) } }
    const mailed = await tx.staffNotice.groupBy({ by: ['mailedAt'], where: lastHour })
    const waiting = await tx.staffNotice.findMany({ where: { staffId, mailedAt: null }, select: { kind: true } })
    if (mailed.length >= Math.max(0, ...waiting.map(({ kind }) => noticeKind(kind)?.mailsAnHour ?? 1))) return false
    await tx.staffNotice.updateMany({ where: { staffId, mailedAt: null }, data: { mailedAt: now } })
    // An index of its own for each: mails that strangers can cause take none of its room.
    const countedAs = `staff notice ${staffId} ${now.toISOString()}`
    const mail: StaffNoticeMail = { staffId, mailedAt: now.toISOString() }
    await queueMail(tx, { countedAs, kind: 'staff_notice', sealed: sealRecord(mail) }, now)
    return true
  })
}
