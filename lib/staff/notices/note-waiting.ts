import { db } from '@/lib/db'
import type { NoticeKindName } from './notice-kinds'
import { queueStaffNotice } from './queue-staff-notice'

const DAY = 86_400_000

/** What waits for somebody who may release, and from how many times as many on it is said again. */
const queues: { kind: NoticeKindName; growth: number; count(): Promise<number> }[] = [
  {
    kind: 'appeals_waiting',
    growth: 1,
    count: () =>
      one(db().$queryRaw`SELECT count(*)::int AS n FROM signature
        WHERE appealed_at IS NOT NULL AND state IN ('held', 'removed')`),
  },
  // Twice as many: who sends fakes by the thousand does not fill mailboxes too.
  {
    kind: 'held_waiting',
    growth: 2,
    count: () => one(db().$queryRaw`SELECT count(*)::int AS n FROM signature WHERE state = 'held'`),
  },
]

/**
 * Notes that appeals and held signatures wait: when there are more than was said last, and once a day while they wait.
 * Numbers only.
 */
export async function noteWaiting(now: Date): Promise<void> {
  for (const { kind, growth, count } of queues) {
    const waiting = await count()
    if (waiting === 0) continue
    const last = await db().staffNotice.findFirst({ where: { kind }, orderBy: { noticedAt: 'desc' } })
    const said = last ? Number((JSON.parse(last.detail) as { count?: string }).count) : 0
    const lately = last && now.getTime() - last.noticedAt.getTime() < DAY
    if (lately && (waiting <= said || waiting < said * growth)) continue
    await db().$transaction(async (tx) => {
      // What was not mailed yet says an older number.
      await tx.staffNotice.deleteMany({ where: { kind, mailedAt: null } })
      await queueStaffNotice(tx, { kind, to: { may: 'signature.release' }, detail: { count: String(waiting) } }, now)
    })
  }
}

async function one(query: Promise<unknown>): Promise<number> {
  const [row] = (await query) as { n: number }[]
  return row?.n ?? 0
}
