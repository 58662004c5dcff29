import { LRUCache } from 'lru-cache'
import type { Answer } from './make-answer'

/** A page as the store holds it. With `keepFor` 0 it is given to the waiting requests and then dropped. */
export interface Page {
  answer: Answer
  keepFor: number
}

interface Kept {
  answer: Answer
  keep: boolean
  /** When its making began. */
  begunAt: number
  madeAt: number
  askedAt: number
  /** The time until which it may be shown while a newer one is made. */
  showUntil: number
}

export interface PageStore {
  /** The page if it is stored and fresh, without waiting. */
  fresh(key: string): Answer | undefined
  /** Whether the page is stored, however old. */
  has(key: string): boolean
  /** The page. @param network the requester's: if the page has to be made, it is made in that network's turn */
  get(key: string, network?: string): Promise<Answer>
  /**
   * Makes pages again, one after the other, which somebody asked for within the last hour and which are older than the
   * last change, so that whoever comes next does not wait. Ends early when something changes.
   * @param most in number
   */
  renew(most: number): Promise<void>
  readonly entries: number
  readonly bytes: number
}

interface Limits {
  /** Number of pages. */
  max?: number
  /** Bytes of all of them. */
  maxSize?: number
  /** Age in ms up to which an old page is shown while a new one is made. */
  longestStale?: number
  /** A page that was made later is shown however old it is, while a new one is made (watch-changes.ts). */
  unchangedSince?: () => number
}

/** @param known the answer stored so far: the page exists, so remaking it takes priority over pages never seen */
type MakePage = (key: string, known: Answer | undefined, network: string) => Promise<Page>

const second = 1000
/** However long Next.js allows, a page older than this is not shown as fresh. */
const longestFresh = 4 * second
/** If remaking fails: an old page with its "as of" is better than an error. */
const longestOnError = 60 * 60 * second
const pauseAfterError = second
const lastHour = 60 * 60 * second

/**
 * Makes a store of public pages in memory. One request at a time makes a page. It is fresh within `keepFor`; up to 6 s
 * old, or as long as nothing has changed since, it is shown while a new one is made; after that requests wait for the
 * new one, and if that fails the old one is shown for up to an hour. Bounded in number and bytes.
 */
export function createPageStore(make: MakePage, limits: Limits = {}): PageStore {
  const { max = 5000, maxSize = 64 * 1024 * 1024, longestStale = 6 * second } = limits
  const { unchangedSince = () => Number.POSITIVE_INFINITY } = limits
  const store = new LRUCache<string, Kept, string>({
    max,
    maxSize,
    ttl: longestFresh,
    perf: { now: () => performance.now() },
    sizeCalculation: (kept, key) => kept.answer.size + key.length * 2,
    noDeleteOnStaleGet: true,
    noDeleteOnFetchRejection: true,
    ignoreFetchAbort: true,
    async fetchMethod(key, stale, { options, context: network }) {
      const begunAt = performance.now()
      try {
        const page = await make(key, stale?.answer, network)
        const madeAt = performance.now()
        const keep = page.keepFor > 0
        options.ttl = keep ? Math.min(page.keepFor, longestFresh) : 1
        const askedAt = stale?.askedAt ?? begunAt
        return { answer: page.answer, keep, begunAt, madeAt, askedAt, showUntil: madeAt + longestStale }
      } catch (error) {
        if (!stale || performance.now() - stale.madeAt > longestOnError) throw error
        options.ttl = pauseAfterError
        return { ...stale, showUntil: performance.now() + pauseAfterError + second }
      }
    },
  })

  let isRenewing = false

  function fresh(key: string): Answer | undefined {
    const kept = store.get(key)
    if (!kept) return undefined
    kept.askedAt = performance.now()
    return kept.answer
  }

  /** @param allowStale whether an old one will do */
  async function fetch(key: string, network: string, allowStale: boolean): Promise<Answer> {
    const kept = await store.fetch(key, { context: network, allowStale })
    if (!kept) throw new Error('the page store answered nothing')
    if (!kept.keep) store.delete(key)
    return kept.answer
  }

  return {
    fresh,
    has: (key) => store.peek(key, { allowStale: true }) !== undefined,
    async get(key, network = '') {
      const now = performance.now()
      const held = store.peek(key, { allowStale: true })
      if (held) held.askedAt = now
      const allowStale = held !== undefined && (held.showUntil > now || held.begunAt >= unchangedSince())
      return fetch(key, network, allowStale)
    },
    async renew(most) {
      const now = performance.now()
      const since = unchangedSince()
      if (since > now || isRenewing) return
      isRenewing = true
      const wanted = store
        .dump()
        .filter(([, { value }]) => value.begunAt < since && value.askedAt > now - lastHour)
        .toSorted(([, one], [, other]) => other.value.askedAt - one.value.askedAt)
      for (const [key] of wanted.slice(0, most)) {
        // If it fails, whoever asks for the page is told so.
        await fetch(key, '', false).catch(() => undefined)
        if (unchangedSince() !== since) break
      }
      isRenewing = false
    },
    get entries() {
      return store.size
    },
    get bytes() {
      return store.calculatedSize
    },
  }
}
