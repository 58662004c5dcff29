import { z } from 'zod'
import { readRecipient } from '@/lib/exports/recipient'
import { dayField, fieldIssues, lineField } from '@/lib/input/form-fields'
import type { NamesTo } from './manifest'

/** Maximum number of addressees of one delivery. */
const MAX_ADDRESSEES = 10

/** How many days in advance a delivery can be prepared. */
export const DAYS_AHEAD = 90

const schema = z.object({
  day: dayField,
  /** One per line. A line ends with an age public key if the office gets names. */
  addressees: z
    .string()
    .default('')
    .transform((text, ctx) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      const read = lines.map(readLine)
      const names = z
        .array(lineField(200))
        .min(1)
        .max(MAX_ADDRESSEES)
        .safeParse(read.map(({ name }) => name))
      if (!names.success) {
        ctx.addIssue('unknown')
        return z.NEVER
      }
      // A damaged key, or a private one, would be published as part of an office's name.
      if (names.data.some((name) => /age-secret-key|age1[02-9ac-hj-np-z]{20}/i.test(name))) {
        ctx.addIssue('recipients')
        return z.NEVER
      }
      const namesTo = read.flatMap(({ typed }, i) => {
        return typed === null ? [] : [{ addressee: names.data[i] ?? '', key: readRecipient(typed) ?? '' }]
      })
      if (!areDistinct(namesTo)) {
        ctx.addIssue('recipients')
        return z.NEVER
      }
      return { names: names.data, namesTo }
    }),
  why: lineField(500),
})

/** Splits a line into the office and the text typed as its key. */
function readLine(line: string): { name: string; typed: string | null } {
  const [found, name = '', typed = ''] = /^(?:(.*\S)\s+|\s*)(age1\S*)\s*$/.exec(line) ?? []
  return found === undefined ? { name: line, typed: null } : { name, typed }
}

/** Requires distinct offices, and valid, distinct keys of one strength: a file is as safe as its weakest recipient. */
function areDistinct(namesTo: NamesTo): boolean {
  const distinct = (values: string[]) => new Set(values).size === namesTo.length
  const kinds = new Set(namesTo.map(({ key }) => key.startsWith('age1pq')))
  return (
    namesTo.every(({ key }) => key !== '') &&
    distinct(namesTo.map(({ key }) => key)) &&
    distinct(namesTo.map(({ addressee }) => addressee)) &&
    kinds.size < 2
  )
}

/** The addressees and day of a delivery, and the addressees that get names. */
export interface DeliveryOrder {
  day: Date
  addressees: string[]
  namesTo: NamesTo
  why: string
}

/** Parses the form. @returns the order, or the first error */
export function readDeliveryOrder(
  fields: Record<string, string>,
): { ok: true; order: DeliveryOrder } | { ok: false; reason: 'delivery_day' | 'addressees' | 'recipients' | 'why' } {
  const read = schema.safeParse(fields)
  if (read.success) {
    const { day, addressees, why } = read.data
    return { ok: true, order: { day, addressees: addressees.names, namesTo: addressees.namesTo, why } }
  }
  const wrong = fieldIssues(read.error)
  if (wrong.day) return { ok: false, reason: 'delivery_day' }
  if (wrong.addressees) return { ok: false, reason: wrong.addressees[0] === 'recipients' ? 'recipients' : 'addressees' }
  return { ok: false, reason: 'why' }
}
