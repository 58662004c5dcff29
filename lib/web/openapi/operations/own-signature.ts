import type { requestAccessLink } from '@/lib/self-service/request-access-link'
import type { startAccessSession } from '@/lib/self-service/start-access-session'
import type { withdrawSignature } from '@/lib/self-service/withdraw-signature'
import {
  type Answers,
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

const post = { method: 'post', tag: 'own', cache: NEVER_CACHED } as const

const ofSession: Answers = allOf(ofEveryForm, refusals<ReasonOf<typeof withdrawSignature>>({ session_unknown: 404 }))
const done: Answers = allOf({ 200: { description: 'Done', schema: 'Done', example: { status: 'done' } } }, ofSession)
const session = { session: NO_TOKEN }

/** The operations of signers on the data stored about themselves. */
export const ownOperations: Operation[] = [
  {
    ...post,
    path: '/api/v1/my-signature/links',
    id: 'requestLink',
    summary: 'Ask for a private link',
    description: 'The answer is the same for every address, signed or not.',
    body: 'EmailForm',
    answers: allOf(
      checkYourEmail,
      ofStoredForms,
      refusals({ email_invalid: 422 }),
      refusals<Exclude<ReasonOf<typeof requestAccessLink>, 'rate_limited'>>({}),
    ),
    example: { path: '/api/v1/my-signature/links', body: { email: 'maria@signer.example' }, status: 202 },
  },
  {
    ...post,
    path: '/api/v1/my-signature/visits',
    id: 'startSession',
    summary: 'Exchange the link for a session',
    body: 'TokenForm',
    answers: allOf(
      { 200: { description: 'The session', schema: 'Session', example: { session: NO_TOKEN } } },
      ofEveryForm,
      refusals<ReasonOf<typeof startAccessSession>>({ link_unknown: 404 }),
    ),
    example: { path: '/api/v1/my-signature/visits', body: { token: NO_TOKEN }, status: 404 },
  },
  {
    ...post,
    path: '/api/v1/my-signature/exports',
    id: 'exportOwnData',
    summary: 'Everything that is held',
    body: 'ExportForm',
    answers: allOf({ 200: { description: 'The data, as a file', schema: 'OwnData' } }, ofSession),
    example: { path: '/api/v1/my-signature/exports', body: session, status: 404 },
  },
  {
    ...post,
    path: '/api/v1/my-signature/changes',
    id: 'changeSignature',
    summary: 'Correct the name, change how it appears',
    body: 'ChangeForm',
    answers: done,
    example: { path: '/api/v1/my-signature/changes', body: { ...session, petition: SLUG }, status: 404 },
  },
  {
    ...post,
    path: '/api/v1/my-signature/withdrawals',
    id: 'withdrawOwn',
    summary: 'Take one of the signatures back',
    body: 'OneSignatureForm',
    answers: done,
    example: { path: '/api/v1/my-signature/withdrawals', body: { ...session, petition: SLUG }, status: 404 },
  },
  {
    ...post,
    path: '/api/v1/my-signature/erasures',
    id: 'eraseOwn',
    summary: 'Erase everything that is held',
    body: 'SessionForm',
    answers: done,
    example: { path: '/api/v1/my-signature/erasures', body: session, status: 404 },
  },
]
