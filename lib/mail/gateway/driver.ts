/** A mail as composed: words and recipient, no provider's terms. */
export interface ComposedMail {
  to: string
  subject: string
  html: string
  text: string
  headers?: Record<string, string>
}

/** `id` names the mail itself: the same however often, and in whichever batch, it is sent. */
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
 * What became of one mail. Reasons are ours and coarse: a provider's own words may quote an address.
 *
 * `doubt`: the provider may have taken the mail although it did not say so. `retryAfter` is in seconds.
 * `split`: nothing of the batch was taken because of one mail in it; send it in smaller batches.
 */
export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: RefusedReason }
  | { kind: 'retry'; reason: RetryReason; doubt: boolean; retryAfter?: number }
  | { kind: 'split' }

export interface Driver {
  /** Mails that one `send` takes at most. */
  batchSize: number
  /** Sends a batch; the same batch may be sent again. Gives one outcome for each mail, in order. Never throws. */
  send(batch: Batch): Promise<Outcome[]>
  close(): Promise<void>
}
