import { json, seeOther } from './answer'
import { asksForPage } from './asks-for-page'
import { guessLocale } from './guess-locale'

interface Context {
  params: Promise<Record<string, string>>
}

/**
 * The answer to a GET at an address that forms are posted to: a browser is led to the page the form stands on (whoever
 * presses Enter in the address bar after sending it comes by here), a program is told 405.
 * @param page its path below the language, with the route's own parameters in brackets; one of the desk has no language
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

/** The same where no form leads: 405 for everybody. */
export function onlyPost(): Response {
  return json({ error: 'method_not_allowed' }, 405, { allow: 'POST' })
}
