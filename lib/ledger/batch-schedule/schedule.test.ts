import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Batch, fade, schedule } from './schedule'

const start = new Date('2026-03-01T12:00:00Z').getTime()
const rule = { least: 120, most: 600 }

/** Deterministic, different for each seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Published {
  at: number
  arrivals: number[]
}

/** The worker's seconds, one after the other: arrivals (in seconds from the start), and what is published when. */
function simulate(arrivals: number[], random: () => number, until: number): Published[] {
  const published: Published[] = []
  let batch: Batch = { open: null, recent: 0, recentAt: new Date(start) }
  let waiting: number[] = []
  let next = 0
  for (let second = 0; second <= until; second++) {
    while ((arrivals[next] ?? Number.POSITIVE_INFINITY) <= second) waiting.push(arrivals[next++] ?? 0)
    if (waiting.length === 0) continue
    const now = new Date(start + second * 1000)
    const open = schedule(batch, waiting.length, now, rule, random)
    batch = { ...batch, open }
    if (open.dueAt > now) continue
    published.push({ at: second, arrivals: waiting })
    batch = { open: null, recent: fade(batch, now) + waiting.length, recentAt: now }
    waiting = []
  }
  return published
}

/** Arrival times from the seconds between them. */
const arrivalsOf = (gaps: number[]) => {
  let at = 0
  return gaps.map((gap) => (at += gap))
}

describe('a quiet petition', () => {
  it('publishes two to ten minutes after a batch’s first arrival, at no moment that a single arrival determines', () => {
    const gaps = fc.array(fc.integer({ min: 90, max: 3_600 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1 }), (gaps, seed) => {
        const arrivals = arrivalsOf(gaps)
        const published = simulate(arrivals, randomOf(seed), (arrivals.at(-1) ?? 0) + 700)
        expect(published.flatMap((batch) => batch.arrivals)).toEqual(arrivals)
        for (const { at, arrivals } of published) {
          expect(at - (arrivals[0] ?? 0)).toBeGreaterThanOrEqual(120)
          expect(at - (arrivals[0] ?? 0)).toBeLessThanOrEqual(602)
        }
      }),
    )
  })

  it('is unpredictable even if every arrival is known: the same ones are published more than two minutes apart', () => {
    const arrivals = [30, 400, 1_900, 2_000, 2_100]
    const firsts = Array.from({ length: 200 }, (_, seed) => simulate(arrivals, randomOf(seed + 1), 4_000)[0]?.at ?? 0)
    const inTheSameTwoMinutes = (moment: number) => firsts.filter((at) => at >= moment && at < moment + 120).length
    expect(Math.max(...firsts) - Math.min(...firsts)).toBeGreaterThan(400)
    expect(Math.max(...firsts.map(inTheSameTwoMinutes))).toBeLessThan(80)
  })

  it('later arrivals neither postpone nor redraw it', () => {
    const alone = simulate([0], randomOf(7), 1_000)[0]?.at
    const trickle = simulate([0, 50, 100, 110, 119], randomOf(7), 1_000)[0]?.at
    expect(trickle).toBe(alone)
  })

  it('publishes earlier once eight are waiting, and the eighth does not determine the moment', () => {
    // One in ten seconds: the eighth comes after 70 s.
    const arrivals = Array.from({ length: 8 }, (_, i) => i * 10)
    const moments = Array.from({ length: 100 }, (_, seed) => simulate(arrivals, randomOf(seed + 1), 700)[0]?.at ?? 0)
    expect(Math.max(...moments)).toBeLessThanOrEqual(70 + 20)
    expect(new Set(moments).size).toBeGreaterThan(10)
  })
})

describe('a busy petition', () => {
  it.each([1, 3, 50])('with %i random arrivals a second, nobody waits for ten seconds', (rate) => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomOf(seed)
      const gaps = Array.from({ length: 300 * rate }, () => -Math.log(1 - random()) / rate)
      const arrivals = arrivalsOf(gaps)
      // The first arrivals find a quiet petition: the last half minute shows that it is busy.
      const published = simulate(arrivals, random, 400).filter(({ at }) => at > 60)
      const end = (arrivals.at(-1) ?? 0) - 1
      const lags = published.flatMap(({ at, arrivals }) => arrivals.filter((one) => one < end).map((one) => at - one))
      expect(lags.length).toBeGreaterThan(100)
      expect(Math.max(...lags)).toBeLessThan(10)
    }
  })

  it('is quiet again after some minutes without arrivals', () => {
    const crowd = Array.from({ length: 120 }, (_, i) => i)
    const [last] = simulate([...crowd, 600], randomOf(3), 1_400).slice(-1)
    expect(last?.arrivals).toEqual([600])
    expect((last?.at ?? 0) - 600).toBeGreaterThanOrEqual(120)
  })
})
