import { locales } from '@/messages/translator'
import type { ReadyAnswer } from '../ready-answer'
import type { GetFrame } from './cached-frames'
import type { Answer } from './make-answer'

/** A page of the site as its visitors get it: mostly a kept one, else made in the turn of the visitor's network. */
export type GetPage = (path: string, query?: string) => Promise<Answer>

/** What a direct route is called with: the params that its name has, the frames of pages, and whole ones. */
export interface RouteContext<Params> {
  params: Promise<Params>
  frame: GetFrame
  page: GetPage
}

/** What a direct route gives. */
export type DirectAnswer = Response | ReadyAnswer | Answer

/** A function exported by a `route.ts`, or by an `answer.ts` beside a page. */
type Handler = (request: Request, context: RouteContext<never>) => Promise<DirectAnswer>

/** One entry of the table of direct routes. */
export interface DirectRoute {
  method: 'GET' | 'POST'
  /** As in the app folder: `/api/v1/petitions/[slug]/count`. */
  route: string
  /** The function that the route's own `route.ts` exports. */
  handler: Handler
  /** In ms: how long its answer may be shared; only for a GET that depends on nothing of the request but its path. */
  keepFor?: number
  /** The answer also depends on `?locale=`. */
  byLocale?: true
  /**
   * Networks take turns, so that nobody's thousand requests keep all others from theirs. `waits`: a page made for one
   * person, or a file, many at once because they wait for the database; `computes`: made of what is in memory, one at a
   * time.
   */
  inTurn?: 'waits' | 'computes'
}

export interface DirectRouteMatch {
  endpoint: DirectRoute
  params: Record<string, string | string[]>
}

/** Calls the endpoint as Next.js would. */
export function callDirectRoute(
  { endpoint, params }: DirectRouteMatch,
  request: Request,
  { frame, page }: { frame: GetFrame; page: GetPage },
): Promise<DirectAnswer> {
  // The names in `params` are those of the route, which its handler declares.
  return endpoint.handler(request, { params: Promise.resolve(params as never), frame, page })
}

/** Finds the endpoint of a request; HEAD counts as GET. */
export function findDirectRoute(table: DirectRoute[]): (method: string, path: string) => DirectRouteMatch | undefined {
  const entries = table.map((endpoint) => ({ endpoint, pattern: toPattern(endpoint.route) }))
  return (method, path) => {
    const wanted = method === 'HEAD' ? 'GET' : method
    for (const { endpoint, pattern } of entries) {
      if (endpoint.method !== wanted) continue
      const found = pattern.exec(path)
      if (found) return { endpoint, params: decoded(found.groups ?? {}) }
    }
    return undefined
  }
}

/** What a segment has to look like, by its name; others may be anything. */
const segments: Record<string, string> = { locale: locales.join('|'), token: '[\\w-]{43,200}' }

function toPattern(route: string): RegExp {
  const segment = (name: string) => `(?<${name}>${segments[name] ?? '[^/]+'})`
  const rest = (name: string) => `(?<${REST}${name}>[^/]+(?:/[^/]+)*)`
  const source = route.replaceAll(/\[(\.{3})?(\w+)\]/g, (_, many: string | undefined, name: string) =>
    many ? rest(name) : segment(name),
  )
  return new RegExp(`^${source}$`)
}

/** Marks the group of `[...name]`, whose value is a list. */
const REST = '$'

function decoded(groups: Record<string, string>): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = {}
  for (const name in groups) {
    const text = groups[name] ?? ''
    if (name.startsWith(REST)) params[name.slice(REST.length)] = text.split('/').map(decodeURIComponent)
    else params[name] = decodeURIComponent(text)
  }
  return params
}
