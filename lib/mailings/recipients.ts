import { db } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { countingSql } from '@/lib/signatures/states'
import { Prisma } from '@/prisma/generated/client'

/**
 * SQL predicate selecting a mailing's recipients (`s` is `signature`): confirmed by then, asked for updates, neither
 * held nor removed nor withdrawn, and with an address that is not suppressed. States are literals, for the partial
 * index.
 */
export function isRecipient(petitionId: string, confirmedBy: Date): Prisma.Sql {
  return Prisma.sql`s.petition_id = ${petitionId}::uuid AND s.updates AND s.state IN ${Prisma.raw(countingSql)}
    AND s.confirmed_at <= ${confirmedBy}
    AND NOT EXISTS (SELECT FROM suppressed_signature x WHERE x.petition_id = s.petition_id AND x.email_index = s.email_index)`
}

/** Counts the recipients if the mailing were started now. */
export async function countRecipients(
  petitionId: string,
  now: Date,
  on: Pick<Prisma.TransactionClient, '$queryRaw'> = db(),
): Promise<number> {
  const [row] = await on.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM signature s WHERE ${isRecipient(petitionId, now)}`
  return row?.n ?? 0
}

/** Counts the recipients up to `MAX_COUNTED` + 1. */
export async function countSomeRecipients(petitionId: string, now: Date): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT FROM signature s WHERE ${isRecipient(petitionId, now)} LIMIT ${MAX_COUNTED + 1}) AS some_recipients`
  return row?.n ?? 0
}

/**
 * Counts recipients by language, largest first; above `MAX_COUNTED`, counts a random sample of that size: the first by
 * token hash.
 */
export function countRecipientsByLanguage(
  petitionId: string,
  now: Date,
): Promise<{ locale: string; recipients: number }[]> {
  return db().$queryRaw<{ locale: string; recipients: number }[]>`
    SELECT locale, count(*)::int AS recipients FROM (
      SELECT s.locale FROM signature s WHERE ${isRecipient(petitionId, now)} ORDER BY s.token_hash LIMIT ${MAX_COUNTED}) AS drawn
    GROUP BY 1 ORDER BY 2 DESC, 1`
}
