import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, makeAnswer } from './make-answer'
import { createPageStore } from './page-store'

beforeEach(() => {
  vi.useFakeTimers()
  // lru-cache takes the time 0 for "no time".
  vi.advanceTimersByTime(1000)
})
afterEach(() => void vi.useRealTimers())

const answer = (text: string): Promise<Answer> =>
  makeAnswer({ status: 200, headers: [], body: Buffer.from(text), compress: false })
const textOf = (made: Answer | undefined) => made?.variants.identity.body.toString()

/** A store whose pages say how often they were made; `wait` ms each. Nothing has changed since `state.unchanged`. */
function counting({ keepFor = 3000, wait = 0 } = {}) {
  const state = { made: 0, fail: false, unchanged: Number.POSITIVE_INFINITY }
  const store = createPageStore(
    async () => {
      const n = ++state.made
      if (wait > 0) await vi.advanceTimersByTimeAsync(0).then(() => new Promise((resolve) => setTimeout(resolve, wait)))
      if (state.fail) throw new Error('down')
      return { answer: await answer(`made ${n}`), keepFor }
    },
    { unchangedSince: () => state.unchanged },
  )
  const get = async () => textOf(await store.get('/en'))
  return { state, store, get }
}

describe('createPageStore', () => {
  it('makes a page once for all who ask at the same time', async () => {
    const { state, get } = counting({ wait: 50 })
    const asked = Promise.all(Array.from({ length: 100 }, get))
    await vi.advanceTimersByTimeAsync(60)
    expect(new Set(await asked)).toEqual(new Set(['made 1']))
    expect(state.made).toBe(1)
  })

  it('keeps it as long as the framework says', async () => {
    const { store, get } = counting({ keepFor: 3000 })
    await get()
    await vi.advanceTimersByTimeAsync(2900)
    expect(textOf(store.fresh('/en'))).toBe('made 1')
    expect(await get()).toBe('made 1')
    await vi.advanceTimersByTimeAsync(200)
    expect(store.fresh('/en')).toBe(undefined)
  })

  it('never takes it for fresh after 4 s', async () => {
    const { store, get } = counting({ keepFor: 3_600_000 })
    await get()
    await vi.advanceTimersByTimeAsync(4100)
    expect(store.fresh('/en')).toBe(undefined)
  })

  it('shows the old page while a new one is made, up to 6 s', async () => {
    const { get, state } = counting()
    await get()
    await vi.advanceTimersByTimeAsync(5900)
    expect(await get()).toBe('made 1')
    await vi.advanceTimersByTimeAsync(10)
    expect(await get()).toBe('made 2')
    expect(state.made).toBe(2)
  })

  it('makes later requests wait for the new page', async () => {
    const { get } = counting()
    await get()
    await vi.advanceTimersByTimeAsync(6100)
    expect(await get()).toBe('made 2')
  })

  it('shows an old page at once while nothing has changed since, and makes a new one', async () => {
    const { get, state } = counting()
    state.unchanged = performance.now()
    await get()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(await get()).toBe('made 1')
    await vi.advanceTimersByTimeAsync(10)
    expect(await get()).toBe('made 2')
    expect(state.made).toBe(2)
  })

  it('shows no page whose making began before the last change, also if it ended after it', async () => {
    const { get, state } = counting({ wait: 1000 })
    const first = get()
    await vi.advanceTimersByTimeAsync(500)
    state.unchanged = performance.now()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await first).toBe('made 1')
    const second = get()
    await vi.advanceTimersByTimeAsync(1100)
    expect(await second).toBe('made 2')
  })

  it('makes pages again after a change that somebody asked for within the last hour, the latest first', async () => {
    const state = { made: [] as string[], unchanged: Number.POSITIVE_INFINITY }
    const store = createPageStore(
      async (key) => {
        state.made.push(key)
        return { answer: await answer(key), keepFor: key === '/dropped' ? 0 : 3000 }
      },
      { unchangedSince: () => state.unchanged },
    )
    await store.get('/forgotten')
    await vi.advanceTimersByTimeAsync(3_000_000)
    for (const key of ['/en', '/ko', '/fr', '/dropped']) {
      await store.get(key)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(textOf(store.fresh('/ko'))).toBe('/ko')
    await vi.advanceTimersByTimeAsync(1_000_000)

    state.made = []
    await store.renew(9)
    expect(state.made, 'while something changes').toEqual([])
    state.unchanged = performance.now() + 1000
    await store.renew(9)
    expect(state.made, 'what is made now may not have it yet').toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    await Promise.all([store.renew(2), store.renew(9)])
    expect(state.made).toEqual(['/ko', '/fr'])
    await store.renew(9)
    await store.renew(9)
    expect(state.made).toEqual(['/ko', '/fr', '/en'])

    await vi.advanceTimersByTimeAsync(3_600_000)
    state.unchanged = performance.now()
    await store.renew(9)
    expect(state.made, 'to have been made again is not to have been asked for').toHaveLength(3)
  })

  it('stops making pages again when something changes, and goes on after one that fails', async () => {
    const state = { made: 0, unchanged: performance.now() }
    const store = createPageStore(
      async (key) => {
        state.made++
        if (state.made === 5) state.unchanged = Number.POSITIVE_INFINITY
        if (state.made === 4) throw new Error('down')
        return { answer: await answer(key), keepFor: 3000 }
      },
      { unchangedSince: () => state.unchanged },
    )
    for (const key of ['/a', '/b', '/c']) await store.get(key)
    await vi.advanceTimersByTimeAsync(60_000)
    state.unchanged = performance.now()
    await store.renew(9)
    expect(state.made).toBe(5)
  })

  it('shows nobody an old page because a new one takes long', async () => {
    const { get, state } = counting({ wait: 5000 })
    const first = get()
    await vi.advanceTimersByTimeAsync(5100)
    await first
    await vi.advanceTimersByTimeAsync(5000)
    expect(await get()).toBe('made 1')
    await vi.advanceTimersByTimeAsync(1500)
    const late = get()
    await vi.advanceTimersByTimeAsync(5000)
    expect(await late).toBe('made 2')
    expect(state.made).toBe(2)
  })

  it('shows the old page while Next.js fails, retrying at most once a second, for up to an hour', async () => {
    const { get, state } = counting()
    await get()
    state.fail = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await get()).toBe('made 1')
    const made = state.made
    for (let i = 0; i < 40; i++) {
      expect(await get()).toBe('made 1')
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(state.made).toBe(made)
    await vi.advanceTimersByTimeAsync(1100)
    expect(await get()).toBe('made 1')
    await vi.advanceTimersByTimeAsync(10)
    expect(state.made).toBe(made + 1)
    await vi.advanceTimersByTimeAsync(3_600_000)
    await expect(get()).rejects.toThrow('down')
    state.fail = false
    expect(await get()).toMatch(/^made /)
  })

  it('fails when there is no page at all', async () => {
    const { get, state } = counting()
    state.fail = true
    await expect(get()).rejects.toThrow('down')
  })

  it('drops at once what must not be cached', async () => {
    const { get, store } = counting({ keepFor: 0 })
    expect(await get()).toBe('made 1')
    expect(store.entries).toBe(0)
    expect(store.fresh('/en')).toBe(undefined)
    expect(await get()).toBe('made 2')
  })

  it('stays within its bounds', async () => {
    vi.useRealTimers()
    const store = createPageStore(async (key) => ({ answer: await answer(key.repeat(50)), keepFor: 3000 }), {
      max: 500,
      maxSize: 1024 * 1024,
    })
    for (let i = 0; i < 20_000; i++) await store.get(`/en/${i}`)
    expect(store.entries).toBeLessThanOrEqual(500)
    expect(store.entries).toBeGreaterThan(100)
    expect(store.bytes).toBeLessThanOrEqual(1024 * 1024)
  })
})
