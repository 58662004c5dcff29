import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { framePolicy } from '@/lib/web/admin/attachment'

export const config = { matcher: ['/admin', '/admin/:path*', '/api/auth/:path*'] }

/**
 * Gives each admin page a policy with its own nonce. It authorises nothing: pages, actions and endpoints
 * do that themselves (lib/staff), and stay locked without this file.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  // The server has refused it already (lib/web/server/surface.ts); in development nothing else does.
  if (process.env.ROLE === 'web') return new NextResponse(null, { status: 404 })
  if (pathname.startsWith('/api/')) return NextResponse.next()
  const policy = policyOf(request.method, pathname)
  const headers = new Headers(request.headers)
  // The framework takes the nonce for its scripts from here.
  headers.set('content-security-policy', policy)
  // The navigation marks the current place by it; what is asked of a page, it reads itself.
  headers.set('x-admin-address', pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-robots-tag', 'noindex')
  // In place of what every other page has (next.config.js).
  if (/frame-ancestors 'self'/.test(policy)) response.headers.set('x-frame-options', 'SAMEORIGIN')
  return response
}

/** What is no page but a route of its own: files, some of them made by others, the way in for scans, and typed text. */
const isFile =
  /^\/admin\/(?:drafts\/autosave|audit\/csv|reports\/csv|search\/(?:find|index)|second-factor\/passkey|paper\/(?:sheets|[^/]+\/scan)|exports\/[^/]+\/file|petitions\/(?:address|[^/]+\/hand-over\/[^/]+\/(?:names|pack))|updates\/[^/]+\/mail|coalition\/(?:members\/(?:csv|links\/qr)|documents\/files))$/
/** Also where a browser shows one in spite of its headers, it runs nothing and belongs to no site. */
const filePolicy = "default-src 'none'; sandbox"

/** Shown in a frame: scans, which are fetched by GET, and mails, which contain their style inline. */
const isFramed = /^\/admin\/(?:paper\/[^/]+\/scan|updates\/[^/]+\/mail)$/
const id = '[0-9a-f-]{36}'
/** A page that another one shows in a frame, too. */
const isFramedPage = new RegExp(`^/admin/petitions/${id}/preview/[\\w-]+$`)
/** The pages with such frames. */
const hasFrame = new RegExp(`^/admin/(?:paper/${id}|updates/${id}(?:/preview)?|petitions/${id}/texts/[\\w-]+)$`)

function policyOf(method: string, path: string): string {
  if (method === 'GET' && isFramed.test(path)) return framePolicy
  return isFile.test(path) ? filePolicy : adminPolicy(randomBytes(16).toString('base64'), path)
}

function adminPolicy(nonce: string, path: string): string {
  // Hot reload evaluates code and writes styles into the page.
  const developing = process.env.NODE_ENV === 'development'
  const script = `'self' 'nonce-${nonce}'${developing ? " 'unsafe-eval'" : ''}`
  const style = developing ? "'self' 'unsafe-inline'" : "'self'"
  return (
    `default-src 'none'; script-src ${script}; style-src ${style}; img-src 'self' data:; font-src 'self'; ` +
    `${hasFrame.test(path) ? "frame-src 'self'; " : ''}connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${isFramedPage.test(path) ? "'self'" : "'none'"}; object-src 'none'`
  )
}
