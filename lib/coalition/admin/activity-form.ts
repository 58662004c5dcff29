import { z } from 'zod'
import { dayField, tickedField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { trimInvisible } from '@/lib/text/clean-text'
import type { Activity, Source } from '@/prisma/generated/client'
import { isoDate } from '../partial-date'
import type { Values } from './change-row'
import { keysField, partialDateField, slugField } from './fields'

const optionalKey = z
  .string()
  .default('')
  .transform((text) => trimInvisible(text) || null)

/** What the desk enters of an activity, but its words. */
export const activityForm = z
  .object({
    slug: slugField,
    happened: partialDateField,
    ended: z.union([z.literal('').transform((): null => null), dayField]).default(null),
    byCoalition: z.union([tickedField.transform(() => true), z.literal('').transform(() => false)]).default(false),
    answers: optionalKey,
    petition: optionalKey,
    letter: z.union([z.literal('').transform((): null => null), z.string().refine(isId, 'unknown')]).default(null),
    sources: keysField,
  })
  .refine(({ happened, ended }) => !ended || ended >= happened.on, { path: ['ended'], message: 'before' })

export type ActivityForm = z.output<typeof activityForm>

/** The same fields, filled with what an activity's row holds. */
export function activityValues(row: Activity & { sources: Source[] }): Values {
  const { slug, byCoalition, answers, petitionSlug, letterId, eventEndOn, sources } = row
  return {
    slug,
    happened: isoDate({ on: row.eventOn, precision: row.eventPrecision }),
    ended: eventEndOn?.toISOString().slice(0, 10) ?? '',
    byCoalition: byCoalition ? 'on' : '',
    answers: answers ?? '',
    petition: petitionSlug ?? '',
    letter: letterId ?? '',
    sources: sources
      .map(({ key }) => key)
      .sort()
      .join(' '),
  }
}
