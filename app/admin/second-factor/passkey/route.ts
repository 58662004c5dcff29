import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { beginAdding, beginAssertion } from '@/lib/staff/passkey/begin-passkey'
import { findRequest, requestDigest } from '@/lib/staff/step-up/keep-request'
import { field } from '@/lib/web/admin/admin-action'
import { sessionToCheck, sessionToEnrol } from '@/lib/web/admin/factor-session'
import { findSession } from '@/lib/web/admin/find-session'
import { isForeign } from '@/lib/web/admin/is-foreign'
import { json } from '@/lib/web/answer'
import { redirectToForm } from '@/lib/web/redirect-to-form'

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON

/** The options for asking the browser for a passkey (`public/passkey.js`). The challenge belongs to the session. */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request)) return json({}, 403)
  const form = await request.formData().catch(() => new FormData())
  const options = await optionsFor(field(form, 'kind'), field(form, 'request'), new Date())
  return options ? json(options) : json({}, 404)
}

async function optionsFor(kind: string, id: string, now: Date): Promise<Options | null> {
  if (kind === 'add') return beginAdding(await sessionToEnrol(), now)
  if (kind === 'sign-in') return beginAssertion(await sessionToCheck(), now)
  const session = await findSession()
  if (!session?.secondFactorAt) return null
  // The challenge is bound to this request.
  const request = await findRequest(session.id, id)
  return request && beginAssertion(session, now, requestDigest(session.id, request))
}

export const GET = redirectToForm('/admin/second-factor')
