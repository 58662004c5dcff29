import { z } from 'zod'
import { db } from '@/lib/db'
import { momentInWords } from '@/lib/text/time-zone'
import type { AdminLanguage } from '@/messages/admin/translator'
import type { NoticeTiming } from '@/prisma/generated/enums'
import { noticeKind } from './notice-kinds'

/** How many notices a person can read again; these are kept longer (purge-staff-notices.ts). */
export const READABLE_NOTICES = 20

/** A notice to one person. */
export interface ReceivedNotice {
  id: string
  kind: NonNullable<ReturnType<typeof noticeKind>>
  /** The values of its message. Nothing personal. */
  detail: Record<string, string>
  noticedAt: Date
  /** When its mail was queued; null if not yet, or never (`timing`). */
  mailedAt: Date | null
  timing: NoticeTiming
}

const noticeDetail = z.record(z.string(), z.string())

/** The reader's time zone and language. */
interface Reader {
  zone: string
  language: AdminLanguage
}

/** Parses a notice's values, and formats its times (stored in UTC) for the reader. */
export function readDetail(text: string, { zone, language }: Reader): Record<string, string> {
  const told = noticeDetail.parse(JSON.parse(text))
  const shown = (value: string) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value)
      ? momentInWords(new Date(`${value.replace(' ', 'T')}Z`), zone, language)
      : value
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, shown(value)]))
}

/** Lists a person's latest notices, newest first, also those that they turned off. */
export async function listNotices(staffId: string, reader: Reader): Promise<ReceivedNotice[]> {
  const rows = await db().staffNotice.findMany({
    where: { staffId },
    orderBy: [{ noticedAt: 'desc' }, { id: 'asc' }],
    take: READABLE_NOTICES,
  })
  return rows.flatMap(({ kind: name, detail, staffId: _, once: __, ...row }) => {
    const kind = noticeKind(name)
    return kind ? [{ ...row, kind, detail: readDetail(detail, reader) }] : []
  })
}
