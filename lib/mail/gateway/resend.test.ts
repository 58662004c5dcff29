import { afterEach, expect, test } from 'vitest'
import { type FakeResend, startFakeResend } from '@/e2e/support/fake-resend'
import type { Batch } from './driver'
import { openResend } from './resend'
import { retryAfterSeconds } from './retry-after'

let provider: FakeResend
afterEach(() => provider?.stop())

test('keeps to two requests a second', async () => {
  provider = await startFakeResend()
  const driver = open()
  const begin = Date.now()
  const outcomes = await Promise.all([1, 2, 3].map((n) => driver.send(batch(`key-${n}`))))
  expect(outcomes.flat()).toEqual([1, 2, 3].map(() => ({ kind: 'accepted' })))
  expect(Date.now() - begin).toBeGreaterThanOrEqual(1_000)
})

test('passes on sender, recipient, both parts and headers', async () => {
  provider = await startFakeResend()
  await open().send(batch('key'))
  expect(provider.received).toEqual([
    {
      from: 'The Coalition <petition@example.org>',
      to: 'signer@example.org',
      subject: '확인',
      html: '<p>서명</p>',
      text: '서명',
      headers: { 'Auto-Submitted': 'auto-generated' },
    },
  ])
})

test.each([
  [{ status: 409, name: 'invalid_idempotent_request' }, { kind: 'accepted' }],
  [
    { status: 409, name: 'concurrent_idempotent_requests' },
    { kind: 'retry', reason: 'provider_error', doubt: true, retryAfter: 5 },
  ],
  [
    { status: 429, name: 'daily_quota_exceeded', headers: { 'retry-after': '30' } },
    { kind: 'retry', reason: 'rate_limited', doubt: false, retryAfter: 30 },
  ],
  [
    { status: 401, name: 'missing_api_key' },
    { kind: 'retry', reason: 'misconfigured', doubt: false },
  ],
  [
    { status: 403, name: 'validation_error', message: 'The example.org domain is not verified.' },
    { kind: 'retry', reason: 'misconfigured', doubt: false },
  ],
  [
    { status: 422, name: 'validation_error', message: 'Invalid `to` field.' },
    { kind: 'refused', reason: 'address_refused' },
  ],
  [
    { status: 503, headers: { 'retry-after': '9' } },
    { kind: 'retry', reason: 'provider_error', doubt: true, retryAfter: 9 },
  ],
] as const)('takes %j as %j', async (failure, outcome) => {
  provider = await startFakeResend()
  provider.behave({ as: 'fail', ...failure })
  expect(await open().send(batch('key'))).toEqual([outcome])
})

test.each([
  ['17', 17],
  ['0', 0],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['86400', 3600],
  ['soon', undefined],
])('reads Retry-After %j as %j seconds', (value, seconds) => {
  expect(retryAfterSeconds({ 'retry-after': value }, Date.parse('2026-11-21T12:00:00Z'))).toBe(seconds)
})

function open() {
  return openResend({ apiKey: 're_test', from: 'The Coalition <petition@example.org>', baseUrl: provider.url })
}

function batch(batchId: string): Batch {
  const mail = { to: 'signer@example.org', subject: '확인', html: '<p>서명</p>', text: '서명' }
  return { batchId, mails: [{ ...mail, id: 'id', headers: { 'Auto-Submitted': 'auto-generated' } }] }
}
