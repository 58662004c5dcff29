import type { Flood } from './list-floods'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The time that a chart covers, and the width of its bars, in ms. */
export interface Span {
  from: Date
  to: Date
  step: number
}

/** In ms: the time shown before and after a flood. */
const [BEFORE, AFTER] = [30 * MINUTE, 10 * MINUTE]
/** The longest window that somebody can ask for, in ms: a page has room for some two hundred bars. */
const MAX_WINDOW = 8 * 24 * HOUR
/** A flood that lasts longer is no matter of minutes. */
const BRIEF = HOUR

/** The period that a page looks at: an hour by minutes, a day by quarters, a week by hours. */
export function periodSpan(hours: number, now: Date): Span {
  const step = hours <= 1 ? MINUTE : hours <= 24 ? 15 * MINUTE : HOUR
  const to = ceil(now.getTime(), step)
  return { from: new Date(to - hours * HOUR), to: new Date(to), step }
}

/** The minutes of a brief flood, with some before and after it; null for one that lasts. */
export function floodSpan({ from, to }: Pick<Flood, 'from' | 'to'>, now: Date): Span | null {
  if (to.getTime() - from.getTime() > BRIEF) return null
  const end = Math.min(ceil(to.getTime() + 1, MINUTE) + AFTER, ceil(now.getTime(), MINUTE))
  return { from: new Date(floor(from.getTime(), MINUTE) - BEFORE), to: new Date(end), step: MINUTE }
}

/** A requested span, up to 2 h in minutes, up to 30 in quarter hours, else in hours; null if invalid or too long. */
export function windowSpan(from: Date, to: Date): Span | null {
  const length = to.getTime() - from.getTime()
  if (!(length > 0) || length > MAX_WINDOW) return null
  const step = length <= 2 * HOUR ? MINUTE : length <= 30 * HOUR ? 15 * MINUTE : HOUR
  return { from: new Date(floor(from.getTime(), step)), to: new Date(ceil(to.getTime(), step)), step }
}

/** The minutes of the hour in which a moment is. */
export function hourSpan(at: Date): Span {
  const from = floor(at.getTime(), HOUR)
  return { from: new Date(from), to: new Date(from + HOUR), step: MINUTE }
}

function floor(time: number, step: number): number {
  return Math.floor(time / step) * step
}

function ceil(time: number, step: number): number {
  return Math.ceil(time / step) * step
}
