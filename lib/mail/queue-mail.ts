import { randomUUID } from 'node:crypto'
import { addressIndex } from './address-index'
import { networkTag } from './network-tag'

/** A transaction of Prisma's, as far as queueing needs it. */
interface Executes {
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

export interface QueuedMail {
  /** The canonical address that it goes to; for a mail that nobody outside can cause, a name of its own. */
  countedAs: string
  kind: string
  /** Recipient and parameters, sealed for the worker. */
  sealed: Buffer
  /** Of whoever asks for it; left out where we send of our own accord. */
  network?: string | null
  /** Asked for with a solved task. */
  solved?: boolean
}

/**
 * Writes down a mail to send, in the transaction of what it is about. It is always written: where an address has had
 * its mails of the hour, the worker sends it later.
 * @param notBefore when it may go; as soon as can be where left out
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
