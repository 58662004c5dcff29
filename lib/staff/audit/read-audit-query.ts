import { z } from 'zod'
import { type Query, readQuery } from '@/lib/input/read-query'

const schema = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'unreadable')
    .transform((text) => BigInt(text))
    .optional(),
  verb: z
    .string()
    .trim()
    .regex(/^[a-z_]+(\.[a-z_]+)*$/, 'unreadable')
    .max(100, 'unreadable')
    .optional(),
  subject: z.string().max(200, 'unreadable').optional(),
  person: z.uuid('unreadable').optional(),
})

/** Reads from a URL's query which entries of the audit log it asks for. */
export function readAuditQuery(query: Query) {
  return readQuery(schema, query)
}
