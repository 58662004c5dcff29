import { z } from 'zod'
import { db } from '@/lib/db'
import type { NoticeTiming } from '@/prisma/generated/enums'
import { noticeKind } from './notice-kinds'

/** How many a person can read back; as many are kept for longer (purge-staff-notices.ts). */
export const READABLE_NOTICES = 20

/** A notice that somebody got. */
export interface ReceivedNotice {
  id: string
  kind: NonNullable<ReturnType<typeof noticeKind>>
  /** What it says. Nothing personal. */
  detail: Record<string, string>
  noticedAt: Date
  /** When its mail was queued; null: not yet, or never (`timing`). */
  mailedAt: Date | null
  timing: NoticeTiming
}

export const noticeDetail = z.record(z.string(), z.string())

/** The last notices of a person, newest first: those they turned off, too. */
export async function listNotices(staffId: string): Promise<ReceivedNotice[]> {
  const rows = await db().staffNotice.findMany({
    where: { staffId },
    orderBy: [{ noticedAt: 'desc' }, { id: 'asc' }],
    take: READABLE_NOTICES,
  })
  return rows.flatMap(({ kind: name, detail, staffId: _, once: __, ...row }) => {
    const kind = noticeKind(name)
    return kind ? [{ ...row, kind, detail: noticeDetail.parse(JSON.parse(detail)) }] : []
  })
}
