import { db } from '@/lib/db'
import type { NoticeKindName } from '@/lib/staff/notices/notice-kinds'
import { queueStaffNotice } from '@/lib/staff/notices/queue-staff-notice'

const DAY = 86_400_000

/** What is waiting for moderators, and by what factor it has to grow before they are notified again. */
const queues: { kind: NoticeKindName; growth: number; count(): Promise<number> }[] = [
  {
    kind: 'appeals_waiting',
    growth: 1,
    count: () =>
      one(db().$queryRaw`SELECT count(*)::int AS n FROM signature
        WHERE appealed_at IS NOT NULL AND state IN ('held', 'removed')`),
  },
  // Only when it has doubled: a flood of fakes must not flood mailboxes too.
  {
    kind: 'held_waiting',
    growth: 2,
    count: () => one(db().$queryRaw`SELECT count(*)::int AS n FROM signature WHERE state = 'held'`),
  },
]

/**
 * Notifies staff of waiting appeals and held signatures: when there are more than at the last notice, and once a day while
 * any wait. Numbers only.
 */
export async function notifyWaiting(now: Date): Promise<void> {
  for (const { kind, growth, count } of queues) {
    const waiting = await count()
    if (waiting === 0) continue
    const last = await db().staffNotice.findFirst({ where: { kind }, orderBy: { noticedAt: 'desc' } })
    const said = last ? Number((JSON.parse(last.detail) as { count?: string }).count) : 0
    const lately = last && now.getTime() - last.noticedAt.getTime() < DAY
    if (lately && (waiting <= said || waiting < said * growth)) continue
    await db().$transaction(async (tx) => {
      // An unsent notice holds an older number.
      await tx.staffNotice.deleteMany({ where: { kind, mailedAt: null } })
      await queueStaffNotice(tx, { kind, to: { may: 'signature.release' }, detail: { count: String(waiting) } }, now)
    })
  }
}

async function one(query: Promise<unknown>): Promise<number> {
  const [row] = (await query) as { n: number }[]
  return row?.n ?? 0
}
