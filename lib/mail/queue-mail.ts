/** A transaction of Prisma's, as far as queueing needs it. */
interface Executes {
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

export interface QueuedMail {
  /** Keyed hash of the canonical address under the day's key: what the limit of two a day goes by. */
  addressIndex: Buffer
  kind: string
  /** Recipient and parameters, sealed for the worker. */
  sealed: Buffer
}

/**
 * Writes down a mail to send, in the transaction of what it is about.
 * @param notBefore when it may go; at once where left out
 * @returns false where the address has had its two mails of the day (UTC)
 */
export async function queueMail(
  tx: Executes,
  { addressIndex, kind, sealed }: QueuedMail,
  now: Date,
  notBefore = now,
): Promise<boolean> {
  const day = now.toISOString().slice(0, 10)
  const queued = await tx.$executeRaw`
    INSERT INTO mail (address_index, day, slot, kind, sealed, queued_at, not_before)
    SELECT ${addressIndex}::bytea, ${day}::date, taken + 1, ${kind}, ${sealed}::bytea, ${now}, ${notBefore}
    FROM (SELECT count(*)::int AS taken FROM mail WHERE address_index = ${addressIndex}::bytea AND day = ${day}::date) AS today
    WHERE taken < 2 ON CONFLICT DO NOTHING`
  return queued === 1
}
