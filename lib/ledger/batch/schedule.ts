/** How long what is new of a quiet petition waits, in seconds: at random between the two. */
export interface QuietRule {
  least: number
  most: number
}

/** So many that wait together are published early. */
const ENOUGH = 8
/** Within how many seconds early is, at least: drawn from this or from a quarter of the time that they took to come. */
const SHORTEST_SPREAD = 2
const SPREAD = 0.25

/** A petition is busy from so many a second on, over about the last half minute. Half of one: so that one a second surely is. */
const BUSY = 0.5
const MEMORY = 30
/** When a busy petition's batch is published at the latest, in seconds after its first. */
const BUSY_LEAST = 3
const BUSY_MOST = 6

/** What is known of a petition's next batch (table `ledger_batch`). */
export interface Batch {
  /** Null while nothing waits. */
  open: { openedAt: Date; dueAt: Date; full: boolean } | null
  /** Leaves published lately, as of `recentAt`. */
  recent: number
  recentAt: Date
}

/** Leaves published lately, as of now: each fades with time. */
export function fade({ recent, recentAt }: Pick<Batch, 'recent' | 'recentAt'>, now: Date): number {
  return recent * Math.exp(-Math.max(0, seconds(recentAt, now)) / MEMORY)
}

/**
 * When a petition's waiting confirmations and retractions are published, all together, so that the moment does not
 * tell who was on the line just before. *Quiet:* at a moment that is drawn when the first of them comes; however many
 * come later, it is not drawn anew, and never put off. It comes nearer once, when eight wait: to a moment drawn from a
 * quarter of the time that the eight took, so that the eighth does not set it either. *Busy:* within six seconds.
 * @param waiting how many wait now; at least one
 * @param random from 0 to 1
 */
export function schedule(
  batch: Batch,
  waiting: number,
  now: Date,
  { least, most }: QuietRule,
  random: () => number,
): NonNullable<Batch['open']> {
  const busy = (fade(batch, now) + waiting) / MEMORY >= BUSY
  const between = (from: number, to: number) => after(now, from + random() * (to - from))
  const open = batch.open ?? {
    openedAt: now,
    dueAt: busy ? between(BUSY_LEAST, BUSY_MOST) : between(least, most),
    full: false,
  }
  if (busy) {
    const latest = waiting >= ENOUGH ? now : after(open.openedAt, BUSY_MOST)
    return { ...open, dueAt: earlier(open.dueAt, latest) }
  }
  if (waiting < ENOUGH || open.full) return open
  const spread = Math.max(SHORTEST_SPREAD, SPREAD * seconds(open.openedAt, now))
  return { ...open, full: true, dueAt: earlier(open.dueAt, between(0, spread)) }
}

const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000
const after = (from: Date, wait: number) => new Date(from.getTime() + wait * 1000)
const earlier = (a: Date, b: Date) => (a < b ? a : b)
