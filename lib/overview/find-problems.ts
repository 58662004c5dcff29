import type { MailHealth } from './find-mail-health'
import type { SystemStatus } from './find-system-status'

/** What is wrong at this moment, gravest first. */
export type Problem =
  /** @property silentFor in ms; null: no worker has ever reported */
  | { kind: 'worker_silent'; silentFor: number | null }
  /** @property lateBy in ms */
  | { kind: 'mail_late'; lateBy: number; waiting: number }
  | { kind: 'mail_failed'; failed: number }

/** In seconds: a worker whose heartbeat is older counts as dead. */
export const MAX_HEARTBEAT_AGE = 60

/** In ms: mail that is due for longer than this is late. A worker takes it within seconds. */
export const MAIL_LATE = 10 * 60_000

export function findProblems(machine: SystemStatus, health: MailHealth, now: Date): Problem[] {
  const { workerAge } = machine
  const problems: Problem[] = []
  if (workerAge === null || workerAge >= MAX_HEARTBEAT_AGE) {
    problems.push({ kind: 'worker_silent', silentFor: workerAge === null ? null : workerAge * 1000 })
  }
  const lateBy = health.oldest ? now.getTime() - health.oldest.getTime() : 0
  if (lateBy > MAIL_LATE) problems.push({ kind: 'mail_late', lateBy, waiting: health.waiting })
  if (health.failed > 0) problems.push({ kind: 'mail_failed', failed: health.failed })
  return problems
}
