import { Resend } from 'resend'

interface Signed {
  id: string
  timestamp: string
  /** One or several, separated by spaces: `v1,<base64>`. Several while the secret is being changed. */
  signature: string
  body: string
}

// Verifying asks nobody, so it needs no API key.
const { webhooks } = new Resend('re_unused')

/**
 * Whether a webhook comes from the provider, within five minutes (standardwebhooks.com; svix uses the same headers
 * under its own names): HMAC-SHA256 over id, time and body.
 * @param secret `whsec_` and the key in base64
 */
export function verifyWebhook({ body, ...headers }: Signed, secret: string): boolean {
  try {
    webhooks.verify({ payload: body, headers, webhookSecret: secret })
    return true
  } catch (error) {
    // It reads the body once the signature is right: a signed body that is not JSON is still signed.
    return error instanceof SyntaxError
  }
}
