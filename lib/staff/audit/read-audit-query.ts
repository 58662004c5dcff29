import { z } from 'zod'
import { readDay } from '@/lib/input/day'
import { type Query, readQuery } from '@/lib/input/read-query'
import { auditAreas } from './areas'

const day = z.string().transform((text, ctx): Date => {
  const read = readDay(text)
  if (read) return read
  ctx.addIssue('unreadable')
  return z.NEVER
})

const number = z
  .string()
  .regex(/^\d{1,18}$/, 'unreadable')
  .transform((text) => BigInt(text))

const schema = z.strictObject({
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
  subject: z.string().max(200, 'unreadable').optional(),
  person: z.uuid('unreadable').optional(),
})

/** Reads from a URL's query which entries of the audit log it asks for. */
export function readAuditQuery(query: Query | URLSearchParams) {
  return readQuery(schema, query)
}
