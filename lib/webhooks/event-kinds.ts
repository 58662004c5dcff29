import { z } from 'zod'

const petition = { petition: z.string().describe('Its slug'), url: z.url().describe('Its page in English') }
const day = z.iso.date()

interface EventKind {
  /** A description for staff, who choose kinds, and for developers. */
  words: string
  data: z.ZodObject
  /** An example of a message's `data`. */
  example: Record<string, unknown>
}

const EXAMPLE = {
  petition: 'security-council-must-act',
  url: 'https://petition.example/en/petitions/security-council-must-act',
}

/** The events that webhooks get, by name. Within version 1 names and fields stay; fields and kinds may be added. */
export const eventKinds = {
  'petition.opened': {
    words: 'A petition was opened, or opened again',
    data: z.object(petition),
    example: EXAMPLE,
  },
  'petition.milestone': {
    words: 'The count first reached 100, 500, 1,000, 5,000 and so on',
    data: z.object({ ...petition, count: z.int().describe('The number that was reached, not the present count') }),
    example: { ...EXAMPLE, count: 5_000 },
  },
  'petition.closed': {
    words: 'A petition was closed: nobody can sign any more',
    data: z.object(petition),
    example: EXAMPLE,
  },
  'petition.won': {
    words: 'What a petition demands was met',
    data: z.object({ ...petition, day }),
    example: { ...EXAMPLE, day: '2027-03-21' },
  },
  'petition.delivered': {
    words: 'A petition was marked as delivered',
    data: z.object({ ...petition, day }),
    example: { ...EXAMPLE, day: '2026-12-10' },
  },
  'delivery.published': {
    words: 'The pack that was handed over to an office is public',
    data: z.object({
      ...petition,
      day,
      addressees: z.array(z.string()).describe('Offices'),
      pack: z.url().describe('The pack, a ZIP archive'),
      sha256: z.string().describe('Of its manifest, in hex'),
    }),
    example: {
      ...EXAMPLE,
      day: '2026-12-10',
      addressees: ['President of the Security Council'],
      pack: 'https://petition.example/api/v1/packs/0a36b1f2-3c0d-4a57-9b1e-6f2f0c7f6f11',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  },
} as const satisfies Record<string, EventKind>

export type EventKindName = keyof typeof eventKinds

export const eventKindNames = Object.keys(eventKinds) as EventKindName[]

/** The event of a test message, which staff send to one address. */
export const TEST = 'webhook.test'

/** The fields that a kind adds to a message; petition and page are added when it is sent. */
export type EventData<Kind extends EventKindName> = Omit<
  z.output<(typeof eventKinds)[Kind]['data']>,
  'petition' | 'url'
>
