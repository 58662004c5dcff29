/**
 * A response that browsers save and never render as an admin page.
 * @param name plain ASCII
 */
export function attachment(body: Uint8Array<ArrayBuffer> | string, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/**
 * The policy for a picture, a PDF or a mail in an admin page. A sandbox would keep browsers from showing a PDF; this
 * policy loads and runs nothing, and the page's own allows only frames of this site.
 */
export const framePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self' data:; frame-ancestors 'self'"

/** A response that an admin page shows in a frame. */
export function shownInFrame(body: Uint8Array<ArrayBuffer> | string, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': 'inline',
      'content-security-policy': framePolicy,
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
