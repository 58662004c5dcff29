import { noteCount } from '@/lib/metrics/note'
import { type Claim, claimBatch } from './claim-batch'
import type { ComposedMail, Driver, OutgoingMail } from './gateway/driver'
import { type MailRow, mailId } from './mail-row'
import { type DeliveryOutcome, settleBatch } from './settle-batch'
import { filterSuppressed, suppressRefused } from './suppression/filter-suppressed'

/**
 * Composes the mails of rows of one kind, in order: null if there is nothing left to send, `unreadable` if a row cannot
 * be opened.
 */
export type Composer = (rows: MailRow[], now: Date) => Promise<(ComposedMail | null | 'unreadable')[]>

/**
 * In ms: providers remember an idempotency key for 24 hours; a batch with an unknown outcome is not sent again after
 * this.
 */
const KEY_LIFE = 20 * 3_600_000

/** In seconds. */
const LONGEST_PAUSE = 30

export interface Sent {
  /** Rows that were claimed; 0: nothing is due. */
  claimed: number
  accepted: number
  /** Seconds to leave the provider alone. */
  pause: number
}

/**
 * Sends the next due batch, if there is one.
 * @param composers by the kind of the rows; rows of another kind stay in the queue, for a worker that knows it: during
 *   a rolling upgrade the web processes may be newer than this one
 * @throws Error if the database is down; the batch is then sent again after its lease
 */
export async function sendDue(
  driver: Driver,
  composers: Record<string, Composer>,
  clock = () => new Date(),
): Promise<Sent> {
  const claim = await claimBatch(clock(), driver.batchSize)
  if (!claim) return { claimed: 0, accepted: 0, pause: 0 }

  const outcomes = isStale(claim)
    ? claim.rows.map((): DeliveryOutcome => ({ kind: 'given_up' }))
    : await attempt(driver, composers, claim)
  await settleBatch(claim, outcomes, clock())
  report(outcomes)
  const accepted = outcomes.filter(({ kind }) => kind === 'accepted').length
  return { claimed: claim.rows.length, accepted, pause: pauseAfter(outcomes, claim.attempts) }
}

function isStale({ firstAttemptAt, claimedAt }: Claim): boolean {
  return claimedAt.getTime() - firstAttemptAt.getTime() > KEY_LIFE
}

async function attempt(driver: Driver, composers: Record<string, Composer>, claim: Claim): Promise<DeliveryOutcome[]> {
  const outcomes = new Map<MailRow, DeliveryOutcome>()
  const addressed: { row: MailRow; mail: OutgoingMail }[] = []
  const composed = await compose(composers, claim)
  for (const row of claim.rows) {
    const mail = composed.get(row) ?? null
    if (mail === null) outcomes.set(row, { kind: 'obsolete' })
    else if (mail === 'unreadable') outcomes.set(row, { kind: 'unreadable' })
    else if (!isOneAddress(mail.to)) outcomes.set(row, { kind: 'refused', reason: 'address_refused' })
    else addressed.push({ row, mail: { ...mail, id: mailId(row) } })
  }

  const held = await filterSuppressed(addressed, claim.claimedAt)
  for (const row of held) outcomes.set(row, { kind: 'suppressed' })
  const sending = addressed.filter(({ row }) => !held.has(row))
  const mails = sending.map(({ mail }) => mail)
  const answers = mails.length > 0 ? await driver.send({ batchId: claim.batchId, mails }) : []
  for (const [index, { row }] of sending.entries()) {
    outcomes.set(row, answers[index] ?? { kind: 'retry', reason: 'provider_error', doubt: true })
  }
  await suppressRefused(
    sending.filter(({ row }) => isRefusedAddress(outcomes.get(row))),
    claim.claimedAt,
  )
  return claim.rows.map((row) => outcomes.get(row) ?? { kind: 'obsolete' })
}

function isRefusedAddress(outcome: DeliveryOutcome | undefined): boolean {
  return outcome?.kind === 'refused' && outcome.reason === 'address_refused'
}

async function compose(composers: Record<string, Composer>, { rows, claimedAt }: Claim) {
  const unknown = rows.filter(({ kind }) => !Object.hasOwn(composers, kind))
  const composed = new Map<MailRow, Awaited<ReturnType<Composer>>[number]>(unknown.map((row) => [row, 'unreadable']))
  for (const [kind, composer] of Object.entries(composers)) {
    const ofKind = rows.filter((row) => row.kind === kind)
    if (ofKind.length === 0) continue
    const mails = await composer(ofKind, claimedAt)
    for (const [index, row] of ofKind.entries()) composed.set(row, mails[index] ?? null)
  }
  return composed
}

/** A failing provider is not sent the next batch at once; one that says how long to wait is obeyed. */
function pauseAfter(outcomes: DeliveryOutcome[], attempts: number): number {
  const retries = outcomes.filter((outcome) => outcome.kind === 'retry')
  if (retries.length === 0) return 0
  return Math.max(Math.min(2 ** attempts, LONGEST_PAUSE), ...retries.map(({ retryAfter = 0 }) => retryAfter))
}

/** The form has validated the address; here it only must not be parsed as several, or as a header. */
function isOneAddress(to: string): boolean {
  return /^[^\s\p{Cc},;:<>()"\\@]+@[^\s\p{Cc},;:<>()"\\@]+$/u.test(to)
}

/** Counts each outcome for the metrics, and logs one line, without personal data, if some mails were not accepted. */
function report(outcomes: DeliveryOutcome[]): void {
  const troubles = new Map<string, number>()
  for (const outcome of outcomes) {
    noteCount('mails', outcome.kind)
    if (['accepted', 'obsolete', 'suppressed'].includes(outcome.kind)) continue
    const trouble = 'reason' in outcome ? `${outcome.kind} (${outcome.reason})` : outcome.kind
    troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1)
  }
  if (troubles.size === 0) return
  const list = [...troubles].map(([trouble, count]) => `${count} ${trouble}`).join(', ')
  console.error(`mail: of a batch of ${outcomes.length}: ${list}`)
}
