import { publicCacheHeaders } from '../../public-cache-headers'
import { type Operation, refusals, SLUG } from '../operation'

const open = { method: 'get', tag: 'read', open: true, cache: publicCacheHeaders['cache-control'] } as const

const summary = {
  slug: SLUG,
  status: 'open',
  title: 'The Security Council must act',
  count: 12_345,
  paper: 120,
  goal: 100_000,
  nextStep: null,
  asOf: '2026-11-28T12:40:00.000Z',
  openedAt: '2026-11-01T00:00:00.000Z',
  closedAt: null,
  wonAt: null,
  deliveredAt: null,
  text: { locale: 'en', version: 1, sha256: '0'.repeat(64) },
}

const wrongLocale = {
  422: {
    description: 'The site does not have this language',
    schema: 'InvalidFields',
    example: { errors: { locale: ['One of: en, ko.'] }, codes: { locale: ['unknown'] } },
  },
} as const

/** The operations that read public data. */
export const readOperations: Operation[] = [
  {
    ...open,
    path: '/api/v1/petitions',
    id: 'listPetitions',
    summary: 'All published petitions',
    byLocale: true,
    answers: {
      200: { description: 'The petitions', schema: 'Petitions', example: { petitions: [summary] } },
      ...wrongLocale,
    },
    example: { path: '/api/v1/petitions?locale=ko', status: 200 },
  },
  {
    ...open,
    path: '/api/v1/petitions/{slug}',
    id: 'readPetition',
    summary: 'A petition with its text, count and countries',
    description:
      'The table of countries is made once a week, with rounded numbers, so that the difference between two of them tells of nobody.',
    byLocale: true,
    answers: {
      200: {
        description: 'The petition',
        schema: 'Petition',
        example: {
          ...summary,
          call: 'Refer the situation.',
          addressee: 'The Security Council of the United Nations',
          asks: ['Refer the situation to the International Criminal Court.'],
          body: 'We ask …',
          story: null,
          byCountry: [{ country: 'KR', count: 4_100 }],
          byCountryOn: '2026-11-23',
          byCountryNextOn: '2026-11-30',
          deliveries: [
            {
              id: '6f1f0c1e-3b53-4c53-9c55-0d3b1c9d2f10',
              deliveredOn: '2026-11-20',
              addressees: ['Office of the Secretary-General'],
              sha256: '0'.repeat(64),
              answers: [
                {
                  addressee: 'Office of the Secretary-General',
                  kind: 'received',
                  answeredOn: '2026-11-24',
                  source: 'Letter to the coalition',
                  url: null,
                  words: null,
                  locale: null,
                },
              ],
            },
          ],
        },
      },
      ...refusals({ petition_unknown: 404 }),
      ...wrongLocale,
    },
    example: { path: `/api/v1/petitions/${SLUG}?locale=fr`, status: 200 },
  },
  {
    ...open,
    path: '/api/v1/petitions/{slug}/count',
    id: 'readCount',
    summary: 'The public count',
    description: 'The number of the public ledger, which anyone can recount. It is a few seconds old at most.',
    answers: {
      200: {
        description: 'The count',
        schema: 'Count',
        example: { count: 12_345, asOf: summary.asOf, newest: ['uN3_wQ', 'a07ZkT'] },
      },
      ...refusals({ petition_unknown: 404 }),
    },
    example: { path: `/api/v1/petitions/${SLUG}/count`, status: 200 },
  },
]
