import { LRUCache } from 'lru-cache'
import { filterHtml } from './filter-html'
import type { RequestUpstream } from './upstream'

/** In ms: then a frame is made again, while the one at hand still serves. */
const FRESH = 10_000

/** The HTML of a public page of the framework, filtered as visitors get it, in which another page's content is shown. */
export type GetFrame = (path: string) => Promise<string>

/**
 * Keeps frames. Nobody but the first waits for one to be made.
 * @returns rejects if the framework does not answer with a page and no older one is at hand
 */
export function keepFrames(ask: RequestUpstream, fresh = FRESH): GetFrame {
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
