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
