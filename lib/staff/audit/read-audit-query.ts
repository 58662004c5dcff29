import { z } from 'zod'
import { readDay } from '@/lib/input/day'
import { type Query, readQuery } from '@/lib/input/read-query'
import { dayStart, readZone } from '@/lib/text/time-zone'
import { auditAreas } from './areas'

const DAY = 86_400_000

const number = z
  .string()
  .regex(/^\d{1,18}$/, 'unreadable')
  .transform((text) => BigInt(text))

const day = z.string().refine((text) => readDay(text) !== null, 'unreadable')

const parts = z.strictObject({
  before: number.optional(),
  after: number.optional(),
  verb: z
    .string()
    .trim()
    .regex(/^[a-z_]+(\.[a-z_]+)*$/, 'unreadable')
    .max(100, 'unreadable')
    .optional(),
  area: z.enum(auditAreas, 'unreadable').optional(),
  since: day.optional(),
  until: day.optional(),
  /** The zone of the days, so that the address means the same for every reader; UTC if it is absent. */
  zone: z
    .string()
    .refine((text) => readZone(text) !== null, 'unreadable')
    .optional(),
  subject: z.string().max(200, 'unreadable').optional(),
  person: z.uuid('unreadable').optional(),
})

/** Turns the days into times: the start of the first, and the end of the last. */
const schema = parts.transform(({ since, until, zone: typed, ...query }) => {
  const zone = readZone(typed) ?? 'UTC'
  const begins = (text: string | undefined, later: number) => {
    const read = readDay(text ?? '')
    const start = read && dayStart(new Date(read.getTime() + later * DAY).toISOString().slice(0, 10), zone)
    return start ?? undefined
  }
  return { ...query, since: begins(since, 0), until: begins(until, 1) }
})

/** Parses the filter of the audit log from a URL's query. */
export function readAuditQuery(query: Query | URLSearchParams) {
  return readQuery(schema, query)
}
