import { MAX_COUNTED } from '@/lib/input/max-counted'
import { senderDomain } from '@/lib/mail/sender-records'
import { hasManyBounces, hasManyComplaints } from './mail-trouble'
import type { MailQueue } from './read-mail'
import type { LineName, StatusLine } from './status-line'
import type { MailOutcomes, WorkerFacts } from './system-report'
import { MAIL_LATE, MAX_HEARTBEAT_AGE } from './thresholds'

export interface Workers {
  /** Ms since the last heartbeat of any worker; null if there never was one. */
  silentFor: number | null
  alive: number
}

/** Assesses whether a worker is running. */
export function assessWorkers({ silentFor, alive }: Workers): StatusLine {
  const name = 'worker'
  if (silentFor === null) return { name, state: 'attention', says: 'workerNever', values: {} }
  if (silentFor >= MAX_HEARTBEAT_AGE * 1_000)
    return { name, state: 'attention', says: 'workerSilent', values: { age: { span: silentFor } } }
  return { name, state: 'good', says: 'workerRuns', values: { alive, seconds: Math.round(silentFor / 1_000) } }
}

/** Assesses whether mail is sent and delivered. @param facts of the worker that reported last */
export function assessMail({ waiting, oldest }: MailQueue, facts: WorkerFacts | null, now: Date): StatusLine[] {
  const outcomes = facts?.mail.outcomes
  const lateBy = oldest ? now.getTime() - oldest.getTime() : 0
  const counted = { waiting: Math.min(waiting, MAX_COUNTED), more: String(waiting > MAX_COUNTED) }
  const queue = { name: 'mailQueue', values: { ...counted, age: { span: lateBy } } } as const
  return [
    lateBy > MAIL_LATE
      ? { ...queue, state: 'attention', says: 'mailQueueLate' }
      : outcomes?.isFailing && outcomes.failed === 0
        ? { ...queue, state: 'attention', says: 'mailQueueRetried' }
        : { ...queue, state: 'good', says: 'mailQueueInTime' },
    ...(outcomes ? assessOutcomes(outcomes) : (['mailFailed', 'bounces'] as const).map(notReported)),
    facts ? assessSender(facts) : notReported('sender'),
  ]
}

function assessOutcomes(outcomes: MailOutcomes): StatusLine[] {
  const { failed, bounces, complaints, suppressed, bounced, complained, tried } = outcomes
  return [
    failed > 0
      ? { name: 'mailFailed', state: 'attention', says: 'mailSomeFailed', values: { failed } }
      : { name: 'mailFailed', state: 'good', says: 'mailNoneFailed', values: {} },
    hasManyBounces(outcomes)
      ? { name: 'bounces', state: 'attention', says: 'bouncesMany', values: { bounced, tried } }
      : hasManyComplaints(outcomes)
        ? { name: 'bounces', state: 'attention', says: 'complaintsMany', values: { complained, tried } }
        : { name: 'bounces', state: 'good', says: 'bouncesFew', values: { bounces, complaints, suppressed } },
  ]
}

function notReported(name: LineName): StatusLine {
  return { name, state: 'unknown', says: 'noWorkerReported', values: {} }
}

function assessSender({ mail: { driver, from, faults, dkim } }: WorkerFacts): StatusLine {
  const name = 'sender'
  const domain = senderDomain(from)
  if (driver === 'outbox') return { name, state: 'unset', says: 'senderOutbox', values: {} }
  if (!domain) return { name, state: 'unset', says: 'senderNoDomain', values: {} }
  if (faults === null || faults.includes('not_looked_up'))
    return { name, state: 'unknown', says: 'senderNotLookedUp', values: { domain } }
  if (faults.length > 0)
    return { name, state: 'attention', says: 'senderFaults', values: { domain, faults: { faults } } }
  return { name, state: 'good', says: dkim ? 'senderFound' : 'senderFoundNoSelector', values: { domain } }
}
