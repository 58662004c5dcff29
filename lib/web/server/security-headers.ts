/**
 * The content security policy of a public page. No inline script or style, nothing from other sites; `connect-src` is
 * for the live count, `img-src data:` for small marks in the style sheet.
 */
const publicPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** TLS only, for two years. */
export const strictTransport = 'max-age=63072000; includeSubDomains'

/**
 * The headers of every public answer, as a flat list ready for `writeHead`.
 * @param siteUrl the site's public address: https adds HSTS
 */
export function securityHeaders(siteUrl: string): string[] {
  const headers = [
    'Content-Security-Policy',
    publicPolicy,
    'X-Content-Type-Options',
    'nosniff',
    // Not no-referrer: browsers then send `Origin: null` with forms, and same-origin checks refuse them.
    'Referrer-Policy',
    'same-origin',
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy',
    'same-origin',
    'X-Frame-Options',
    'DENY',
  ]
  if (siteUrl.startsWith('https:')) headers.push('Strict-Transport-Security', strictTransport)
  return headers
}

const frameable = /^\/embed\//

/**
 * The headers of the page at a path: only pages made for other sites' frames may be shown in one.
 * @param security `securityHeaders`
 */
export function headersOfPage(path: string, security: string[]): string[] {
  if (!frameable.test(path)) return security
  const headers = security.map((text) => text.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  headers.splice(headers.indexOf('X-Frame-Options'), 2)
  return headers
}
