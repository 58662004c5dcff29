import { z } from 'zod'
import { ACCESS_LINK_MINUTES } from '@/lib/self-service/access-content'
import { personalData } from '@/lib/signatures/signature-form'
import { locales } from '@/messages/translator'
import { AnswerKind } from '@/prisma/generated/enums'

const moment = z.iso.datetime().describe('ISO 8601, in UTC')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const PetitionSummary = z.object({
  slug: z.string().describe('Its name in addresses. It never changes.'),
  status: z.enum(['open', 'closed', 'won', 'delivered']),
  title: z.string(),
  count: z.int().min(0).describe('Signatures in the public ledger, less those withdrawn'),
  paper: z.int().min(0).describe('Those of the count that were signed on paper'),
  goal: z.int().min(0),
  nextStep: z.int().nullable().describe('What an open petition heads for once its goal is reached; null before'),
  asOf: moment.describe('When the count last changed, rounded down to ten minutes'),
  openedAt: moment,
  closedAt: moment.nullable(),
  wonAt: moment.nullable(),
  deliveredAt: moment.nullable(),
  text: z.object({
    locale: z.enum(locales).describe('English where the text is not translated'),
    version: z.int().min(1),
    sha256: sha256.describe('Of the whole text: what a signature commits to'),
  }),
})

const day = z.iso.date()

const Delivery = z.object({
  id: z.uuid(),
  deliveredOn: day,
  addressees: z.array(z.string()),
  sha256: sha256.describe('Of the manifest in the pack'),
  answers: z
    .array(
      z.object({
        addressee: z.string(),
        kind: z.enum(AnswerKind),
        answeredOn: day,
        source: z.string(),
        url: z.url().nullable(),
        words: z.string().nullable().describe('Quoted, in the language of `locale`'),
        locale: z.enum(locales).nullable(),
      }),
    )
    .describe('By day. An office that is not among them has not answered.'),
})
const status = <Value extends string>(...values: [Value, ...Value[]]) => z.object({ status: z.enum(values) })

/** The answers of the interface, by name. e2e/build-on-the-api.spec.ts checks the handlers' answers against them. */
export const answerSchemas = {
  Count: z.object({
    count: PetitionSummary.shape.count,
    asOf: PetitionSummary.shape.asOf,
    newest: z
      .array(z.string().length(6))
      .describe(
        'The newest entries of the ledger that are signatures online, at most 300, each by the first 36 bits of its commitment in base64url. By these the page of somebody who has confirmed knows that they are counted.',
      ),
  }),
  PetitionSummary,
  Petitions: z.object({ petitions: z.array(PetitionSummary) }),
  Petition: PetitionSummary.extend({
    call: z.string(),
    addressee: z.string(),
    asks: z.array(z.string()),
    body: z.string().describe('Markdown'),
    story: z.string().nullable().describe('Markdown'),
    byCountry: z
      .array(z.object({ country: z.string().regex(/^[A-Z]{2}$/), count: z.int().min(1) }))
      .describe(
        'Claimed countries, each number lowered by up to nine at random and rounded down to five; small ones are left out, and some always',
      ),
    byCountryOn: day.nullable().describe('When the table was last made; null: not yet'),
    byCountryNextOn: day.nullable().describe('When it will be made next; null: not again'),
    deliveries: z
      .array(Delivery)
      .describe('To whom it was handed over and what they answered, the newest first. `readPack` gives the pack.'),
  }),
  CheckYourEmail: status('check_your_email').extend({
    later: z.boolean().optional().describe('The mail comes within two hours, not at once'),
  }),
  Confirmed: status('confirmed'),
  Withdrawn: status('withdrawn'),
  NotReminded: status('not_reminded'),
  Received: status('received'),
  Done: status('done'),
  Unsubscribed: status('unsubscribed'),
  Noted: status('noted'),
  Session: z.object({
    session: z.string().describe(`For the other addresses of one’s own signature, for ${ACCESS_LINK_MINUTES} minutes`),
  }),
  Receipt: z.object({ receipt: z.string().describe('A C2SP tlog-proof') }),
  OwnData: z.object({
    exportedAt: moment,
    signatures: z.array(
      z.object({
        petition: z.string(),
        state: z.string(),
        ...personalData.shape,
        country: z.string(),
        display: z.enum(['full', 'initials', 'hidden']),
        updates: z.boolean(),
        via: z.string().nullable(),
        language: z.string(),
        receivedAt: moment,
        confirmedAt: moment.nullable(),
        countedAt: moment.nullable(),
        withdrawnAt: moment.nullable(),
        textSha256: sha256,
        ledger: z.object({
          leafIndex: z.int().nullable(),
          commitment: z.string(),
          opening: z.object({ salt: z.string(), nonce: z.string(), record: z.string() }),
        }),
      }),
    ),
  }),
  RateLimited: z.object({
    error: z.literal('rate_limited'),
    task: z
      .looseObject({ parameters: z.looseObject({}), signature: z.string() })
      .describe('A challenge of ALTCHA, version 2: solve it and send the same form with `proof`'),
    later: z.boolean().describe('Whether the form is taken with `later`, for a mail that comes within two hours'),
  }),
  InvalidFields: z
    .object({
      errors: z.record(z.string(), z.array(z.string())).describe('By field, in words for people, in `locale`'),
      codes: z.record(z.string(), z.array(z.string())).describe('By field, in codes that stay'),
    })
    .describe('What is wrong with the fields'),
}

export type AnswerName = keyof typeof answerSchemas
