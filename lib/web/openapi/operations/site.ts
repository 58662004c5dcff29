import { type Answers, allOf, NEVER_CACHED, NO_TOKEN, type Operation, ofEveryForm, refusals } from '../operation'

const file = { method: 'get', tag: 'site', cache: 'public, max-age=0, s-maxage=5, must-revalidate' } as const
const missing: Answers = { 404: { description: 'There is no such document', type: 'text/plain; charset=utf-8' } }

/** In seconds: how long the document about the interface may be kept. */
const DOCUMENT_AGE = 300

/** The headers of the document about the interface. */
export const documentHeaders = {
  'access-control-allow-origin': '*',
  'cache-control': `public, max-age=${DOCUMENT_AGE}`,
}

/** The headers of a pack, which never changes. */
export const packHeaders = {
  'cache-control': 'public, max-age=86400',
  'content-type': 'application/zip',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

/** Files, leaving the list for updates, and the interface itself. */
export const siteOperations: Operation[] = [
  {
    method: 'get',
    tag: 'site',
    open: true,
    cache: documentHeaders['cache-control'],
    path: '/api/v1/openapi.json',
    id: 'readDocument',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1', type: 'application/json; charset=utf-8' } },
    example: { path: '/api/v1/openapi.json', status: 200 },
  },
  {
    ...file,
    path: '/api/v1/documents/{slug}',
    id: 'readFile',
    summary: 'A document of the coalition, as a file',
    description: 'To save, not to be shown in another site’s page.',
    answers: { 200: { description: 'The file, in the type it has', type: '*/*' }, ...missing },
    example: { path: '/api/v1/documents/none', status: 404 },
  },
  {
    ...file,
    path: '/api/v1/printed/{path}',
    id: 'readPrinted',
    summary: 'A letter or the statement as a PDF',
    description: 'The path is that of its page, with its slashes: `en/statement/2`.',
    answers: { 200: { description: 'The PDF', type: 'application/pdf' }, ...missing },
    example: { path: '/api/v1/printed/en/letters/none', status: 404 },
  },
  {
    method: 'get',
    tag: 'site',
    cache: packHeaders['cache-control'],
    path: '/api/v1/packs/{id}',
    id: 'readPack',
    summary: 'What was handed over with a petition',
    description: 'A ZIP archive that names no signer. `npm run check-pack` checks it without the site.',
    answers: {
      200: { description: 'The pack', type: 'application/zip' },
      ...refusals({ pack_unknown: 404 }),
    },
    example: { path: '/api/v1/packs/none', status: 404 },
  },
  {
    method: 'post',
    tag: 'site',
    cache: NEVER_CACHED,
    path: '/api/v1/unsubscribe',
    id: 'unsubscribe',
    summary: 'Stop updates by email',
    description:
      'The token stands in the body, or in the address as `?token=` (RFC 8058). Every token gets the same answer.',
    body: 'TokenForm',
    answers: allOf(
      { 200: { description: 'Unsubscribed', schema: 'Unsubscribed', example: { status: 'unsubscribed' } } },
      ofEveryForm,
    ),
    example: { path: '/api/v1/unsubscribe', body: { token: NO_TOKEN }, status: 200 },
  },
  {
    method: 'post',
    tag: 'site',
    cache: NEVER_CACHED,
    path: '/api/v1/webhooks/resend',
    id: 'reportMail',
    summary: 'Bounces and complaints, reported by the mail provider',
    description: 'For the provider alone: a report that it has not signed is refused.',
    raw: 'application/json',
    answers: {
      200: { description: 'Stored', schema: 'Noted', example: { status: 'noted' } },
      ...refusals({ malformed: 400, not_signed: 401, not_configured: 404, too_large: 413 }),
    },
  },
]
