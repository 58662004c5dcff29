import { Prisma } from '@/prisma/generated/client'
import { sourceLocale } from '../petition-view'
import { MONTHS_AFTER_OPENING } from '../retention-deadline'
import type { StatusChange } from './change-status'
import { momentOf, notBeforeOpening } from './moment'

/** Steps of a petition's life that the public sees: each takes two people. */
export const steps = ['open', 'close', 'reopen', 'win', 'take_back', 'deliver', 'show'] as const
export type Step = (typeof steps)[number]

/**
 * What a step does to the row.
 * @param day on which it was won or delivered
 * @returns null where that is no day, or one to come
 */
export function changeOf(step: Step, day: string, now: Date): StatusChange | null {
  if (step === 'open') return opening(now)
  if (step === 'close') return closing(now)
  if (step === 'reopen') return reopening(now)
  if (step === 'take_back') return takingBack
  if (step === 'show') return showing
  const at = momentOf(day, now)
  if (!at) return null
  return step === 'win' ? winning(at, day, now) : delivery(at, day, now)
}

/**
 * A draft is read and signed from now on. It needs published words in English. A last day that has passed while it was a
 * draft would close it again at once: it is forgotten.
 */
export function opening(now: Date): StatusChange {
  return {
    verb: 'open',
    from: ['draft'],
    set: Prisma.sql`status = 'open', opened_at = ${now}, opens_on = NULL,
      closes_on = CASE WHEN p.closes_on >= (${now}::timestamptz AT TIME ZONE 'UTC')::date THEN p.closes_on END`,
    where: Prisma.sql`EXISTS (SELECT FROM petition_text t WHERE t.petition_id = p.id AND t.locale = ${sourceLocale})`,
    otherwise: 'text_missing',
  }
}

/** Nobody can sign or confirm any more; what is counted stays. */
export function closing(now: Date): StatusChange {
  return { verb: 'close', from: ['open'], set: Prisma.sql`status = 'closed', closed_at = ${now}` }
}

/** Opens a closed petition again, unless what its signers enter could not be kept any more. */
function reopening(now: Date): StatusChange {
  return {
    verb: 'reopen',
    from: ['closed'],
    set: Prisma.sql`status = 'open', closed_at = NULL, closes_on = NULL`,
    where: Prisma.sql`p.opened_at AT TIME ZONE 'UTC' + make_interval(months => ${MONTHS_AFTER_OPENING}::int) > ${now}::timestamptz AT TIME ZONE 'UTC'`,
    otherwise: 'time_over',
  }
}

/** What was asked for has been done, on a day. An open petition is closed by it. */
function winning(at: Date, day: string, now: Date): StatusChange {
  return {
    verb: 'win',
    from: ['open', 'closed', 'delivered'],
    set: Prisma.sql`status = 'won', won_at = ${at}::timestamptz, closed_at = coalesce(closed_at, ${now}::timestamptz)`,
    where: notBeforeOpening(at),
    otherwise: 'day_invalid',
    detail: { day },
  }
}

/**
 * The petition was handed over, on a day. From that day the personal data of its signers are kept for a month more
 * (`dataClock`). An open petition is closed by it.
 */
function delivery(at: Date, day: string, now: Date): StatusChange {
  return {
    verb: 'deliver',
    from: ['open', 'closed', 'won'],
    set: Prisma.sql`status = 'delivered', delivered_at = ${at}::timestamptz, closed_at = coalesce(closed_at, ${now}::timestamptz)`,
    where: notBeforeOpening(at),
    otherwise: 'day_invalid',
    detail: { day },
  }
}

/** Takes back that it was won or delivered: it is what it was before. What was deleted meanwhile stays deleted. */
const takingBack: StatusChange = {
  verb: 'take_back',
  from: ['won', 'delivered'],
  // Won and delivered both: the other one stays.
  set: Prisma.sql`
    status = CASE WHEN p.status = 'won' AND p.delivered_at IS NOT NULL THEN 'delivered'
                  WHEN p.status = 'delivered' AND p.won_at IS NOT NULL THEN 'won' ELSE 'closed' END::petition_status,
    won_at = CASE WHEN p.status = 'won' THEN NULL ELSE p.won_at END,
    delivered_at = CASE WHEN p.status = 'delivered' THEN NULL ELSE p.delivered_at END`,
}

/** Shows a petition again that was taken out of view. Nothing was lost. */
const showing: StatusChange = {
  verb: 'show',
  from: ['closed', 'won', 'delivered'],
  set: Prisma.sql`removed_at = NULL`,
  removed: true,
}
