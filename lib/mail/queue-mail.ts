import { randomUUID } from 'node:crypto'
import { addressIndex } from './address-index'
import { networkTag } from './network-tag'

/** The part of a Prisma transaction, or of the client, that queueing needs. */
interface Executes {
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

export interface QueuedMail {
  /** The canonical address of its recipient; for a mail that no outsider can cause, a name of its own. */
  countedAs: string
  kind: string
  /** Recipient and parameters, sealed for the worker; left out where the worker finds them by `signature`. */
  sealed?: Buffer
  /** The signature or pending form that it is about. */
  signature?: { petitionId: string; emailIndex: Buffer }
  /** A row of this id is queued once, however often it is requested; random where left out. */
  id?: string
  /** The network of its requester; left out if nobody requested it. */
  network?: string | null
  /** Whether it was requested with a solved challenge. */
  solved?: boolean
}

/**
 * Queues a mail in the transaction of what it is about. It is always queued: if the address has reached its hourly
 * limit, the worker sends it later.
 * @param notBefore the earliest time to send it; `now` by default
 */
export async function queueMail(
  tx: Executes,
  { countedAs, kind, sealed, signature, id = randomUUID(), network = null, solved = false }: QueuedMail,
  now: Date,
  notBefore = now,
): Promise<void> {
  const index = addressIndex(countedAs)
  await tx.$executeRaw`
    INSERT INTO mail (address_index, id, kind, petition_id, email_index, sealed, network, solved, queued_at, not_before)
    VALUES (${index}::bytea, ${id}::uuid, ${kind}, ${signature?.petitionId ?? null}::uuid,
      ${signature?.emailIndex ?? null}::bytea, ${sealed ?? null}::bytea, ${networkTag(index, network)}::smallint,
      ${solved}, ${now}, ${notBefore})
    ON CONFLICT DO NOTHING`
}
