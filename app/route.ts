import { preferredLocale } from '@/lib/web/guess-locale'

/** The root URL redirects to the home page in the language that the browser prefers. */
export async function GET(request: Request): Promise<Response> {
  const location = `/${preferredLocale(request.headers.get('accept-language'))}`
  const headers = { location, vary: 'Accept-Language', 'cache-control': 'private, max-age=0, must-revalidate' }
  return new Response(null, { status: 307, headers })
}
