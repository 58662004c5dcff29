import { describe, expect, it } from 'vitest'
import { Busy, limitFairly } from './limit-fairly'

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('tasks in turn', () => {
  it('run a few at once, each network in its turn', async () => {
    const fairly = limitFairly({ running: 2, each: 100, waiting: 1000, patience: 60_000 })
    const done: string[] = []
    let most = 0
    let running = 0
    const task = (network: string) =>
      fairly(network, async () => {
        most = Math.max(most, ++running)
        await soon()
        running -= 1
        done.push(network)
      })
    const flood = Array.from({ length: 100 }, () => task('flood'))
    await Promise.all([...flood, task('a'), task('b')])
    expect(most).toBe(2)
    expect(done.indexOf('a')).toBeLessThan(6)
    expect(done.indexOf('b')).toBeLessThan(6)
    expect(done.length).toBe(102)
  })

  it('refuse at once what is too much of one network, and go on after a failure', async () => {
    const fairly = limitFairly({ running: 1, each: 3, waiting: 1000, patience: 60_000 })
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => fairly('flood', () => Promise.reject(new Error('failed')))),
    )
    const refused = results.filter((result) => result.status === 'rejected' && result.reason instanceof Busy)
    expect(refused.length).toBe(10 - 1 - 3)
    await expect(fairly('flood', async () => 'served')).resolves.toBe('served')
  })

  it('make room for a newcomer at the cost of who has most, and hold no more than they say', async () => {
    const fairly = limitFairly({ running: 1, each: 100, waiting: 100, patience: 60_000 })
    const flood = Array.from({ length: 101 }, () => fairly('flood', soon).catch((error: unknown) => error))
    const newcomers = await Promise.all(Array.from({ length: 20 }, (_, i) => fairly(`n${i}`, async () => i)))
    expect(newcomers).toEqual(Array.from({ length: 20 }, (_, i) => i))
    expect((await Promise.all(flood)).filter((result) => result instanceof Busy).length).toBe(20)
  })
  it('answer everybody in time: who waits in vain is refused, before a silent connection is cut', async () => {
    const fairly = limitFairly({ running: 1, each: 100, waiting: 100, patience: 20 })
    let finish = () => {}
    const first = fairly('slow', () => new Promise<void>((resolve) => (finish = resolve)))
    const others = await Promise.allSettled(['slow', 'slow', 'other'].map((network) => fairly(network, soon)))
    expect(others.every((result) => result.status === 'rejected' && result.reason instanceof Busy)).toBe(true)
    finish()
    await first
    await expect(fairly('slow', async () => 'served')).resolves.toBe('served')
  })
})
