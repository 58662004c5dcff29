import { randomUUID } from 'node:crypto'
import { pool } from '@/lib/db'
import type { Claim } from './claim-batch'
import type { Outcome, RetryReason } from './gateway/driver'
import type { MailRow } from './mail-row'

/** The outcome of a claimed row: the provider's answer, or that there was nothing (readable) to send. */
export type DeliveryOutcome =
  | Outcome
  | { kind: 'obsolete' }
  | { kind: 'suppressed' }
  | { kind: 'unreadable' }
  | { kind: 'given_up' }

/** The first wait in seconds, doubled with each attempt, and its limit. */
const BACKOFF = 2
const LONGEST_BACKOFF = 600

/**
 * Records the outcomes of an attempt. Settled rows lose their sealed payload; the others get a time for the next
 * attempt.
 */
export async function settleBatch(claim: Claim, outcomes: DeliveryOutcome[], now: Date): Promise<void> {
  const rowsOf = (matches: (outcome: DeliveryOutcome) => boolean) =>
    claim.rows.filter((_, index) => {
      const outcome = outcomes[index]
      return outcome !== undefined && matches(outcome)
    })

  await settle(
    rowsOf(({ kind }) => kind === 'accepted'),
    now,
    null,
  )
  await settle(
    rowsOf(({ kind }) => kind === 'obsolete'),
    now,
    'nothing_to_send',
  )
  await settle(
    rowsOf(({ kind }) => kind === 'suppressed'),
    now,
    'suppressed',
  )
  await settle(
    rowsOf(({ kind }) => kind === 'given_up'),
    now,
    'outcome_unknown',
  )
  for (const reason of ['address_refused', 'content_refused'] as const) {
    await settle(
      rowsOf((outcome) => outcome.kind === 'refused' && outcome.reason === reason),
      now,
      reason,
    )
  }
  await release(
    claim,
    rowsOf(({ kind }) => kind === 'unreadable'),
    now,
  )
  await split(
    claim,
    rowsOf(({ kind }) => kind === 'split'),
    now,
  )
  return postpone(
    claim,
    rowsOf(({ kind }) => kind === 'retry'),
    outcomes,
    now,
  )
}

/** Marks rows as sent, or as failed. Also applies if another worker has the lease now: the provider has the mail. */
async function settle(rows: MailRow[], now: Date, failure: string | null): Promise<void> {
  if (rows.length === 0) return
  const column = failure ? 'failed_at' : 'sent_at'
  await pool().query({
    name: `mail-settle-${column}`,
    text: `UPDATE mail SET ${column} = $3, failure = $4, sealed = NULL WHERE ${KEY_IN} AND sent_at IS NULL AND failed_at IS NULL`,
    values: [...keys(rows), now, failure],
  })
}

/** Takes unreadable rows out of their batch, so that a key corrected later changes no batch that was already tried. */
async function release(claim: Claim, rows: MailRow[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const until = later(now, backoff(claim.attempts + 4))
  const batch = triedBefore(claim) ? '' : ', batch_id = NULL, first_attempt_at = NULL'
  await pool().query(
    `UPDATE mail SET not_before = $3, failure = 'unreadable' ${batch} WHERE ${KEY_IN} AND not_before = $4`,
    [...keys(rows), until, claim.lease],
  )
}

/** Splits a batch that was rejected into two new ones, whose ids are stored before either is tried. */
async function split(claim: Claim, rows: MailRow[], now: Date): Promise<void> {
  const half = Math.ceil(rows.length / 2)
  for (const part of [rows.slice(0, half), rows.slice(half)]) {
    if (part.length === 0) continue
    await pool().query(
      `UPDATE mail SET batch_id = $3, not_before = $4, first_attempt_at = NULL WHERE ${KEY_IN} AND not_before = $5`,
      [...keys(part), randomUUID(), now, claim.lease],
    )
  }
}

async function postpone(claim: Claim, rows: MailRow[], outcomes: DeliveryOutcome[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const retries = outcomes.filter((outcome) => outcome.kind === 'retry')
  const doubt = retries.some((retry) => retry.doubt) || triedBefore(claim)
  const reason: RetryReason = retries[0]?.reason ?? 'provider_error'
  const wait = Math.max(backoff(claim.attempts), ...retries.map((retry) => retry.retryAfter ?? 0))
  await pool().query(
    `UPDATE mail SET not_before = $3, failure = $4, first_attempt_at = CASE WHEN $5 THEN first_attempt_at END
     WHERE ${KEY_IN} AND not_before = $6`,
    [...keys(rows), later(now, wait), reason, doubt, claim.lease],
  )
}

/**
 * Whether an earlier attempt may have been accepted: only then must the idempotency key be kept, and only while the
 * provider remembers it.
 */
function triedBefore({ firstAttemptAt, claimedAt }: Claim): boolean {
  return firstAttemptAt < claimedAt
}

function backoff(attempts: number): number {
  const seconds = Math.min(BACKOFF * 2 ** attempts, LONGEST_BACKOFF)
  return seconds * (0.8 + 0.4 * Math.random())
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

const KEY_IN = '(address_index, id) IN (SELECT * FROM unnest($1::bytea[], $2::uuid[]))'

function keys(rows: MailRow[]): [Buffer[], string[]] {
  return [rows.map((row) => row.addressIndex), rows.map((row) => row.id)]
}
