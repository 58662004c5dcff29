import type { IncomingMessage } from 'node:http'
import { readBody } from './read-body'

/** References of the wire format that our own pages send: a form, nothing, bound values; `$$` is an escaped `$`. */
const REFERENCE = /^\$(?:\$|K[0-9a-f]+$|undefined$|@[0-9a-f]+$)/

/** Whether a request is for a server action: a script names it in a header, a form without scripts is multipart. */
export function asksForAction({ method, headers }: IncomingMessage): boolean {
  const form = /^\s*multipart\/form-data/i.test(headers['content-type'] ?? '')
  return method === 'POST' && (headers['next-action'] !== undefined || form)
}

/**
 * Parses a request for a server action as strictly as Next.js does, which logs a request that it cannot read and
 * answers 500.
 * @param known the ids of the build's actions
 * @param siteUrl the site's address; a proxy may use another host name than the browser did
 * @returns the body, to be passed on; or the status that refuses it: 403 from another site, 404 for an action that is
 *   not in the build, 400 for a malformed body
 */
export async function checkAction(
  request: IncomingMessage,
  limit: number,
  known: ReadonlySet<string>,
  siteUrl: string,
): Promise<Buffer | 400 | 403 | 404 | 413> {
  const { headers } = request
  const { origin, 'next-action': action, 'content-type': type = '' } = headers
  if (origin !== undefined && origin !== siteUrl && !isOwn(origin, headers.host)) return 403
  if (action !== undefined && !(typeof action === 'string' && known.has(action))) return 404
  const body = await readBody(request, limit)
  if (typeof body === 'number') return body
  if (!/^\s*multipart\/form-data/i.test(type)) return isReadable(body.toString('utf8'), Array.isArray) ? body : 400
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  if (!form) return 400
  return (action === undefined ? troubleInForm(form, known) : troubleInCall(form)) ?? body
}

function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

/** A call by a script: numbered arguments, the first of them the list of all. */
function troubleInCall(form: FormData): 400 | null {
  const parts = [...form].filter(([name]) => /^\d+$/.test(name))
  const whole = isReadable(form.get('0'), Array.isArray)
  return whole && parts.every(([, value]) => typeof value !== 'string' || isReadable(value)) ? null : 400
}

/** A form sent without scripts: it names its action, or the field that holds its name and bound values. */
function troubleInForm(form: FormData, known: ReadonlySet<string>): 400 | 404 | null {
  for (const [name, value] of form) {
    const id = /^\$ACTION_ID_(.*)$/.exec(name)?.[1]
    if (id !== undefined && !known.has(id)) return 404
    const place = /^\$ACTION_REF_(.*)$/.exec(name)?.[1]
    if (place !== undefined && !isReadable(form.get(`$ACTION_${place}:0`), (made) => known.has(idOf(made)))) return 400
    if (/^\$ACTION_[^:]*:/.test(name) && !isReadable(value)) return 400
  }
  return null
}

function idOf(made: unknown): string {
  return typeof made === 'object' && made !== null && 'id' in made && typeof made.id === 'string' ? made.id : ''
}

function isReadable(text: unknown, fits: (made: unknown) => boolean = () => true): boolean {
  if (typeof text !== 'string') return false
  let plain = true
  try {
    const made: unknown = JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && value.startsWith('$') && !REFERENCE.test(value)) plain = false
      return value
    })
    return plain && fits(made)
  } catch {
    return false
  }
}
