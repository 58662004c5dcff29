import { isLocale } from '@/messages/translator'
import { preferredLocale } from '../guess-locale'

/**
 * Query parameters that a public page depends on; all others are dropped before Next.js sees them and make no new entry
 * in the store. A page that reads any is dynamic: list it here.
 */
const parametersByPage: { page: RegExp; names: readonly string[]; only?: RegExp }[] = [
  { page: /^\/[^/]+\/petitions\/[^/]+\/sign$/, names: ['draft', 'via'] },
  { page: /^\/[^/]+\/petitions\/[^/]+\/sheet$/, names: ['via'], only: /^[a-z0-9-]{1,40}$/ },
  // Redirects to the form's page (next.config.js).
  { page: /^\/[^/]+\/petitions\/[^/]+$/, names: ['via'], only: /^[a-z0-9-]{1,40}$/ },
  { page: /^\/embed\/[^/]+\/petitions\/[^/]+$/, names: ['via', 'theme', 'accent'], only: /^[a-z0-9-]{1,40}$/ },
  { page: /^\/[^/]+\/signature\/[\w-]{43}$/, names: ['draft', 'from'] },
  { page: /^\/[^/]+\/members\/find$/, names: ['kind', 'region', 'country', 'q'] },
  { page: /^\/[^/]+\/join\/edit$/, names: ['draft'] },
  { page: /^\/[^/]+\/letters\/[^/]+\/co-sign(?:\/[^/]+)?$/, names: ['draft'] },
  { page: /^\/[^/]+\/write-to-your-government\/choose$/, names: ['country'] },
]

const longest = 6200

/** The target to request from Next.js: the path with its known parameters, in a fixed order. */
export function pageTarget(path: string, query: string): string {
  if (query === '') return path
  const { names = [], only } = parametersByPage.find(({ page }) => page.test(path)) ?? {}
  if (names.length === 0) return path
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = given.get(name)
    if (value !== null && value.length <= longest && only?.test(value) !== false) kept.set(name, value)
  }
  return kept.size === 0 ? path : `${path}?${kept}`
}

/** Path of the "not found" page: in the language of the path, or the one the browser prefers. */
export function missingPath(path: string, acceptLanguage: string | undefined): string {
  const first = path.replace(/^\/embed(?=\/)/, '').split('/', 2)[1] ?? ''
  return `/${isLocale(first) ? first : preferredLocale(acceptLanguage)}/missing`
}
