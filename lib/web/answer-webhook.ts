import { env } from '@/lib/env'
import { noteProviderEvent } from '@/lib/signatures/suppression/note-provider-event'
import { verifyWebhook } from '@/lib/signatures/suppression/verify-webhook'
import { json } from './answer'
import { readText } from './read-text'

/**
 * Answers the mail provider's webhook. 200 once the event is stored; after anything else the provider retries. The
 * signature is verified before the body is parsed.
 */
export async function answerWebhook(request: Request): Promise<Response> {
  const secret = env().RESEND_WEBHOOK_SECRET
  if (!secret) return json({ error: 'not_configured' }, 404)
  const body = await readText(request)
  if (body === null) return json({ error: 'too_large' }, 413)
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? ''
  const id = header('id')
  const signed = { id, timestamp: header('timestamp'), signature: header('signature'), body }
  if (!verifyWebhook(signed, secret)) return json({ error: 'not_signed' }, 401)
  return (await noteProviderEvent(id, body, new Date())) ? json({ status: 'noted' }) : json({ error: 'malformed' }, 400)
}
