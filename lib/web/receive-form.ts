import { patiently } from '@/lib/failover/keep-trying'
import { canonicalEmail, type EmailAddress } from '@/lib/input/canonical-email'
import type { Refused } from '@/lib/integrity/admit'
import { sealFormState } from '@/lib/integrity/form-state'
import { json, seeOther, wantsJson } from './answer'
import { invalidFields } from './invalid-fields'
import { logUnexpected } from './log-unexpected'
import { type Post, readPost } from './read-post'
import { showTrouble } from './reloadable-answer'
import { senderOf } from './sender-of'
import { serviceUnavailable } from './service-unavailable'
import { tooManyRequests } from './too-many-requests'

type Errors = Record<string, string[]>

/** The result of storing a form. */
export type Outcome =
  | { status: 'check_your_email' | 'confirmed'; later?: boolean; page: string }
  /** `again`: another mail was requested, beyond the hourly limit. */
  | ({ reason: 'rate_limited'; again?: boolean } & Refused)
  | WithErrors
  /** Rejected with a code; the page that says why, or null if there is none. */
  | { code: string; page: string | null }

/** A form that is shown again with its errors. */
interface WithErrors {
  errors: Errors
  /** The values to show, if they differ from the typed ones. */
  values?: Record<string, string>
  /** The error code that programs get instead of the errors by field. */
  code?: string
}

interface PublicForm<Form> {
  /** The namespace of its messages. */
  words: 'form' | 'join' | 'letters'
  /** Its fields in page order: their values are sent back to be corrected. */
  fields: readonly string[]
  read(fields: Post['fields']): { ok: true; form: Form } | { ok: false; errors: Errors }
  store(form: Form, post: Received): Promise<Outcome>
  /** The path of the page that shows it again; null if there is none. */
  page(post: Received): string | null | Promise<string | null>
  /** The line in the log if storing fails. */
  lost: string
}

interface Received extends Post {
  now: Date
  sender: ReturnType<typeof senderOf>
}

/**
 * Receives one of the public forms: reads, stores and answers it. A browser's form is answered with 303, or shown again
 * with the typed values and the errors; programs get 202, or 422 with errors by field. If storing fails, both get 503.
 */
export async function receiveForm<Form>(request: Request, form: PublicForm<Form>): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const now = new Date()
  const received = { ...post, now, sender: senderOf(request, post.fields, now) }
  const read = form.read(post.fields)
  if (!read.ok) return sendBack(request, form, received, { errors: read.errors })
  const stored = patiently(received.sender.network, () => form.store(read.form, received))
  return answerStored(request, post, form.lost, stored, (outcome) => sendBack(request, form, received, outcome))
}

/**
 * Receives an email address to which something will be mailed. The answer is the same for every address.
 * @param wrongPage the path, after the language, of the page that says that it is no address
 */
export async function receiveAddress(
  request: Request,
  lost: string,
  ask: (email: EmailAddress, post: Received) => Promise<Outcome>,
  wrongPage = '/signature/wrong-address',
): Promise<Response> {
  const post = await readPost(request)
  if (post instanceof Response) return post
  const wrong = () =>
    wantsJson(request) ? json({ error: 'email_invalid' }, 422) : seeOther(`/${post.locale}${wrongPage}`)
  const email = canonicalEmail(post.fields.email ?? '')
  if (!email) return wrong()
  const now = new Date()
  const asked = ask(email, { ...post, now, sender: senderOf(request, post.fields, now) })
  return answerStored(request, post, lost, asked, wrong)
}

/** Answers a post by its result; if storing failed, with a page from which it can be sent again. */
async function answerStored(
  request: Request,
  { fields, locale }: Post,
  lost: string,
  stored: Promise<Outcome>,
  sendBack: (outcome: WithErrors) => Promise<Response> | Response,
): Promise<Response> {
  const outcome = await stored.catch((error: unknown) => logUnexpected(lost, error))
  if (typeof outcome === 'string') return serviceUnavailable(request, locale, fields)
  if ('reason' in outcome)
    return tooManyRequests(request, locale, fields, outcome, outcome.again ? 'busy.again' : 'busy')
  if ('errors' in outcome) return sendBack(outcome)
  const { page } = outcome
  if ('status' in outcome) {
    return wantsJson(request) ? json({ status: outcome.status, later: outcome.later }, 202) : seeOther(outcome.page)
  }
  const { code } = outcome
  if (wantsJson(request)) return json({ error: code }, code.endsWith('_unknown') ? 404 : 409)
  return page === null ? showTrouble(request, 404, locale) : seeOther(page)
}

async function sendBack<Form>(
  request: Request,
  form: PublicForm<Form>,
  post: Received,
  { errors, values = post.fields, code }: WithErrors,
): Promise<Response> {
  if (wantsJson(request)) {
    return code ? json({ error: code }, 409) : invalidFields(form.words, errors, post.locale)
  }
  const page = await form.page(post)
  if (page === null) return showTrouble(request, 404, post.locale)
  return seeOther(`${page}?draft=${await sealFormState({ values: typed(form.fields, values), errors }, post.now)}`)
}

/** The typed values of these fields. */
function typed(fields: readonly string[], values: Post['fields']): Record<string, string> {
  return Object.fromEntries(fields.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))
}
