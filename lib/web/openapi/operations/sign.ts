import type { requestReceipt } from '@/lib/ledger/request-receipt'
import type { appeal } from '@/lib/signatures/appeal'
import type { confirm } from '@/lib/signatures/confirm'
import type { refuseReminder } from '@/lib/signatures/refuse-reminder'
import type { requestResend } from '@/lib/signatures/request-resend'
import type { sign } from '@/lib/signatures/sign'
import type { withdraw } from '@/lib/signatures/withdraw'
import {
  allOf,
  checkYourEmail,
  NEVER_CACHED,
  NO_TOKEN,
  type Operation,
  ofEveryForm,
  ofStoredForms,
  type ReasonOf,
  refusals,
  SLUG,
} from '../operation'

const post = { method: 'post', tag: 'sign', cache: NEVER_CACHED } as const
const unknownToken = { body: { token: NO_TOKEN }, status: 404 }

/** From the form to the receipt. */
export const signOperations: Operation[] = [
  {
    ...post,
    path: '/api/v1/petitions/{slug}/signatures',
    id: 'sign',
    summary: 'Sign a petition',
    description:
      'Mails a link to the signer. It counts when the signer confirms it on the page of that link. The answer is the same whether the address has signed before or not. Limits are by network: a server that posts for many people reaches them; a form that posts from their browsers does not.',
    body: 'SignatureForm',
    answers: allOf(
      checkYourEmail,
      ofStoredForms,
      refusals<Exclude<ReasonOf<typeof sign>, 'rate_limited' | 'text_unknown'>>({
        petition_unknown: 404,
        petition_closed: 409,
      }),
    ),
    example: {
      path: `/api/v1/petitions/${SLUG}/signatures`,
      body: { name: 'Maria Beispiel', email: 'maria@signer.example', country: 'AT', consent: true },
      status: 202,
    },
  },
  {
    ...post,
    path: '/api/v1/petitions/{slug}/mails',
    id: 'mailAgain',
    summary: 'Ask for the mail again',
    description: 'Takes a solved `task`, or `later`. The answer is the same for every address.',
    body: 'EmailForm',
    answers: allOf(
      checkYourEmail,
      ofStoredForms,
      refusals<Exclude<ReasonOf<typeof requestResend>, 'rate_limited'> | 'email_invalid'>({
        petition_unknown: 404,
        email_invalid: 422,
      }),
    ),
    example: { path: `/api/v1/petitions/${SLUG}/mails`, body: { email: 'not-an-address' }, status: 422 },
  },
  {
    ...post,
    path: '/api/v1/confirmations',
    id: 'confirm',
    summary: 'Confirm a form',
    description: 'What the button on the page of the mailed link does. Following the link confirms nothing.',
    body: 'ConfirmationForm',
    answers: allOf(
      {
        200: {
          description: 'Confirmed; the next batch counts it',
          schema: 'Confirmed',
          example: { status: 'confirmed' },
        },
      },
      ofEveryForm,
      refusals<ReasonOf<typeof confirm>>({
        token_unknown: 404,
        petition_closed: 409,
        expired: 409,
        superseded: 409,
        dismissed: 409,
        held: 409,
        removed: 409,
        withdrawn: 409,
      }),
    ),
    example: { path: '/api/v1/confirmations', ...unknownToken },
  },
  {
    ...post,
    path: '/api/v1/withdrawals',
    id: 'withdraw',
    summary: 'Take a signature back',
    body: 'TokenForm',
    answers: allOf(
      { 200: { description: 'Withdrawn', schema: 'Withdrawn', example: { status: 'withdrawn' } } },
      ofEveryForm,
      refusals<ReasonOf<typeof withdraw>>({ token_unknown: 404 }),
    ),
    example: { path: '/api/v1/withdrawals', ...unknownToken },
  },
  {
    ...post,
    path: '/api/v1/reminder-refusals',
    id: 'refuseReminder',
    summary: 'Have no reminder of a form that waits',
    body: 'TokenForm',
    answers: allOf(
      { 200: { description: 'There will be none', schema: 'NotReminded', example: { status: 'not_reminded' } } },
      ofEveryForm,
      refusals<ReasonOf<typeof refuseReminder>>({ token_unknown: 404 }),
    ),
    example: { path: '/api/v1/reminder-refusals', ...unknownToken },
  },
  {
    ...post,
    path: '/api/v1/receipts',
    id: 'makeReceipt',
    summary: 'The proof that a signature is in the ledger',
    description: 'Made on request, kept nowhere. It tells nothing about the signer.',
    body: 'TokenForm',
    answers: allOf(
      { 200: { description: 'The receipt', schema: 'Receipt', example: { receipt: 'c2sp.org/tlog-proof@v1\n…' } } },
      ofEveryForm,
      refusals<ReasonOf<typeof requestReceipt>>({
        token_unknown: 404,
        not_counted: 409,
        not_yet: 503,
        unavailable: 503,
      }),
    ),
    example: { path: '/api/v1/receipts', ...unknownToken },
  },
  {
    ...post,
    path: '/api/v1/appeals',
    id: 'appeal',
    summary: 'Write to the coalition about a held or removed signature',
    body: 'AppealForm',
    answers: allOf(
      { 200: { description: 'Received', schema: 'Received', example: { status: 'received' } } },
      ofEveryForm,
      refusals<ReasonOf<typeof appeal>>({ token_unknown: 404, empty: 422 }),
    ),
    example: { path: '/api/v1/appeals', body: { token: NO_TOKEN, appeal: 'I did sign.' }, status: 404 },
  },
]
