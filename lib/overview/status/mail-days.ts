import { z } from 'zod'
import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { ofNoMailing } from './mail-trouble'
import { findMailDaysNoted, noteMailDays } from './system-report'

/** The results of one day's mails (UTC), without mailings. */
const mailDay = z.object({
  /** Such as 2026-11-30. */
  day: z.iso.date(),
  /** Mails sent, or refused by the receiving server. */
  tried: z.number(),
  bounced: z.number(),
  complained: z.number(),
})

export type MailDay = z.infer<typeof mailDay>

const DAY = 86_400_000
const DAYS = 30

/**
 * Counts the mails of today and yesterday and stores both with those of earlier days, since mail rows are deleted after
 * two days. It reads all rows, so only workers call it. Two workers store the same numbers.
 */
export async function countMailDays(now: Date): Promise<void> {
  const [today, yesterday] = [0, 1].map((ago) => dayOf(now, ago)) as [string, string]
  const [since, before] = [new Date(yesterday), new Date(today)]
  const [row] = await db().$queryRaw<Record<string, number>[]>`
    SELECT * FROM
      (SELECT count(*) FILTER (WHERE at >= ${before})::int AS "triedToday",
        count(*) FILTER (WHERE at < ${before})::int AS "triedBefore"
      FROM (SELECT coalesce(sent_at, failed_at) AS at FROM mail WHERE mailing_id IS NULL
        AND (sent_at IS NOT NULL OR failure = 'address_refused')) AS settled WHERE at >= ${since}) AS mails,
      (SELECT count(*) FILTER (WHERE reason = 'bounce' AND suppressed_at >= ${before})::int AS "bouncedToday",
        count(*) FILTER (WHERE reason = 'bounce' AND suppressed_at < ${before})::int AS "bouncedBefore",
        count(*) FILTER (WHERE reason = 'complaint' AND suppressed_at >= ${before})::int AS "complainedToday",
        count(*) FILTER (WHERE reason = 'complaint' AND suppressed_at < ${before})::int AS "complainedBefore"
      FROM suppression b WHERE suppressed_at >= ${since} AND ${ofNoMailing(now)}) AS listed`
  const counted = (which: 'Today' | 'Before') => ({
    tried: row?.[`tried${which}`] ?? 0,
    bounced: row?.[`bounced${which}`] ?? 0,
    complained: row?.[`complained${which}`] ?? 0,
  })
  const kept = (await findNoted()).filter(({ day }) => day > dayOf(now, DAYS) && day < yesterday)
  await noteMailDays([...kept, { day: yesterday, ...counted('Before') }, { day: today, ...counted('Today') }], now)
}

/** Returns the last thirty days, oldest first, with zeros for days without a count; null if none was ever counted. */
export async function findMailDays(by: Staff, now: Date): Promise<MailDay[] | null> {
  authorise(by, 'overview.see')
  const noted = new Map((await findNoted()).map((one) => [one.day, one]))
  if (noted.size === 0) return null
  return Array.from({ length: DAYS }, (_, i) => dayOf(now, DAYS - 1 - i)).map(
    (day) => noted.get(day) ?? { day, tried: 0, bounced: 0, complained: 0 },
  )
}

async function findNoted(): Promise<MailDay[]> {
  return z.array(mailDay).safeParse(await findMailDaysNoted()).data ?? []
}

function dayOf(now: Date, ago: number): string {
  return new Date(now.getTime() - ago * DAY).toISOString().slice(0, 10)
}
