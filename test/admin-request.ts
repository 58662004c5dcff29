import { vi } from 'vitest'

// Next.js's request, for tests that call pages and actions of the admin area: a stand-in, with everything behind it
// real. A test names its parts in `vi.mock`, which has to stand in the test itself.

/** The browser's headers; an empty one is not sent. `at` is the page's path and query, as proxy.ts passes it on. */
export const browser = { cookie: '', referer: '', at: '' }

/** For `next/headers`. A session that goes on under a new token is kept, as in a browser. */
export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => (browser.cookie && name === 'admin' ? { value: browser.cookie } : undefined),
    getAll: () => (browser.cookie ? [{ name: 'admin', value: browser.cookie }] : []),
    set: (name: string, value: string) => {
      if (name === 'admin') browser.cookie = value
    },
    delete: () => undefined,
  }),
  headers: async () =>
    new Headers({
      ...(browser.referer && { referer: browser.referer }),
      ...(browser.at && { 'x-admin-address': browser.at }),
    }),
}

/** For `next/navigation`: where it leads is said by what it throws (`outcomeOf`). */
export const nextNavigation = {
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`)
  },
  notFound: () => {
    throw new Error('not found')
  },
}

/**
 * For `next-auth`, which loads Next.js by require(), out of a test's reach; its part is tested in
 * session-adapter.test.ts.
 */
export const nextAuth = {
  default: () => undefined,
  getServerSession: async () => (browser.cookie ? {} : null),
}

/** For `react`, which caches per request. */
export const reactUncached = async () => ({
  ...(await vi.importActual<typeof import('react')>('react')),
  cache: <T>(make: T) => make,
})

let request = 0

/** From here on, what `reactOfRequests` keeps is of another request. */
export function nextRequest(): void {
  request += 1
}

/** The same, which keeps what takes no arguments until the next request (`nextRequest`). */
export const reactOfRequests = async () => ({
  ...(await reactUncached()),
  cache: <T>(make: (...values: unknown[]) => T) => {
    const kept = { of: -1, value: undefined as T | undefined }
    return (...values: unknown[]) => {
      if (values.length > 0) return make(...values)
      if (kept.of !== request) Object.assign(kept, { of: request, value: make() })
      return kept.value
    }
  },
})

/** `redirect …` or the error that an action ended with. */
export function outcomeOf(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'nowhere',
    (error: Error) => error.message,
  )
}

/** A form as a browser sends it. */
export function formOf(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}
