import { noteLevel } from '@/lib/metrics/note'
import { Busy, limitFairly } from './limit-fairly'
import { type Answer, makeAnswer } from './make-answer'
import { makePage } from './make-page'
import { missingPath, pageTarget } from './page-rules'
import { createPageStore, type PageStore } from './page-store'
import { headersOfPage } from './security-headers'
import type { RequestUpstream } from './upstream'
import type { Changes } from './watch-changes'

export interface Pages extends Pick<PageStore, 'entries' | 'bytes'> {
  /** The stored page for exactly this target, if it is fresh. Serves nearly every request under load. */
  ready(target: string): Answer | undefined
  /**
   * The page of a path.
   * @param acceptLanguage for "not found" if the path has no language
   * @param network the visitor's; networks take turns for pages that are not stored
   * @throws Busy if too many wait, or Error if the page cannot be made and no older one is stored
   */
  get(path: string, query: string, acceptLanguage: string | undefined, network?: string): Promise<Answer>
}

/** In ms. */
const RENEW_EVERY = 5_000
/** Pages that are made again after a change, at some 25 ms of computing each: those that were asked for last. */
const MAX_RENEWED = 100

/** Pages that are different for each signer. */
const journey = /^\/[^/?]+\/(?:petitions\/[^/?]+\/sign|signature|unsubscribe)(?:[/?]|$)/

/**
 * Serves public pages by path: from the store, or made from Next.js's answers.
 * @param exists whether Next.js has a route for a path; it gets no requests for other paths
 * @param isThere whether the path belongs to something public, such as an open petition; other paths are not rendered
 * @param onionUrl the address of the site's onion service
 * @param changes with it, no visitor waits for a page that was made since the last one, and those that were asked for
 *   lately are made again after each
 */
export function servePages(
  ask: RequestUpstream,
  security: string[],
  exists: (path: string) => boolean,
  isThere: (path: string) => Promise<boolean>,
  onionUrl?: string,
  changes?: Changes,
): Pages {
  // Pages that nobody has read yet (or that do not exist) must not delay those that many read.
  const unseen = limitFairly({ ...turns, onChange: noteQueue('') })
  // Nor may they delay the pages of signers.
  const ofSigners = limitFairly({ ...turns, onChange: noteQueue('signers_') })
  const notFound = new WeakMap<Answer, Answer>()

  const store = createPageStore(async (key, known, network) => {
    const inTurn = journey.test(key) ? ofSigners : unseen
    const upstream = await (known ? ask(key) : inTurn(network, () => ask(key)))
    // https://community.torproject.org/onion-services/advanced/onion-location/
    const onion = onionUrl ? ['Onion-Location', onionUrl + key] : []
    if (upstream.status !== 404) return makePage(upstream, [...headersOfPage(key, security), ...onion], known)
    return { answer: missingMarker, keepFor: 3000 }
  }, changes)
  if (changes) setInterval(() => void store.renew(MAX_RENEWED), RENEW_EVERY).unref()

  async function missing(path: string, network: string): Promise<Answer> {
    const page = await store.get(path, network)
    if (page === missingMarker) return plainMissing(security)
    const made = notFound.get(page)
    if (made) return made
    const answer = asNotFound(page)
    notFound.set(page, answer)
    return answer
  }

  return {
    ready(target) {
      const answer = store.fresh(target)
      return answer === missingMarker ? undefined : answer
    },
    async get(path, query, acceptLanguage, network = '') {
      const key = pageTarget(path, query)
      // Looked up before it is stored: a flood of made-up slugs would push out what is there.
      const there = exists(path) && (store.has(key) || (await isThere(path)))
      const answer = there ? await store.get(key, network) : missingMarker
      return answer === missingMarker ? missing(missingPath(path, acceptLanguage), network) : answer
    },
    get entries() {
      return store.entries
    },
    get bytes() {
      return store.bytes
    },
  }
}

export { Busy }

const turns = { running: 2, each: 256, waiting: 2048, patience: 15_000 }

function noteQueue(prefix: string) {
  return (running: number, waiting: number) => {
    noteLevel('frameworkQueue', `${prefix}running`, running)
    noteLevel('frameworkQueue', `${prefix}waiting`, waiting)
  }
}

/** The entry of a page for which Next.js answered 404: a hundred bytes instead of a page each. */
const missingMarker: Answer = { status: 404, variants: {} as Answer['variants'], hash: '', size: 128 }

/** The "not found" page with status 404, which is never cached. */
function asNotFound(page: Answer): Answer {
  const variants = { ...page.variants }
  for (const [encoding, variant] of Object.entries(page.variants)) {
    const headers = variant.headers.slice()
    headers[headers.indexOf('Cache-Control') + 1] = 'no-store'
    const etag = headers.indexOf('ETag')
    if (etag >= 0) headers.splice(etag, 2)
    variants[encoding as keyof typeof variants] = { ...variant, headers }
  }
  return { ...page, status: 404, variants }
}

function plainMissing(security: string[]): Promise<Answer> {
  const headers = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store', ...security]
  return makeAnswer({ status: 404, headers, body: Buffer.from('There is no page at this address.'), compress: false })
}
