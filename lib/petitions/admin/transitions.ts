import { sourceLocale } from '@/messages/translator'
import { Prisma } from '@/prisma/generated/client'
import type { PetitionStatus } from '@/prisma/generated/enums'
import { MONTHS_AFTER_OPENING } from '../retention-deadline'
import { timeOfDay } from './time-of-day'

type Otherwise = 'text_missing' | 'time_over' | 'day_invalid'

interface Moment {
  now: Date
  /** When it was won or delivered. */
  at: Date
}

interface Transition {
  from: PetitionStatus[]
  set: (moment: Moment) => Prisma.Sql
  /** A further condition on the row `p`, and the reason of the refusal if it does not hold. */
  condition?: { holds: (moment: Moment) => Prisma.Sql; otherwise: Otherwise }
  /** It happened on a day that staff enter. */
  onDay?: true
  /** It applies to a petition that was unpublished. */
  removed?: boolean
}

/** It cannot have happened before the petition was opened. */
const notBeforeOpening: NonNullable<Transition['condition']> = {
  holds: ({ at }) => Prisma.sql`date_trunc('day', p.opened_at, 'UTC') <= ${at}::timestamptz`,
  otherwise: 'day_invalid',
}

/** The public steps of a petition's life; each needs approval. */
const transitions = {
  /**
   * From now on the public reads and signs it. A last day that passed while it was a draft would close it at once, and
   * is dropped.
   */
  open: {
    from: ['draft'],
    set: ({ now }) => Prisma.sql`status = 'open', opened_at = ${now}, opens_on = NULL,
      closes_on = CASE WHEN p.closes_on >= (${now}::timestamptz AT TIME ZONE 'UTC')::date THEN p.closes_on END`,
    condition: {
      holds: () =>
        Prisma.sql`EXISTS (SELECT FROM petition_text t WHERE t.petition_id = p.id AND t.locale = ${sourceLocale})`,
      otherwise: 'text_missing',
    },
  },
  /** Nobody can sign or confirm any more; the count stays. */
  close: { from: ['open'], set: ({ now }) => Prisma.sql`status = 'closed', closed_at = ${now}` },
  /** Only while the data of new signers could still be kept. */
  reopen: {
    from: ['closed'],
    set: () => Prisma.sql`status = 'open', closed_at = NULL, closes_on = NULL`,
    condition: {
      holds: ({ now }) =>
        Prisma.sql`p.opened_at AT TIME ZONE 'UTC' + make_interval(months => ${MONTHS_AFTER_OPENING}::int) > ${now}::timestamptz AT TIME ZONE 'UTC'`,
      otherwise: 'time_over',
    },
  },
  /** Its demand has been met. Closes an open petition. */
  win: {
    from: ['open', 'closed', 'delivered'],
    set: ({ now, at }) =>
      Prisma.sql`status = 'won', won_at = ${at}::timestamptz, closed_at = coalesce(closed_at, ${now}::timestamptz)`,
    condition: notBeforeOpening,
    onDay: true,
  },
  /** Undoes a win or a delivery; if it was both, the other stays. What was deleted meanwhile stays deleted. */
  take_back: {
    from: ['won', 'delivered'],
    set: () => Prisma.sql`
      status = CASE WHEN p.status = 'won' AND p.delivered_at IS NOT NULL THEN 'delivered'
                    WHEN p.status = 'delivered' AND p.won_at IS NOT NULL THEN 'won' ELSE 'closed' END::petition_status,
      won_at = CASE WHEN p.status = 'won' THEN NULL ELSE p.won_at END,
      delivered_at = CASE WHEN p.status = 'delivered' THEN NULL ELSE p.delivered_at END`,
  },
  /** Personal data are kept for 30 days from that day (`retentionDeadline`). Closes an open petition. */
  deliver: {
    from: ['open', 'closed', 'won'],
    set: ({ now, at }) =>
      Prisma.sql`status = 'delivered', delivered_at = ${at}::timestamptz, closed_at = coalesce(closed_at, ${now}::timestamptz)`,
    condition: notBeforeOpening,
    onDay: true,
  },
  /** Published again. */
  show: { from: ['closed', 'won', 'delivered'], set: () => Prisma.sql`removed_at = NULL`, removed: true },
} satisfies Record<string, Transition>

export type Step = keyof typeof transitions
export const steps = Object.keys(transitions) as Step[]

/** A transition at a moment. */
export interface StatusChange {
  /** The verb in the audit log. */
  verb: string
  from: PetitionStatus[]
  set: Prisma.Sql
  where: Prisma.Sql
  otherwise?: Otherwise | undefined
  detail?: Record<string, string>
  removed: boolean
}

/**
 * The change that a step makes to the row now.
 * @param day on which it was won or delivered
 * @returns null if a day is needed and this is none, or in the future
 */
export function changeOf(step: Step, day: string, now: Date): StatusChange | null {
  const { from, set, condition, onDay, removed = false }: Transition = transitions[step]
  const at = onDay ? timeOfDay(day, now) : now
  if (!at) return null
  const where = condition?.holds({ now, at }) ?? Prisma.sql`true`
  const change = { verb: step, from, set: set({ now, at }), where, otherwise: condition?.otherwise, removed }
  return onDay ? { ...change, detail: { day } } : change
}
