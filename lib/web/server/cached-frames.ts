import { LRUCache } from 'lru-cache'
import { filterHtml } from './filter-html'
import type { RequestUpstream } from './upstream'

/** In ms: an older frame is made again, and serves until the new one is ready. */
const FRESH = 10_000

/** Gives the HTML of a public Next.js page, filtered as visitors get it, into which another page's content is put. */
export type GetFrame = (path: string) => Promise<string>

/**
 * Makes a function that gives frames by path, cached: only the first request for a path waits for its frame.
 * @returns the function; it rejects if Next.js does not answer with a page and no older frame is cached
 */
export function cacheFrames(ask: RequestUpstream, fresh = FRESH): GetFrame {
  const frames = new LRUCache<string, string>({
    max: 100,
    ttl: fresh,
    ttlResolution: 0,
    allowStale: true,
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
    fetchMethod: async (path) => {
      const { status, body } = await ask(path)
      if (status !== 200) throw new Error(`the framework answered ${status} for a frame`)
      return filterHtml(body.toString('utf8'))
    },
  })
  return async (path) => {
    const html = await frames.fetch(path)
    if (html === undefined) throw new Error('a frame was not made')
    return html
  }
}
