import { z } from 'zod'
import { MAX_IN_URL, openFromUrl, sealForUrl } from '@/lib/vault/url-seal'
import { isLocale, type Locale } from '@/messages/translator'
import { asksForPage } from './answer'
import { guessLocale } from './guess-locale'
import { noteFailedForm } from './note-failed-form'
import { plainPage, type Trouble, troubleAt } from './plain-page'

const answerPage = z.object({ html: z.string(), status: z.number(), retryAfter: z.number().optional() })

/** A page that answers a form. */
type AnswerPage = z.infer<typeof answerPage>

/**
 * Shows a page that answers a form post, such as "too many requests". A browser is redirected to a URL that can be
 * reloaded without posting anything again; the page travels in that URL, sealed. Other clients get it at once, as do
 * browsers if it does not fit or cannot be sealed.
 */
export async function showReloadable(request: Request, page: AnswerPage): Promise<Response> {
  const sealed = asksForPage(request) ? await sealPage(page, new Date()).catch(() => null) : null
  return sealed === null ? pageResponse(page) : ledTo(`/form-result?page=${sealed}`, page.status)
}

/** Shows a page with one sentence, which needs no sealing. */
export function showTrouble(request: Request, status: Trouble, locale = ''): Response {
  if (asksForPage(request)) return ledTo(troubleAt(status, locale), status)
  return pageResponse(troublePage(status, localeFor(request, locale)))
}

/** Renders the URLs that `showReloadable` and `troubleAt` redirect to, with the status they are about. */
export async function answerReloadable(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const locale = localeFor(request, asked.get('locale') ?? '')
  const sealed = asked.get('page')
  if (sealed !== null) {
    const page = await openPage(sealed, new Date()).catch(() => null)
    return pageResponse(page ?? { html: plainPage(410, locale), status: 410 })
  }
  const status = shown.find((one) => String(one) === asked.get('status')) ?? 404
  const reference = /^[0-9A-F]{10}$/.exec(asked.get('reference') ?? '')?.[0]
  return pageResponse(troublePage(status, locale, reference))
}

/** @returns null if it is too long for a URL */
export async function sealPage(page: AnswerPage, now: Date): Promise<string | null> {
  const text = await sealForUrl('page', page, now)
  return text.length > MAX_IN_URL ? null : text
}

/** The page that `sealPage` sealed; null if the text is too old, altered or invalid. */
export function openPage(text: string, now: Date): Promise<AnswerPage | null> {
  return openFromUrl('page', text, answerPage, now)
}

function troublePage(status: Trouble, locale: Locale, reference?: string): AnswerPage {
  return { html: plainPage(status, locale, reference), status, ...(status === 503 ? { retryAfter: 10 } : {}) }
}

const shown: readonly Trouble[] = [400, 404, 411, 413, 415, 500, 503]

function localeFor(request: Request, asked: string): Locale {
  const { headers } = request
  return isLocale(asked) ? asked : guessLocale(headers.get('referer'), headers.get('accept-language'))
}

function ledTo(location: string, status: number): Response {
  noteFailedForm(status)
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

function pageResponse({ html, status, retryAfter }: AnswerPage): Response {
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  return new Response(html, { status, headers })
}
