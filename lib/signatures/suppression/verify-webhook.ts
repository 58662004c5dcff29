import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds by which the provider's clock and ours may differ, and within which a captured request could be replayed. */
const TOLERANCE = 300

interface Signed {
  id: string
  timestamp: string
  /** One or several, separated by spaces: `v1,<base64>`. Several while the secret is being changed. */
  signature: string
  body: string
}

/**
 * Whether a webhook comes from the provider, and recently (standardwebhooks.com; svix uses the same headers under its
 * own names): HMAC-SHA256 over id, time and body.
 * @param secret `whsec_` and the key in base64
 */
export function verifyWebhook({ id, timestamp, signature, body }: Signed, secret: string, now: Date): boolean {
  if (!/^[\w-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return signature.split(' ').some((one) => {
    const [version, text = ''] = one.split(',')
    const given = Buffer.from(text, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}
