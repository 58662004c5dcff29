import { asksForPage, json, seeOther } from './answer'
import { guessLocale } from './guess-locale'

interface Context {
  params: Promise<Record<string, string>>
}

/**
 * Answers a GET of an address that forms are posted to: redirects a browser to the form's page (pressing Enter in the
 * address bar after posting leads here), and answers a program with 405.
 * @param page its path below the language, with the route's own parameters in brackets; an admin page has no language
 */
export function redirectToForm(page: string) {
  return async (request: Request, context?: Context): Promise<Response> => {
    if (!asksForPage(request)) return json({ error: 'method_not_allowed' }, 405, { allow: 'POST' })
    const params = (await context?.params) ?? {}
    const path = page.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    if (page.startsWith('/admin')) return seeOther(path)
    return seeOther(`/${guessLocale(request.headers.get('referer'), request.headers.get('accept-language'))}${path}`)
  }
}

/** The answer to GET at an address without a form page: 405. */
export function onlyPost(): Response {
  return json({ error: 'method_not_allowed' }, 405, { allow: 'POST' })
}
