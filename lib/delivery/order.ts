import { z } from 'zod'
import { readRecipient } from '@/lib/exports/recipient'
import { dayField, fieldIssues, lineField } from '@/lib/input/form-fields'
import type { NamesTo } from './manifest'

/** Most bodies that one delivery is addressed to. */
const MAX_ADDRESSEES = 10

/** Days in advance for which a delivery can be prepared. */
export const DAYS_AHEAD = 90

const schema = z.object({
  day: dayField,
  /** One a line. One that gets names has its age public key at the end of its line. */
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
      // What is left of a key, or a key that opens, would be public as part of an office's name.
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

/** The office of a line, and what is typed after it as its key. */
function readLine(line: string): { name: string; typed: string | null } {
  const [found, name = '', typed = ''] = /^(?:(.*\S)\s+|\s*)(age1\S*)\s*$/.exec(line) ?? []
  return found === undefined ? { name: line, typed: null } : { name, typed }
}

/** No key that cannot be read or is that of two, and none weaker than others: a file is as safe as its weakest reader. */
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

/** To whom a petition is handed over, and when; and who of them gets names. */
export interface DeliveryOrder {
  day: Date
  addressees: string[]
  namesTo: NamesTo
  why: string
}

/** Reads the form. @returns the order, or what is wrong first */
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
