import { createHmac, randomUUID } from 'node:crypto'

export const WEBHOOK_SECRET = `whsec_${Buffer.from('the provider and we know').toString('base64')}`

/** What the provider posts about a mail: body and headers, signed as it does (standardwebhooks.com). */
export function signedWebhook(type: string, to: string, more: object = {}) {
  const data = JSON.stringify({ type, created_at: new Date().toISOString(), data: { to: [to], ...more } })
  const id = `msg_${randomUUID()}`
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(WEBHOOK_SECRET.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${data}`).digest('base64')
  const headers = {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': timestamp,
    'svix-signature': `v1,${signature}`,
  }
  return { data, headers }
}
