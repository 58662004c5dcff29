/** A mail as composed: words and recipient, independent of the provider. */
export interface ComposedMail {
  to: string
  subject: string
  html: string
  text: string
  /** Sent without the sender's name, which would reveal the matter. */
  neutral?: boolean
  headers?: Record<string, string>
}

/** `id` identifies the mail: the same in every attempt and batch. */
export interface OutgoingMail extends ComposedMail {
  id: string
}

export interface Batch {
  /** The idempotency key. */
  batchId: string
  mails: OutgoingMail[]
}

type RefusedReason = 'address_refused' | 'content_refused'
export type RetryReason = 'unreachable' | 'rate_limited' | 'provider_error' | 'misconfigured'

/**
 * The result of sending one mail. Reasons are our own coarse codes: a provider's text may quote an address.
 *
 * `doubt`: the provider may have accepted the mail although it did not say so. `retryAfter` is in seconds. `split`: one
 * mail made the provider reject the whole batch; send it in smaller batches.
 */
export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: RefusedReason }
  | { kind: 'retry'; reason: RetryReason; doubt: boolean; retryAfter?: number }
  | { kind: 'split' }

export interface Driver {
  /** The largest number of mails in one `send`. */
  batchSize: number
  /** The number of batches that may be sent at once; one by default. */
  concurrency?: number
  /** Sends a batch; the same batch may be sent again. @returns one outcome for each mail, in order. Never throws */
  send(batch: Batch): Promise<Outcome[]>
  close(): Promise<void>
}
