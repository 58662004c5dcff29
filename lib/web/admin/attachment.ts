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
 * For a picture, a PDF or a mail that a page of the admin area shows. A sandbox would keep browsers from showing a PDF;
 * the page's own policy lets in nothing but frames of this site, and this runs and loads nothing.
 */
export const framePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src 'self' data:; frame-ancestors 'self'"

/** A response that a page of the admin area shows in itself. */
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
