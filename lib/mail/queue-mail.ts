import { randomUUID } from 'node:crypto'
import { addressIndex } from './address-index'
import { networkTag } from './network-tag'

/** A Prisma transaction, as far as queueing needs it. */
interface Executes {
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

export interface QueuedMail {
  /** The canonical address of its recipient; for a mail that no outsider can cause, a name of its own. */
  countedAs: string
  kind: string
  /** Recipient and parameters, sealed for the worker. */
  sealed: Buffer
  /** The requester's; left out where nobody requested it. */
  network?: string | null
  /** Requested with a solved task. */
  solved?: boolean
}

/**
 * Queues a mail in the transaction of what it is about. It is always queued: if the address has reached its hourly
 * limit, the worker sends it later.
 * @param notBefore the earliest time to send it; at once where left out
 */
export async function queueMail(
  tx: Executes,
  { countedAs, kind, sealed, network = null, solved = false }: QueuedMail,
  now: Date,
  notBefore = now,
): Promise<void> {
  const index = addressIndex(countedAs)
  await tx.$executeRaw`
    INSERT INTO mail (address_index, id, kind, sealed, network, solved, queued_at, not_before)
    VALUES (${index}::bytea, ${randomUUID()}::uuid, ${kind}, ${sealed}::bytea, ${networkTag(index, network)}::smallint,
      ${solved}, ${now}, ${notBefore})`
}
