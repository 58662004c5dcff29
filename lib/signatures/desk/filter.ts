import { z } from 'zod'
import { countryCodes } from '@/lib/integrity/countries'
import { signalCodes } from '@/lib/integrity/signals'
import { Prisma } from '@/prisma/generated/client'
import { SignatureState } from '@/prisma/generated/enums'

const moment = z.iso
  .datetime({ local: true })
  .or(z.iso.date())
  .transform((text) => new Date(utc(text)))

/** What a list, or a rule, goes by. Every part may be missing. */
const schema = z.object({
  petition: z.uuid().optional().catch(undefined),
  state: z.enum(SignatureState).optional().catch(undefined),
  country: z
    .string()
    .refine((code) => countryCodes.includes(code))
    .optional()
    .catch(undefined),
  locale: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional()
    .catch(undefined),
  via: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
  comment: z.enum(['yes', 'no']).optional().catch(undefined),
  /** One of the coarse reasons for doubt. */
  signal: z.enum(signalCodes).optional().catch(undefined),
  /** Its signer has asked to look again. */
  appealed: z.literal('yes').optional().catch(undefined),
  /** Received at or after, and before; UTC. */
  from: moment.optional().catch(undefined),
  to: moment.optional().catch(undefined),
})

export type Filter = z.infer<typeof schema>

/** Reads a filter from an address or a form; what makes no sense is left out. */
export function readFilter(query: Record<string, unknown>): Filter {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return schema.parse(Object.fromEntries(given))
}

/** The filter as the condition on a row of `signature`, called `s`. */
export function condition(filter: Filter): Prisma.Sql {
  const { petition, state, country, locale, via, comment, signal, appealed, from, to } = filter
  const parts = [
    petition && Prisma.sql`s.petition_id = ${petition}::uuid`,
    state && Prisma.sql`s.state = ${state}::signature_state`,
    country && Prisma.sql`s.country = ${country}`,
    locale && Prisma.sql`s.locale = ${locale}`,
    via && Prisma.sql`s.via = ${via}`,
    comment === 'yes' && Prisma.sql`s.has_comment`,
    comment === 'no' && Prisma.sql`NOT s.has_comment`,
    signal && Prisma.sql`${signal} = ANY(string_to_array(s.signals, ' '))`,
    appealed && Prisma.sql`s.appealed_at IS NOT NULL`,
    from && Prisma.sql`s.received_at >= ${from}`,
    to && Prisma.sql`s.received_at < ${to}`,
  ].filter((part) => part !== undefined && part !== false && part !== '')
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`true`
}

function utc(text: string): string {
  return text.includes('T') ? `${text.length === 16 ? `${text}:00` : text}Z` : `${text}T00:00:00Z`
}
