import { describe, expect, it } from 'vitest'
import { countInHour, forgetCounts, peekInHour, undoCount } from './count-in-hour'

// Without a database: each process counts alone.

const at = (text: string) => new Date(`2026-03-${text}:00Z`)

async function count(kind: string, value: string, now: Date, many = 1): Promise<number> {
  let last = 0
  for (let i = 0; i < many; i++) [last = 0] = await countInHour([{ kind, value, limit: 400 }], now)
  return last
}

describe('counting within an hour', () => {
  it('counts each kind and value separately', async () => {
    const now = at('01T12:30')
    expect(await count('a', 'x', now, 3)).toBe(3)
    expect(await count('a', 'y', now)).toBe(1)
    expect(await count('b', 'x', now)).toBe(1)
    expect(peekInHour({ kind: 'a', value: 'x' }, now)).toBe(3)
    undoCount([{ kind: 'a', value: 'x', limit: 400 }], now)
    expect(await count('a', 'x', now)).toBe(3)
  })

  it('concurrent calls get distinct numbers', async () => {
    const bucket = { kind: 'at once', value: 'x', limit: 10 }
    const numbers = await Promise.all(Array.from({ length: 50 }, () => countInHour([bucket], at('01T12:30'))))
    expect(numbers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
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
    forgetCounts(at('05T13:59'))
    expect(peekInHour({ kind: 'forgotten', value: 'x' }, at('05T12:31'))).toBe(3)
    forgetCounts(at('05T14:00'))
    expect(peekInHour({ kind: 'forgotten', value: 'x' }, at('05T12:31'))).toBe(0)
  })
})
