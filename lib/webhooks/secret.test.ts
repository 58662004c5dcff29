import { expect, test } from 'vitest'
import { verifyWebhook } from '@/lib/signatures/suppression/verify-webhook'
import { newSecret, signatureHeaders } from './secret'

test('signs the example of the Standard Webhooks specification as it does', () => {
  const headers = signatureHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  )
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('the library of Standard Webhooks verifies it, and refuses another body, secret or time', () => {
  const secret = newSecret()
  const signed = (now: Date, body: string) => {
    const headers = signatureHeaders(secret, 'one', now, '{"a":1}')
    return {
      id: headers['webhook-id'] ?? '',
      timestamp: headers['webhook-timestamp'] ?? '',
      signature: headers['webhook-signature'] ?? '',
      body,
    }
  }
  const now = new Date()
  expect(verifyWebhook(signed(now, '{"a":1}'), secret)).toBe(true)
  expect(verifyWebhook(signed(now, '{"a":2}'), secret)).toBe(false)
  expect(verifyWebhook(signed(now, '{"a":1}'), newSecret())).toBe(false)
  expect(verifyWebhook(signed(new Date(now.getTime() - 360_000), '{"a":1}'), secret)).toBe(false)
})
