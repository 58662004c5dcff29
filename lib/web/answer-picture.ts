import { withSharedBody } from './shared-body'

interface Picture {
  path: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * A picture for other services to show. At the address with its hash it never changes, but caches forget it within
 * hours: a petition can be taken from view. Every other address of it leads there, so that one shared long ago shows
 * the number of today; kept no longer than a process keeps the newest picture.
 */
export function answerPicture(found: Picture | null, request: Request): Response {
  if (!found) return new Response(null, { status: 404, headers: { 'cache-control': 'public, max-age=5' } })
  if (new URL(request.url).pathname !== found.path)
    return new Response(null, { status: 302, headers: { location: found.path, 'cache-control': 'public, max-age=3' } })
  return withSharedBody(found.bytes, {
    'content-type': 'image/png',
    'cache-control': 'public, max-age=10800',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  })
}
