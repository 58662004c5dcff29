import { z } from 'zod'
import { countryCodes } from '@/lib/input/country-codes'
import { readMoment } from '@/lib/input/day'
import { idField } from '@/lib/input/id'
import { type Query, type QueryErrors, readQuery } from '@/lib/input/read-query'
import { networkField, ofNetwork } from '@/lib/integrity/network-text'
import { signalCodes } from '@/lib/integrity/signals'
import { Prisma } from '@/prisma/generated/client'
import { listedStates, PENDING } from '../states'

const moment = z.string().transform((text, ctx) => {
  const at = readMoment(text.trim())
  if (at) return at
  ctx.addIssue('unreadable')
  return z.NEVER
})

/** The parts of a list's or rule's filter. Each is optional, but must be valid. */
export const filterParts = {
  petition: idField.optional(),
  state: z.enum(listedStates, 'unreadable').optional(),
  country: z
    .string()
    .transform((code) => code.trim().toUpperCase())
    .refine((code) => countryCodes.includes(code), 'unreadable')
    .optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'unreadable')
    .optional(),
  via: z
    .string()
    .trim()
    .regex(/^[\w-]{1,64}$/, 'unreadable')
    .optional(),
  comment: z.enum(['yes', 'no'], 'unreadable').optional(),
  /** One flag, or any. */
  signal: z.enum(['any', ...signalCodes], 'unreadable').optional(),
  /** Signatures that came from one busy network within an hour (lib/integrity/network-groups.ts). */
  network: networkField.optional(),
  /** The signer has appealed. */
  appealed: z.literal('yes', 'unreadable').optional(),
  /** From `from` on, and before `to`; UTC. */
  from: moment.optional(),
  to: moment.optional(),
}

const schema = z.strictObject(filterParts)

export type Filter = z.infer<typeof schema>
export type FilterResult = { ok: true; filter: Filter } | { ok: false; errors: QueryErrors }

/** Parses a filter from a URL, a form or a row. An invalid part or an unknown name is an error. */
export function readFilter(query: Query): FilterResult {
  const read = readQuery(schema, query)
  return read.ok ? { ok: true, filter: read.query } : read
}

/** Serialises a filter by part; `readFilter` parses it back unchanged. */
export function filterTexts(filter: Filter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => {
      if (value === undefined) return []
      return [[name, value instanceof Date ? value.toISOString() : value]]
    }),
  )
}

/** SQL predicate of the filter (`s` is `signature`). */
export function condition(filter: Filter): Prisma.Sql {
  const { petition, state, country, locale, via, comment, signal, network, appealed, from, to } = filter
  const parts = [
    petition && Prisma.sql`s.petition_id = ${petition}::uuid`,
    // A pending form's state is not a value of the column's type.
    state &&
      (state === PENDING ? Prisma.sql`s.state::text = ${state}` : Prisma.sql`s.state = ${state}::signature_state`),
    country && Prisma.sql`s.country = ${country}`,
    locale && Prisma.sql`s.locale = ${locale}`,
    via && Prisma.sql`s.via = ${via}`,
    comment === 'yes' && Prisma.sql`s.has_comment`,
    comment === 'no' && Prisma.sql`NOT s.has_comment`,
    signal && Prisma.sql`string_to_array(s.signals, ' ') && ${signal === 'any' ? [...signalCodes] : [signal]}::text[]`,
    network && ofNetwork(network),
    appealed && Prisma.sql`s.appealed_at IS NOT NULL`,
    from && Prisma.sql`s.received_at >= ${from}`,
    to && Prisma.sql`s.received_at < ${to}`,
  ].filter((part) => part !== undefined && part !== false && part !== '')
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`true`
}
