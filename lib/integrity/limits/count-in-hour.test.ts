import { describe, expect, it } from 'vitest'
import { countInHour, peekInHour, purgeHours } from './count-in-hour'

// Without a database: each process counts alone. Counted exactly, but for the last part.

const at = (text: string) => new Date(`2026-03-${text}:00Z`)

async function count(kind: string, value: string, now: Date, many = 1): Promise<number> {
  let last = 0
  for (let i = 0; i < many; i++)
    last = (await countInHour([{ kind, value, limit: 400, exact: true }], now)).numbers[0] ?? 0
  return last
}

/** How many are admitted into a new bucket of strangers with a limit of 300, one of them somebody else's or none. */
let buckets = 0
async function admitted(others: number, now: Date): Promise<number> {
  const bucket = { kind: 'blurred', value: `${++buckets}`, limit: 300 }
  for (let i = 0; i < others; i++) await countInHour([bucket], now)
  for (let own = 0; ; own++) {
    const { numbers, undo } = await countInHour([bucket], now)
    if ((numbers[0] ?? 0) > bucket.limit) {
      undo()
      return own
    }
  }
}

describe('counting within an hour', () => {
  it('counts each kind and value separately', async () => {
    const now = at('01T12:30')
    expect(await count('a', 'x', now, 3)).toBe(3)
    expect(await count('a', 'y', now)).toBe(1)
    expect(await count('b', 'x', now)).toBe(1)
    expect(peekInHour({ kind: 'a', value: 'x', limit: 400 }, now)).toBe(3)
    const { undo } = await countInHour([{ kind: 'a', value: 'x', limit: 400, exact: true }], now)
    undo()
    expect(await count('a', 'x', now)).toBe(4)
  })

  it('concurrent calls get distinct numbers', async () => {
    const bucket = { kind: 'at once', value: 'x', limit: 10, exact: true as const }
    const counted = await Promise.all(Array.from({ length: 50 }, () => countInHour([bucket], at('01T12:30'))))
    expect(counted.flatMap(({ numbers }) => numbers).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
    )
  })

  it('slides: an hour later half still counts, two hours later nothing', async () => {
    await count('slide', 'x', at('02T12:00'), 100)
    expect(await count('slide', 'x', at('02T13:30'))).toBe(51)
    expect(await count('slide', 'x', at('02T16:00'))).toBe(1)
  })

  it('slides across midnight', async () => {
    await count('night', 'x', at('03T23:00'), 100)
    expect(await count('night', 'x', at('04T00:30'))).toBe(51)
    expect(await count('night', 'x', at('04T02:00'))).toBe(1)
  })

  it('keeps nothing of an hour that no count looks back at any more', async () => {
    await count('forgotten', 'x', at('05T12:30'), 3)
    purgeHours(at('05T13:59'))
    expect(peekInHour({ kind: 'forgotten', value: 'x', limit: 400 }, at('05T12:31'))).toBe(3)
    purgeHours(at('05T14:00'))
    expect(peekInHour({ kind: 'forgotten', value: 'x', limit: 400 }, at('05T12:31'))).toBe(0)
  })
})

describe('a bucket of strangers', () => {
  it('admits its limit on average, and not a number that tells whether one of them was somebody else', async () => {
    const now = at('06T12:30')
    const alone = await Promise.all(Array.from({ length: 100 }, () => admitted(0, now)))
    const withOne = await Promise.all(Array.from({ length: 100 }, () => admitted(1, now)))
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
    // A standard deviation of 24 for each, 2.4 for a hundred.
    expect(mean(alone)).toBeGreaterThan(285)
    expect(mean(alone)).toBeLessThan(315)
    expect(mean(withOne)).toBeGreaterThan(284)
    expect(mean(withOne)).toBeLessThan(314)
    // Either spreads far over the other: no single number belongs to one of them.
    expect(Math.min(...withOne)).toBeLessThan(Math.max(...alone) - 40)
    expect(Math.min(...alone)).toBeLessThan(Math.max(...withOne) - 40)
  })

  it('refuses for as long as it is full, however often one tries', async () => {
    const now = at('07T12:30')
    const bucket = { kind: 'refused', value: 'x', limit: 20 }
    for (let i = 0; i < 200; i++) await countInHour([bucket], now)
    for (let i = 0; i < 200; i++) {
      const { numbers, undo } = await countInHour([bucket], now)
      expect(numbers[0]).toBeGreaterThan(20)
      undo()
    }
  })

  it('that can be looked at without adding stays full once it is, through the next hour', async () => {
    const bucket = { kind: 'lasting', value: 'x', limit: 20, lasting: true as const }
    expect(peekInHour(bucket, at('08T12:00'))).toBe(0)
    for (let i = 0; i < 200; i++) await countInHour([bucket], at('08T12:00'))
    // By then nothing of it would be left.
    expect(peekInHour(bucket, at('08T13:59'))).toBeGreaterThan(20)
    expect(peekInHour(bucket, at('08T15:00'))).toBe(0)
  })

  it('one that was refused is taken out of the next hour, too', async () => {
    const bucket = { kind: 'turn', value: 'x', limit: 400, exact: true as const }
    const { undo } = await countInHour([bucket], at('09T12:59'))
    await countInHour([bucket], at('09T13:00'))
    undo()
    expect(peekInHour(bucket, at('09T13:00'))).toBe(1)
  })
})
