import { LRUCache } from 'lru-cache'
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'

/**
 * @typedef {{ value: unknown, lastModified: number, cacheControl?: { revalidate: number | false }, tags: string[] }}
 * Entry
 */

// Next.js makes a handler for each request; the entries belong to the process.
/** @type {LRUCache<string, Entry>} */
const entries = new LRUCache({
  max: 2000,
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (entry, key) => key.length * 2 + bytesOf(entry.value) + 256,
})

/** After this many renderings the list of lifetimes that Next.js keeps is emptied. */
const mostLifetimes = 5000
let rendered = 0

/**
 * Next.js's page cache, in memory and bounded (its own writes every rendered path to disk and never deletes it).
 * Entries older than their `revalidate` are not returned: readers of the count wait for a new page instead of seeing an
 * old one, and the page store decides what may be shown meanwhile.
 */
export default class CacheHandler {
  /** @param {string} key */
  async get(key) {
    const entry = entries.get(key)
    if (!entry) return null
    const revalidate = entry.cacheControl?.revalidate
    if (typeof revalidate === 'number' && Date.now() - entry.lastModified >= revalidate * 1000) {
      entries.delete(key)
      return null
    }
    return entry
  }

  /**
   * @param {string} key
   * @param {unknown} value
   * @param {{ cacheControl?: { revalidate: number | false }, tags?: string[] }} context
   */
  async set(key, value, context) {
    dropLifetimes()
    if (value === null) {
      entries.delete(key)
      return
    }
    entries.set(key, {
      value,
      lastModified: Date.now(),
      cacheControl: context.cacheControl,
      tags: context.tags ?? tagsOf(value),
    })
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    const wanted = new Set([tags].flat())
    for (const [key, entry] of entries) if (entry.tags.some((tag) => wanted.has(tag))) entries.delete(key)
  }

  resetRequestCache() {}
}

/**
 * Next.js remembers the lifetime of every path it has rendered, about half a kilobyte each, without a bound: made-up
 * addresses could fill the memory. Our entries carry their own lifetime.
 */
function dropLifetimes() {
  if (++rendered % mostLifetimes === 0) SharedCacheControls.prototype.clear()
}

/** @param {unknown} value */
function tagsOf(value) {
  const header = /** @type {{ headers?: Record<string, unknown> }} */ (value).headers?.['x-next-cache-tags']
  return typeof header === 'string' ? header.split(',') : []
}

/** @param {unknown} value @returns {number} */
function bytesOf(value) {
  if (typeof value === 'string') return value.length * 2
  if (value instanceof Uint8Array) return value.byteLength
  if (value instanceof Map) return [...value.values()].reduce((sum, part) => sum + bytesOf(part), 0)
  if (typeof value !== 'object' || value === null) return 8
  return Object.values(value).reduce((sum, part) => sum + bytesOf(part), 0)
}
