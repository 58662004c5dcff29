import type { Handler } from './call-handler'

/** One entry of the table of endpoints that answer without passing through the framework. */
export interface HotEndpoint {
  method: 'GET' | 'POST'
  /** As in the app folder: `/api/v1/petitions/[slug]/count`. */
  route: string
  /** The function that the route's own `route.ts` exports. */
  handler: Handler
  /** Milliseconds an answer with status 200 may be shown to others; GET only. */
  keepFor?: number
}

export interface HotMatch {
  endpoint: HotEndpoint
  params: Record<string, string>
}

/** Finds the endpoint of a request; HEAD counts as GET. */
export function findHotEndpoint(table: HotEndpoint[]): (method: string, path: string) => HotMatch | undefined {
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

function toPattern(route: string): RegExp {
  return new RegExp(`^${route.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`)
}

function decoded(groups: Record<string, string>): Record<string, string> {
  const params: Record<string, string> = {}
  for (const name in groups) params[name] = decodeURIComponent(groups[name] ?? '')
  return params
}
