import { z } from 'zod'
import { readRecipient } from '@/lib/exports/recipient'
import { dayField, fieldIssues, lineField } from '@/lib/input/form-fields'

/** Most bodies that one delivery is addressed to. */
const MAX_ADDRESSEES = 10

/** Days in advance for which a delivery can be prepared. */
export const DAYS_AHEAD = 90

const schema = z.object({
  day: dayField,
  /** One a line. */
  addressees: z
    .string()
    .default('')
    .transform((text, ctx) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      const read = z.array(lineField(200)).min(1).max(MAX_ADDRESSEES).safeParse(lines)
      if (read.success) return read.data
      ctx.addIssue('unknown')
      return z.NEVER
    }),
  /** The age public key of the addressee that gets the names; null where none does. */
  recipient: z
    .string()
    .default('')
    .transform((text, ctx) => {
      if (text.trim() === '') return null
      const read = readRecipient(text)
      if (read) return read
      ctx.addIssue('unknown')
      return z.NEVER
    }),
  why: lineField(500),
})

/** To whom a petition is handed over, and when. */
export type DeliveryOrder = z.output<typeof schema>

/** Reads the form. @returns the order, or what is wrong first */
export function readDeliveryOrder(
  fields: Record<string, string>,
): { ok: true; order: DeliveryOrder } | { ok: false; reason: 'delivery_day' | 'addressees' | 'recipient' | 'why' } {
  const read = schema.safeParse(fields)
  if (read.success) return { ok: true, order: read.data }
  const wrong = fieldIssues(read.error)
  if (wrong.day) return { ok: false, reason: 'delivery_day' }
  if (wrong.addressees) return { ok: false, reason: 'addressees' }
  return { ok: false, reason: wrong.recipient ? 'recipient' : 'why' }
}
