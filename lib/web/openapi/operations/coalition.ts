import type { apply } from '@/lib/coalition/apply'
import type { askToCoSign } from '@/lib/coalition/ask-to-co-sign/ask-to-co-sign'
import type { coSign } from '@/lib/coalition/co-sign'
import type { confirmApplication } from '@/lib/coalition/confirm-application'
import type { requestMemberLink } from '@/lib/coalition/member-access/request-member-link'
import type { withdrawCoSignature } from '@/lib/coalition/withdraw-co-signature'
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
} from '../operation'

const post = { method: 'post', tag: 'coalition', cache: NEVER_CACHED } as const
const ofApplication: Answers = allOf(
  ofEveryForm,
  refusals<ReasonOf<typeof confirmApplication>>({ token_unknown: 404, expired: 409, withdrawn: 409 }),
)
const confirmed: Answers = { 200: { description: 'Confirmed', schema: 'Confirmed', example: { status: 'confirmed' } } }
const withdrawn: Answers = { 200: { description: 'Withdrawn', schema: 'Withdrawn', example: { status: 'withdrawn' } } }
const unknownToken = { body: { token: NO_TOKEN }, status: 404 }

/** Joining the coalition, and signing its letters for an organisation. */
export const coalitionOperations: Operation[] = [
  {
    ...post,
    path: '/api/v1/applications',
    id: 'apply',
    summary: 'Apply to join',
    body: 'ApplicationForm',
    answers: allOf(checkYourEmail, ofStoredForms, refusals<Exclude<ReasonOf<typeof apply>, 'rate_limited'>>({})),
    example: {
      path: '/api/v1/applications',
      body: {
        kind: 'organization',
        name: 'Example Society',
        contact: 'Maria Beispiel',
        email: 'maria@society.example',
        country: 'AT',
        comment: 'We document crimes.',
        consent: true,
      },
      status: 202,
    },
  },
  {
    ...post,
    path: '/api/v1/application-confirmations',
    id: 'confirmApplication',
    summary: 'Confirm an application',
    body: 'TokenForm',
    answers: allOf(confirmed, ofApplication),
    example: { path: '/api/v1/application-confirmations', ...unknownToken },
  },
  {
    ...post,
    path: '/api/v1/application-withdrawals',
    id: 'withdrawApplication',
    summary: 'Take an application back',
    body: 'TokenForm',
    answers: allOf(withdrawn, ofApplication),
    example: { path: '/api/v1/application-withdrawals', ...unknownToken },
  },
  {
    ...post,
    path: '/api/v1/co-sign-requests',
    id: 'askToCoSign',
    summary: 'Ask for a link to sign an open letter for an organisation',
    description: 'The link is mailed to an address at the organisation’s own domain.',
    body: 'CoSignAskForm',
    answers: allOf(
      checkYourEmail,
      ofStoredForms,
      refusals<Exclude<ReasonOf<typeof askToCoSign>, 'rate_limited'>>({ letter_unknown: 404, letter_closed: 409 }),
    ),
    example: {
      path: '/api/v1/co-sign-requests',
      body: { letter: 'none', organisation: 'Example Society', email: 'maria@society.example' },
      status: 404,
    },
  },
  {
    ...post,
    path: '/api/v1/member-links',
    id: 'requestMemberLink',
    summary: 'Ask for a link to a member’s own page',
    description: 'The answer is the same for every address, a contact’s or not.',
    body: 'EmailForm',
    answers: allOf(
      checkYourEmail,
      ofStoredForms,
      refusals({ email_invalid: 422 }),
      refusals<Exclude<ReasonOf<typeof requestMemberLink>, 'rate_limited'>>({}),
    ),
    example: { path: '/api/v1/member-links', body: { email: 'maria@society.example' }, status: 202 },
  },
  {
    ...post,
    path: '/api/v1/co-signatures',
    id: 'coSign',
    summary: 'Sign a letter for an organisation, by the token of its invitation',
    body: 'CoSignatureForm',
    answers: allOf(
      { 202: { description: 'Signed', schema: 'Confirmed', example: { status: 'confirmed' } } },
      ofStoredForms,
      refusals<Exclude<ReasonOf<typeof coSign>, 'organisation_taken'>>({ token_unknown: 404, not_open: 409 }),
    ),
    example: {
      path: '/api/v1/co-signatures',
      body: {
        token: NO_TOKEN,
        organisation: 'Example Society',
        name: 'Maria Beispiel',
        role: 'Chair',
        email: 'maria@society.example',
        authority: true,
      },
      status: 404,
    },
  },
  {
    ...post,
    path: '/api/v1/co-signature-withdrawals',
    id: 'withdrawCoSignature',
    summary: 'Take a co-signature back',
    body: 'TokenForm',
    answers: allOf(withdrawn, ofEveryForm, refusals<ReasonOf<typeof withdrawCoSignature>>({ token_unknown: 404 })),
    example: { path: '/api/v1/co-signature-withdrawals', ...unknownToken },
  },
]
