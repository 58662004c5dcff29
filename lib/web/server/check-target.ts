/** A request target that is safe to route: the path as sent (still percent-encoded), the query without `?`. */
export interface Target {
  path: string
  query: string
}

const longestPath = 2048
/** Room for a form that travels back in the query (lib/integrity/form-state.ts). */
const longestTarget = 8192

/**
 * Checks the request target (RFC 9112 §3.2).
 * @returns the path and query; or the status that refuses it: 414 if too long, 400 unless it is one plain origin-form
 *   path. Absolute and authority forms, `//host`, backslashes, dot segments, encoded slashes, control characters and
 *   broken UTF-8 have no honest sender here and confuse the layers behind.
 */
export function checkTarget(target: string): Target | 400 | 414 {
  if (target.length > longestTarget) return 414
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const query = mark < 0 ? '' : target.slice(mark + 1)
  if (path.length > longestPath) return 414
  if (!isPlain(path) || !/^[\x21-\x7e]*$/.test(query) || query.includes('#')) return 400
  return { path, query }
}

function isPlain(path: string): boolean {
  // The common case first: no escapes, nothing to decode.
  if (!/^\/(?!\/)[\w\-./~!$&'()*+,;=:@%]*$/.test(path) || path.includes('//')) return false
  if (/(^|\/)\.\.?(\/|$)/.test(path)) return false
  if (!path.includes('%')) return true
  if (/%(?:2f|5c|2e|[01][0-9a-f]|7f)/i.test(path)) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
