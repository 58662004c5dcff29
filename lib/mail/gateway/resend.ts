import { type ErrorResponse, Resend } from 'resend'
import type { Driver, Outcome, OutgoingMail } from './driver'
import { senderOf } from './mime'
import { pace } from './pace'
import { retryAfterSeconds } from './retry-after'

const TIMEOUT = 20_000

export interface ResendOptions {
  apiKey: string
  from: string
  /** The provider's address; a test server in tests. */
  baseUrl?: string | undefined
  timeout?: number
  /** How many requests begin in a second. */
  perSecond?: number
}

/**
 * A driver that sends through Resend's batch endpoint. The batch id is the idempotency key, which the provider
 * remembers for 24 hours: a batch sent again with the same key is acknowledged, not sent again.
 */
export function openResend({ apiKey, from, baseUrl, timeout = TIMEOUT, perSecond = 2 }: ResendOptions): Driver {
  const client = new Resend(apiKey, baseUrl ? { baseUrl } : {})
  // With room for jitter.
  const turn = pace(1_100 / perSecond)

  return {
    batchSize: 100,
    async send({ batchId, mails }) {
      await turn()
      const payload = mails.map(({ to, subject, html, text, neutral, headers = {} }) => ({
        from: senderOf({ neutral }, from),
        to,
        subject,
        html,
        text,
        headers,
      }))
      // Permissive: one bad address does not stop the others. The signal limits how long a provider may hang.
      const { data, error, headers } = await client.batch.send(payload, {
        idempotencyKey: batchId,
        batchValidation: 'permissive',
        signal: AbortSignal.timeout(timeout),
      })
      if (error) return all(mails, errorOutcome(error, headers, mails.length))
      return outcomesOf(mails, data?.errors ?? [])
    },
    async close() {},
  }
}

function outcomesOf(mails: OutgoingMail[], errors: { index: number; message: string }[]): Outcome[] {
  const outcomes = all(mails, { kind: 'accepted' })
  for (const { index, message } of errors) {
    outcomes[index] = aboutSender(message)
      ? { kind: 'retry', reason: 'misconfigured', doubt: false }
      : { kind: 'refused', reason: 'address_refused' }
  }
  return outcomes
}

/** https://resend.com/docs/api-reference/errors. The SDK gives status null if there was no reply. */
function errorOutcome(
  { name, statusCode, message }: ErrorResponse,
  headers: Record<string, string> | null,
  size: number,
): Outcome {
  const retryAfter = retryAfterSeconds(headers)
  const retry = (
    reason: 'unreachable' | 'rate_limited' | 'provider_error' | 'misconfigured',
    doubt: boolean,
  ): Outcome => ({
    kind: 'retry',
    reason,
    doubt,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })

  if (statusCode === null) return retry('unreachable', true)
  // The key was used for other bytes: an earlier attempt succeeded before a mail of the batch was dropped.
  if (name === 'invalid_idempotent_request') return { kind: 'accepted' }
  if (name === 'concurrent_idempotent_requests')
    return { kind: 'retry', reason: 'provider_error', doubt: true, retryAfter: 5 }
  if (statusCode === 429) return retry('rate_limited', false)
  if (statusCode >= 500 || statusCode === 408) return retry('provider_error', true)
  if ([400, 413, 422].includes(statusCode) && name !== 'invalid_idempotency_key' && !aboutSender(message)) {
    return size > 1 ? { kind: 'split' } : { kind: 'refused', reason: 'address_refused' }
  }
  return retry('misconfigured', false)
}

/** Our own sender address or domain is at fault, so no mail can be sent until an operator corrects it. */
function aboutSender(message: string): boolean {
  return /`from`|\bfrom\b.*(field|address)|domain is not verified|API key/i.test(message)
}

function all(mails: OutgoingMail[], outcome: Outcome): Outcome[] {
  return mails.map(() => outcome)
}
