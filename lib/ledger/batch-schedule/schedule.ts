/** In seconds: how long additions to a quiet petition wait, at random between the two. */
export interface QuietRule {
  least: number
  most: number
}

/** A batch of this many is published early. */
const EARLY_FROM = 8
/**
 * In seconds: the shortest interval from which the early moment is drawn; otherwise a quarter of the time that the
 * arrivals took.
 */
const MIN_SPREAD = 2
const EARLY_SHARE = 0.25

/**
 * Arrivals a second, over about the last half minute, from which a petition is busy. Half of one, so that one a second
 * surely is.
 */
const BUSY_RATE = 0.5
const MEMORY = 30
/** In seconds after its first arrival: when a busy petition's batch is published. */
const BUSY_MIN = 3
const BUSY_MAX = 6

/** The state of a petition's next batch (table `ledger_batch`). */
export interface Batch {
  /** Null while nothing is pending. */
  open: { openedAt: Date; dueAt: Date; full: boolean } | null
  /** Leaves published recently, as of `recentAt`. */
  recent: number
  recentAt: Date
}

/** Leaves published recently, as of now: each decays with time. */
export function fade({ recent, recentAt }: Pick<Batch, 'recent' | 'recentAt'>, now: Date): number {
  return recent * Math.exp(-Math.max(0, seconds(recentAt, now)) / MEMORY)
}

/**
 * When a petition's pending confirmations and retractions are published, all together, so that the moment does not
 * reveal who was online just before. *Quiet:* at a time drawn when the first of them arrives; later arrivals neither
 * redraw nor postpone it. It moves closer once, when eight are waiting: to a time drawn from a quarter of the interval
 * that the eight took, so that the eighth does not determine it either. *Busy:* within six seconds.
 * @param waiting how many are pending now; at least one
 * @param random from 0 to 1
 */
export function schedule(
  batch: Batch,
  waiting: number,
  now: Date,
  { least, most }: QuietRule,
  random: () => number,
): NonNullable<Batch['open']> {
  const busy = (fade(batch, now) + waiting) / MEMORY >= BUSY_RATE
  const between = (from: number, to: number) => after(now, from + random() * (to - from))
  const open = batch.open ?? {
    openedAt: now,
    dueAt: busy ? between(BUSY_MIN, BUSY_MAX) : between(least, most),
    full: false,
  }
  if (busy) {
    const latest = waiting >= EARLY_FROM ? now : after(open.openedAt, BUSY_MAX)
    return { ...open, dueAt: earlier(open.dueAt, latest) }
  }
  if (waiting < EARLY_FROM || open.full) return open
  const spread = Math.max(MIN_SPREAD, EARLY_SHARE * seconds(open.openedAt, now))
  return { ...open, full: true, dueAt: earlier(open.dueAt, between(0, spread)) }
}

const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000
const after = (from: Date, wait: number) => new Date(from.getTime() + wait * 1000)
const earlier = (a: Date, b: Date) => (a < b ? a : b)
