import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'

export interface MailHealth {
  /** Unsent mails other than mailings, and since when the oldest that is due has waited. */
  waiting: number
  oldest: Date | null
  /** Given up in the last two days. */
  failed: number
  /** Noted in the last seven days. */
  bounces: number
  complaints: number
  /** Addresses on the suppression list. */
  suppressed: number
  updates: { id: string; subject: string; stage: string; recipients: number; settled: number }[]
}

const WEEK = 7 * 86_400_000

/** The state of mail. */
export async function findMailHealth(by: Staff, now: Date): Promise<MailHealth> {
  authorise(by, 'overview.see')
  const [mail, listed, updates] = await Promise.all([
    one<{ waiting: number; oldest: Date | null; failed: number }>(Prisma.sql`
      SELECT count(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL)::int AS waiting,
        min(queued_at) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL AND not_before <= ${now}) AS oldest,
        count(*) FILTER (WHERE failure NOT IN ('nothing_to_send', 'suppressed') AND failed_at IS NOT NULL)::int AS failed
      FROM mail WHERE mailing_id IS NULL AND sent_at IS NULL`),
    one<{ bounces: number; complaints: number; suppressed: number }>(Prisma.sql`
      SELECT count(*) FILTER (WHERE reason = 'bounce' AND suppressed_at > ${new Date(now.getTime() - WEEK)})::int AS bounces,
        count(*) FILTER (WHERE reason = 'complaint' AND suppressed_at > ${new Date(now.getTime() - WEEK)})::int AS complaints,
        count(*)::int AS suppressed FROM suppression`),
    db().mailing.findMany({
      where: { stage: { in: ['sending', 'stopped'] } },
      orderBy: { startedAt: 'asc' },
      include: { texts: { where: { locale: 'en' }, select: { subject: true } } },
      omit: { cursor: true },
    }),
  ])
  return {
    waiting: mail?.waiting ?? 0,
    oldest: mail?.oldest ?? null,
    failed: mail?.failed ?? 0,
    bounces: listed?.bounces ?? 0,
    complaints: listed?.complaints ?? 0,
    suppressed: listed?.suppressed ?? 0,
    updates: updates.map(({ id, stage, recipients, accepted, refused, dropped, texts }) => ({
      id,
      stage,
      recipients,
      subject: texts[0]?.subject ?? '',
      settled: accepted + refused + dropped,
    })),
  }
}

async function one<T>(query: Prisma.Sql): Promise<T | undefined> {
  const [row] = await db().$queryRaw<T[]>(query)
  return row
}
