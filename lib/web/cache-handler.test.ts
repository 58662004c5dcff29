import { readFile } from 'node:fs/promises'
// Internal to Next.js: an upgrade that keeps lifetimes elsewhere must fail here.
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import CacheHandler from './cache-handler.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = (html: string) => ({
  kind: 'APP_PAGE',
  html,
  rscData: Buffer.alloc(1000),
  headers: { 'x-next-cache-tags': 'a,b' },
})
const for3s = { cacheControl: { revalidate: 3 } }

describe('the page cache of Next.js', () => {
  it('relies only on internals that this version of Next.js is known to have', async () => {
    const folder = 'node_modules/next'
    const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { version: string }
    const upgrade = `Next is ${version} now. lib/web/cache-handler.js relies on parts of it that are not documented`
    const lifetimes: unknown = Reflect.get(SharedCacheControls, 'cacheControls')
    expect(lifetimes, `${upgrade}: it keeps the lifetimes of paths elsewhere`).toBeInstanceOf(Map)
    expect(SharedCacheControls.prototype.clear, `${upgrade}: these can no longer be cleared`).toBeTypeOf('function')
    const caller = await readFile(`${folder}/dist/server/lib/incremental-cache/index.js`, 'utf8')
    const called = caller.match(/cacheHandler\.(?:get|set|revalidateTag)\(/g)
    const methods = ['cacheHandler.get(', 'cacheHandler.set(', 'cacheHandler.revalidateTag(']
    expect([...new Set(called)].sort(), `${upgrade}: it calls the handler differently`).toEqual(methods.sort())
    expect(version, `${upgrade}: compare dist/server/lib/incremental-cache, then name the version here`).toBe('16.4.6')
  })

  it('returns what another request stored', async () => {
    await new CacheHandler().set('/a', page('x'), for3s)
    expect(await new CacheHandler().get('/a')).toMatchObject({ value: { html: 'x' }, lastModified: Date.now() })
    expect(await new CacheHandler().get('/other')).toBe(null)
  })

  it('returns nothing that has expired', async () => {
    const cache = new CacheHandler()
    await cache.set('/b', page('x'), for3s)
    vi.advanceTimersByTime(2999)
    expect(await cache.get('/b')).not.toBe(null)
    vi.advanceTimersByTime(1)
    expect(await cache.get('/b')).toBe(null)
  })

  it('keeps immutable entries for ever', async () => {
    const cache = new CacheHandler()
    await cache.set('/c', page('x'), { cacheControl: { revalidate: false } })
    vi.advanceTimersByTime(86_400_000)
    expect(await cache.get('/c')).not.toBe(null)
  })

  it('deletes by tag', async () => {
    const cache = new CacheHandler()
    await cache.set('/d', page('x'), for3s)
    await cache.set('/e', { ...page('x'), headers: {} }, for3s)
    await cache.revalidateTag('b')
    expect(await cache.get('/d')).toBe(null)
    expect(await cache.get('/e')).not.toBe(null)
    await cache.set('/e', null, for3s)
    expect(await cache.get('/e')).toBe(null)
  })

  it('bounds the list of lifetimes that Next.js never shortens', async () => {
    const lifetimes: Map<string, object> = Reflect.get(SharedCacheControls, 'cacheControls')
    const cache = new CacheHandler()
    for (let i = 0; i < 20_000; i++) {
      lifetimes.set(`/h/${i}`, { revalidate: 3, expire: undefined })
      await cache.set(`/h/${i}`, page('x'), for3s)
    }
    expect(lifetimes.size).toBeLessThanOrEqual(5000)
  })

  it('stays within its bounds under 100,000 pages', async () => {
    const cache = new CacheHandler()
    for (let i = 0; i < 100_000; i++) await cache.set(`/f/${i}`, page('x'.repeat(100)), for3s)
    let kept = 0
    for (let i = 0; i < 100_000; i++) if (await cache.get(`/f/${i}`)) kept++
    expect(kept).toBe(2000)
    for (let i = 0; i < 100; i++) await cache.set(`/g/${i}`, page('x'.repeat(1_000_000)), for3s)
    let bytes = 0
    for (let i = 0; i < 100; i++) if (await cache.get(`/g/${i}`)) bytes += 2_000_000
    expect(bytes).toBeGreaterThan(10_000_000)
    expect(bytes).toBeLessThanOrEqual(16 * 1024 * 1024)
  })
})
