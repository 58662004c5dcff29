import { locales } from '@/messages/translator'
import type { ReadyAnswer } from '../ready-answer'
import type { GetFrame } from './cached-frames'
import type { Answer } from './make-answer'

/** Gives a page of the site as its visitors get it: mostly a cached one, else made in the turn of the network. */
export type GetPage = (path: string, query?: string) => Promise<Answer>

/** The context of a call: the parameters of the route's path, and functions that give frames and whole pages. */
export interface RouteContext<Params> {
  params: Promise<Params>
  frame: GetFrame
  page: GetPage
}

/** The answer of a direct route. */
export type DirectAnswer = Response | ReadyAnswer | Answer

/** A function exported by a `route.ts`, or by an `answer.ts` beside a page. */
type Handler = (request: Request, context: RouteContext<never>) => Promise<DirectAnswer>

/** One entry of the table of direct routes. */
export interface DirectRoute {
  method: 'GET' | 'POST'
  /** Its path as in the app folder: `/api/v1/petitions/[slug]/count`. */
  route: string
  /** The function that the route's own `route.ts` exports. */
  handler: Handler
  /** In ms: the time for which its answer is cached; only for a GET that depends on nothing but its path. */
  keepFor?: number
  /** The answer also depends on `?locale=`. */
  byLocale?: true
  /**
   * Networks take turns, so that a thousand requests of one do not delay the others'. `waits`: a page made for one
   * person, or a file, many at once because they wait for the database; `computes`: made from memory, one at a time.
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

/** The pattern of a segment, by its name; other segments may be anything. */
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
